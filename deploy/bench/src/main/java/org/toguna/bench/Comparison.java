package org.toguna.bench;

import java.util.Arrays;

/**
 * Measures limit and figure in turns, so that whatever else the machine does befalls both alike.
 */
final class Comparison {
  private final Options options;

  Comparison(Options options) {
    this.options = options;
  }

  /** Medians over the turns; the ratio is the median of the ratios of neighbours. */
  record Outcome(double limit, double figure, double ratio) {}

  Outcome of(Load limit, Load figure) {
    limit.perSecond(options.warmUp().dividedBy(4));
    figure.perSecond(options.warmUp());
    double[] limits = new double[options.pairs()];
    double[] figures = new double[options.pairs()];
    double[] ratios = new double[options.pairs()];
    for (int i = 0; i < options.pairs(); i++) {
      limits[i] = limit.perSecond(options.turn());
      figures[i] = figure.perSecond(options.turn());
      ratios[i] = figures[i] / limits[i];
    }
    return new Outcome(median(limits), median(figures), median(ratios));
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
