package org.toguna.cases.statistics.survival;

/**
 * How long something lasted, in whole days.
 *
 * @param shortest that its dates allow
 * @param longest that its dates allow
 * @param ended false if it is only known to have lasted so long, and may last on
 */
public record Lifetime(long shortest, long longest, boolean ended) {
  public Lifetime {
    if (shortest < 0 || longest < shortest) {
      throw new IllegalArgumentException("No duration: %d to %d".formatted(shortest, longest));
    }
  }
}
