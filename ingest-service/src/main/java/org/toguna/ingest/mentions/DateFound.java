package org.toguna.ingest.mentions;

import org.jspecify.annotations.Nullable;
import org.toguna.ingest.text.Span;

/**
 * A date expression before it is resolved: what it says, and what it would still need.
 *
 * @param day of the month, or of the week where that is all it says; 0 if none is said
 */
record DateFound(
    Span span, Needs needs, When when, int month, int day, @Nullable Integer count, String unit) {

  /** What would close the bounds. */
  enum Needs {
    NOTHING,
    YEAR_OF_LAST,
    YEAR,
    DAY_OF_SPEECH,
    WEEKDAY,
    EARLIER_DATE,
    CANNOT
  }

  static DateFound fixed(Span span, When when) {
    return new DateFound(span, Needs.NOTHING, when, 0, 0, null, "");
  }

  static DateFound open(Span span, Needs needs, String words) {
    return new DateFound(span, needs, When.words(words), 0, 0, null, "");
  }

  DateFound with(When resolved) {
    return new DateFound(span, needs, resolved, month, day, count, unit);
  }
}
