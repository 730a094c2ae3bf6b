package org.toguna.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Measures limit and figure in turns, so that whatever else the machine does befalls both alike.
 * The processor time that each took is told beside it: where others want the processors too, they
 * are shared by the number of threads, and only that time is comparable.
 */
final class Comparison {
  private final Options options;
  private final Supplier<Duration> processorTime;

  /**
   * @param processorTime that everything measured has used so far, the generator of load included
   */
  Comparison(Options options, Supplier<Duration> processorTime) {
    this.options = options;
    this.processorTime = processorTime;
  }

  /**
   * Medians over the turns; the ratio is the median of the ratios of neighbours.
   *
   * @param limitCost microseconds of processor time for one operation
   */
  record Outcome(double limit, double figure, double ratio, double limitCost, double figureCost) {

    String costs() {
      return String.format(
          Locale.ROOT,
          "processor time of one: %.0f us and %.0f us, which allows %.2f",
          limitCost,
          figureCost,
          limitCost / figureCost);
    }
  }

  private record Turn(double perSecond, double cost) {}

  private Turn turn(Load load) {
    Duration before = processorTime.get();
    long started = System.nanoTime();
    double perSecond = load.perSecond(options.turn());
    double operations = perSecond * (System.nanoTime() - started) / 1e9;
    double used = processorTime.get().minus(before).toNanos() / 1e3;
    return new Turn(perSecond, used / operations);
  }

  Outcome of(Load limit, Load figure) {
    limit.perSecond(options.warmUp().dividedBy(4));
    figure.perSecond(options.warmUp());
    double[] limits = new double[options.pairs()];
    double[] figures = new double[options.pairs()];
    double[] ratios = new double[options.pairs()];
    double[] limitCosts = new double[options.pairs()];
    double[] figureCosts = new double[options.pairs()];
    for (int i = 0; i < options.pairs(); i++) {
      Turn bare = turn(limit);
      Turn whole = turn(figure);
      limits[i] = bare.perSecond();
      figures[i] = whole.perSecond();
      ratios[i] = figures[i] / limits[i];
      limitCosts[i] = bare.cost();
      figureCosts[i] = whole.cost();
    }
    return new Outcome(
        median(limits), median(figures), median(ratios), median(limitCosts), median(figureCosts));
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
