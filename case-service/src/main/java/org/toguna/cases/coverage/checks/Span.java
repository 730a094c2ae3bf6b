package org.toguna.cases.coverage.checks;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.UncertainNumber;

/** From a number of places to another; a bound that nobody knows is null, never nought. */
record Span(@Nullable BigDecimal low, @Nullable BigDecimal high) {

  static Span of(int low, int high) {
    return new Span(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
  }

  /** What was stated, as far as it can be reckoned with. */
  static Optional<Span> of(@Nullable UncertainNumber stated) {
    if (stated == null) {
      return Optional.empty();
    }
    boolean exact = stated.low() == null && stated.high() == null;
    BigDecimal low = exact ? stated.best() : stated.low();
    BigDecimal high = exact ? stated.best() : stated.high();
    return low == null && high == null ? Optional.empty() : Optional.of(new Span(low, high));
  }

  /** This many less those; never fewer than none. */
  Span less(Span others) {
    return new Span(less(low, others.high), less(high, others.low));
  }

  /** At least this many and those. */
  Span andAtLeast(Span others) {
    return new Span(low == null || others.low == null ? low : low.add(others.low), null);
  }

  UncertainNumber number() {
    return new UncertainNumber(low, null, high, "places", null, null);
  }

  /** As people write it: 106, 104-106, 112+; a bound that nobody knows is a question mark. */
  String says() {
    if (high == null) {
      return low == null ? "?" : low.toPlainString() + "+";
    }
    if (low == null) {
      return "?-" + high.toPlainString();
    }
    return low.compareTo(high) == 0
        ? low.toPlainString()
        : low.toPlainString() + "-" + high.toPlainString();
  }

  private static @Nullable BigDecimal less(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null || other == null ? null : one.subtract(other).max(BigDecimal.ZERO);
  }
}
