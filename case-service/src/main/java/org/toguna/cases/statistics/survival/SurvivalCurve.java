package org.toguna.cases.statistics.survival;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The band in which the curve of Kaplan and Meier lies, whatever the true durations are within
 * their bounds. Both of its edges are exact at every day: there are durations within the bounds
 * that reach them. Neither edge is the curve of all shortest or of all longest durations: where
 * some are censored, a shorter duration can raise the curve.
 *
 * <p>As is usual, whoever is censored on a day is at risk on that day.
 */
public final class SurvivalCurve {
  private static final double HALF = 0.5 + 1e-9; // products of fractions do not hit it exactly

  /** Those that ended, in the order of their shortest durations. */
  private final List<Lifetime> ended;

  private final long[] endedShortest;
  private final long[] endedLongest;
  private final long[] censoredShortest;
  private final long[] censoredLongest;

  /** The curve just after so many of {@link #endedLongest}, each ending as late as it can. */
  private final double[] latest;

  private SurvivalCurve(Collection<Lifetime> lifetimes) {
    this.ended =
        lifetimes.stream()
            .filter(Lifetime::ended)
            .sorted(Comparator.comparingLong(Lifetime::shortest))
            .toList();
    List<Lifetime> censored = lifetimes.stream().filter(life -> !life.ended()).toList();
    this.endedShortest = sorted(ended.stream(), Lifetime::shortest);
    this.endedLongest = sorted(ended.stream(), Lifetime::longest);
    this.censoredShortest = sorted(censored.stream(), Lifetime::shortest);
    this.censoredLongest = sorted(censored.stream(), Lifetime::longest);
    this.latest = new double[endedLongest.length + 1];
    latest[0] = 1;
    for (int i = 0; i < endedLongest.length; i++) {
      // One after the other among those of one day, which comes to the same as all at once.
      double atRisk = endedLongest.length - i + from(censoredShortest, endedLongest[i]);
      latest[i + 1] = latest[i] * (atRisk - 1) / atRisk;
    }
  }

  public static SurvivalCurve of(Collection<Lifetime> lifetimes) {
    return new SurvivalCurve(lifetimes);
  }

  /** A number that dates leave open between two. */
  public record Band(long low, long high) {}

  /**
   * What is known of one day.
   *
   * @param survivalLow the least that the estimate of the share lasting longer can be
   * @param atRisk lasting at least so long, and watched until then
   * @param ended until that day, together
   * @param censored until that day, together
   */
  public record Step(
      long day, double survivalLow, double survivalHigh, Band atRisk, Band ended, Band censored) {}

  /** The lower edge: whatever can have ended did, but as late as it could; few are watched on. */
  public double low(long day) {
    int before = before(endedLongest, day);
    double atRisk = endedLongest.length - before + from(censoredShortest, day);
    double ending = before(endedShortest, day + 1) - before;
    return ending == 0 ? latest[before] : latest[before] * (atRisk - ending) / atRisk;
  }

  /** The upper edge: only what must have ended did, as early as it could; all are watched on. */
  public double high(long day) {
    double survival = 1;
    int certain = before(endedLongest, day + 1);
    int watched = endedLongest.length;
    for (Lifetime life : ended) {
      if (life.longest() <= day) {
        double atRisk = watched + from(censoredLongest, life.shortest());
        survival *= (atRisk - 1) / atRisk;
        watched--;
        if (--certain == 0) {
          break;
        }
      }
    }
    return survival;
  }

  public Step at(long day) {
    return new Step(
        day,
        low(day),
        high(day),
        new Band(
            from(endedShortest, day) + from(censoredShortest, day),
            from(endedLongest, day) + from(censoredLongest, day)),
        new Band(before(endedLongest, day + 1), before(endedShortest, day + 1)),
        new Band(before(censoredLongest, day + 1), before(censoredShortest, day + 1)));
  }

  /** On how many days it steps. */
  public int size() {
    return days().length;
  }

  /**
   * The band on the days on which it changes.
   *
   * @param most if there are more such days, so many of them, first and last included; each stays
   *     exact, and between two of them the band only falls
   */
  public List<Step> steps(int most) {
    long[] days = days();
    if (days.length <= most) {
      return Arrays.stream(days).mapToObj(this::at).toList();
    }
    return LongStream.range(0, most)
        .map(i -> days[Math.toIntExact(i * (days.length - 1) / (most - 1))])
        .mapToObj(this::at)
        .toList();
  }

  /** The first day on which the curve can have come to a half; empty if it cannot have. */
  public OptionalLong medianLow() {
    return firstAtHalf(days(), this::low);
  }

  /** The day on which the curve has come to a half at the latest; empty if it may not have. */
  public OptionalLong medianHigh() {
    return firstAtHalf(Arrays.stream(endedLongest).distinct().toArray(), this::high);
  }

  /** Of the edges, which only fall, the lower one changes on no other day. */
  private long[] days() {
    return ended.isEmpty()
        ? new long[0]
        : Stream.of(
                Arrays.stream(endedShortest),
                Arrays.stream(endedLongest),
                Arrays.stream(censoredShortest).map(day -> day + 1))
            .flatMapToLong(days -> days)
            .distinct()
            .sorted()
            .filter(day -> day >= endedShortest[0])
            .filter(day -> day <= endedLongest[endedLongest.length - 1])
            .toArray();
  }

  private static OptionalLong firstAtHalf(long[] days, LongToDoubleFunction edge) {
    int from = 0;
    int to = days.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (edge.applyAsDouble(days[middle]) <= HALF) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from < days.length ? OptionalLong.of(days[from]) : OptionalLong.empty();
  }

  private static long[] sorted(Stream<Lifetime> lifetimes, ToLongFunction<Lifetime> duration) {
    return lifetimes.mapToLong(duration).sorted().toArray();
  }

  /** How many are before that day. */
  private static int before(long[] sorted, long day) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < day) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static int from(long[] sorted, long day) {
    return sorted.length - before(sorted, day);
  }
}
