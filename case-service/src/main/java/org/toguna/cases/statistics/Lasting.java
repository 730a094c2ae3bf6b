package org.toguna.cases.statistics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.inspection.Bounds;
import org.toguna.cases.statistics.survival.Lifetime;

/**
 * How long one thing lasted as far as its reader is told, or why that cannot be said.
 *
 * @param life null if it is left out
 */
record Lasting(@Nullable Lifetime life, @Nullable LeftOut leftOut) {

  /** Why something is left out, and counted as left out. */
  enum LeftOut {
    /** Nobody tells when it began, or the reader is not told. */
    START_UNKNOWN,
    /** Its beginning is known on one side only: by a certain day, or not before one. */
    START_OPEN,
    /** It is said to have ended before it began. */
    ENDED_BEFORE_START
  }

  private static Lasting without(LeftOut reason) {
    return new Lasting(null, reason);
  }

  private static Lasting unstarted(Bounds since) {
    return without(
        since.from() == null && since.to() == null ? LeftOut.START_UNKNOWN : LeftOut.START_OPEN);
  }

  /**
   * It ended, whenever that was.
   *
   * @param until where a bound is open: it stood until the first, and had ended by the second
   */
  static Lasting ended(Bounds since, Bounds until, @Nullable LocalDate stood, LocalDate ended) {
    Span start = Span.of(since);
    if (start == null) {
      return unstarted(since);
    }
    LocalDate earliest = until.from() == null ? stood : until.from();
    long longest = start.mostUntil(until.to() == null ? ended : until.to());
    if (longest < 0) {
      return without(LeftOut.ENDED_BEFORE_START);
    }
    long shortest = earliest == null ? 0 : Math.max(0, start.leastUntil(earliest));
    return new Lasting(new Lifetime(Math.min(shortest, longest), longest, true), null);
  }

  /**
   * Nobody says that it ended: watched until it was last known to stand, and not assumed to stand
   * afterwards.
   *
   * @param confirmed when that was; without it, nothing is known beyond its beginning
   */
  static Lasting running(Bounds since, Bounds confirmed) {
    Span start = Span.of(since);
    if (start == null) {
      return unstarted(since);
    }
    long longest = confirmed.to() == null ? 0 : Math.max(0, start.mostUntil(confirmed.to()));
    long shortest = confirmed.from() == null ? 0 : Math.max(0, start.leastUntil(confirmed.from()));
    return new Lasting(new Lifetime(Math.min(shortest, longest), longest, false), null);
  }
}
