package org.toguna.cases.precedents;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The days between which something was, at the most; a bound that nobody tells is open.
 *
 * @param from first day that it can have been
 * @param to last day that it can have been
 */
record Span(@Nullable LocalDate from, @Nullable LocalDate to) {
  /** What lies further apart than this has no period in common at all. */
  private static final long FAR_DAYS = 3_650;

  boolean isTold() {
    return from != null || to != null;
  }

  /** Both together; what is open in one of them stays open. */
  Span and(Span other) {
    LocalDate first =
        from == null || other.from == null ? null : from.isBefore(other.from) ? from : other.from;
    LocalDate last = to == null || other.to == null ? null : to.isAfter(other.to) ? to : other.to;
    return new Span(first, last);
  }

  /**
   * By the days between the two. Where an open bound may close the gap, the middle of what it can
   * be.
   */
  int likenessTo(Span other) {
    long after = gap(last(), other.first());
    long before = gap(other.last(), first());
    long told = Math.max(0, Math.max(after, before));
    boolean mayMeet =
        after > 0 ? to == null || other.from == null : other.to == null || from == null;
    return mayMeet ? (likeness(told) + likeness(0)) / 2 : likeness(told);
  }

  @Override
  public String toString() {
    return Objects.requireNonNullElse(from, "..") + "/" + Objects.requireNonNullElse(to, "..");
  }

  private static int likeness(long days) {
    return (int) (1_000 - Math.min(days, FAR_DAYS) * 1_000 / FAR_DAYS);
  }

  private static long gap(LocalDate end, LocalDate start) {
    return ChronoUnit.DAYS.between(end, start);
  }

  private LocalDate first() {
    return from != null ? from : Objects.requireNonNull(to);
  }

  private LocalDate last() {
    return to != null ? to : Objects.requireNonNull(from);
  }
}
