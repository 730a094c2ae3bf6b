package org.toguna.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Holds what is measured at each size of the registry against what the first size took. */
final class Growth {
  /** A page at the largest size may take so many times what it takes at the first. */
  private static final double MOST_GROWTH = 1.3;

  private final Map<String, Waits.Outcome> first = new LinkedHashMap<>();
  private int firstSize;

  static String sized(int size, String name) {
    return "%,d: %s".formatted(size, name);
  }

  Row row(String name, int size, Waits.Outcome outcome) {
    firstSize = firstSize == 0 ? size : firstSize;
    Waits.Outcome before = first.putIfAbsent(name, outcome);
    if (before == null) {
      return new Row(
          sized(size, name),
          " ms",
          outcome.bare().p99(),
          outcome.asked().p99(),
          null,
          null,
          true,
          outcome.told());
    }
    return new Row(
        sized(size, name),
        " ms",
        before.asked().p99(),
        outcome.asked().p99(),
        outcome.asked().p99() / before.asked().p99(),
        MOST_GROWTH,
        true,
        String.format(
            Locale.ROOT,
            "%s; against %,d: processor time %.2f, bare p99 %.2f",
            outcome.told(),
            firstSize,
            outcome.asked().cost() / before.asked().cost(),
            outcome.bare().p99() / before.bare().p99()));
  }
}
