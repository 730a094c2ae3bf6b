package org.toguna.bench;

import java.time.Duration;
import java.util.Locale;

/**
 * How fast a known number of things was done, and the processor time that one of them took.
 *
 * @param cost in microseconds
 */
record Pace(double perSecond, double cost) {

  static Clock start(RunningStack stack) {
    return new Clock(stack, System.nanoTime(), stack.processorTime());
  }

  /** Runs from the start on. */
  record Clock(RunningStack stack, long started, Duration usedBefore) {
    Pace of(long things) {
      double seconds = (System.nanoTime() - started) / 1e9;
      double used = stack.processorTime().minus(usedBefore).toNanos() / 1e3;
      return new Pace(things / seconds, used / things);
    }
  }

  String costs() {
    int processors = Runtime.getRuntime().availableProcessors();
    return String.format(
        Locale.ROOT,
        "processor time of one, all processes together: %.0f us; %d idle processors could do %,.0f/s",
        cost,
        processors,
        processors * 1e6 / cost);
  }
}
