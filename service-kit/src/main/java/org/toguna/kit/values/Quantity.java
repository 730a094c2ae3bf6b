package org.toguna.kit.values;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What low, best and high have in common wherever they stand together. */
final class Quantity {
  private static final int FINEST = 9;
  private static final BigDecimal GREATEST = BigDecimal.TEN.pow(15);

  private Quantity() {}

  /** The number without trailing zeros or exponent, so that equal numbers are equal. */
  static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
    if (number == null || !isReasonable(number)) {
      return number; // nobody computes with a number of a billion digits
    }
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  static void ordered(
      @Nullable BigDecimal low, @Nullable BigDecimal best, @Nullable BigDecimal high, Flaws flaws) {
    bounded("low", low, flaws);
    bounded("best", best, flaws);
    bounded("high", high, flaws);
    if (Stream.of(low, best, high).allMatch(each -> each == null || isReasonable(each))) {
      order("best", best, "low", low, flaws);
      order("high", high, "best", best, flaws);
      if (best == null) {
        order("high", high, "low", low, flaws);
      }
    }
  }

  private static void order(
      String greater,
      @Nullable BigDecimal great,
      String lesser,
      @Nullable BigDecimal small,
      Flaws flaws) {
    flaws.unless(
        great == null || small == null || great.compareTo(small) >= 0,
        greater,
        "out-of-order",
        "%s must not be less than %s. If the source says so, keep it as a reading."
            .formatted(greater, lesser));
  }

  private static void bounded(String member, @Nullable BigDecimal number, Flaws flaws) {
    flaws.unless(
        number == null || isReasonable(number),
        member,
        "out-of-range",
        "At most fifteen digits before and nine after the point.");
  }

  // Scale and precision first: comparing 1e1000000000 would write out its digits.
  private static boolean isReasonable(BigDecimal number) {
    return number.precision() <= 40
        && Math.abs((long) number.scale()) <= 40
        && number.abs().compareTo(GREATEST) <= 0
        && number.stripTrailingZeros().scale() <= FINEST;
  }
}
