package org.toguna.cases.statistics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.inspection.Bounds;

/** Days between two times of which each has both of its bounds. */
record Span(LocalDate from, LocalDate to) {

  /** Null where one of the bounds is open: nothing can be counted from there. */
  static @Nullable Span of(Bounds bounds) {
    return bounds.from() == null || bounds.to() == null
        ? null
        : new Span(bounds.from(), bounds.to());
  }

  /** Nothing that was observed lies ahead: a year that is not over yet ends today. */
  static Bounds observed(Bounds bounds, LocalDate today) {
    return bounds.to() != null && bounds.to().isAfter(today)
        ? new Bounds(earlier(bounds.from(), today), today)
        : bounds;
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
    return one != null && one.isAfter(other) ? other : one;
  }

  /** The fewest days from here until then; below zero if then may have been before. */
  long leastUntil(LocalDate then) {
    return ChronoUnit.DAYS.between(to, then);
  }

  /** The most days from here until then; below zero if then was before. */
  long mostUntil(LocalDate then) {
    return ChronoUnit.DAYS.between(from, then);
  }
}
