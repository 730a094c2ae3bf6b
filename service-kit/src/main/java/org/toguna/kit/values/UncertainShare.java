package org.toguna.kit.values;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonPointer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of something whose size may be unknown: "half of the village" is 1 of 2, "most of those
 * who left" has a low of 0.5. It is a fraction as stated, or a range between 0 and 1, or both.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A part of something, as a fraction or a range between 0 and 1.")
public record UncertainShare(
    @Schema(minimum = "0", maximum = "2147483647") @Nullable Integer numerator,
    @Schema(minimum = "1", maximum = "2147483647") @Nullable Integer denominator,
    @Schema(minimum = "0", maximum = "1") @Nullable BigDecimal low,
    @Schema(minimum = "0", maximum = "1") @Nullable BigDecimal best,
    @Schema(minimum = "0", maximum = "1") @Nullable BigDecimal high,
    @Schema(description = "Of what", examples = "residents of the village", maxLength = 200)
        @Nullable String of,
    @Schema(description = "The words of the source", maxLength = 500) @Nullable String asStated) {

  private static final int DECIMALS = 6;

  public UncertainShare {
    low = Quantity.plain(low);
    best = Quantity.plain(best);
    high = Quantity.plain(high);
  }

  public static UncertainShare fraction(int numerator, int denominator, String of) {
    return new UncertainShare(numerator, denominator, null, null, null, of, null);
  }

  /** The best estimate between 0 and 1, that of the fraction if no other is given. */
  public @Nullable BigDecimal estimate() {
    if (best != null || numerator == null || denominator == null || denominator == 0) {
      return best;
    }
    return Quantity.plain(
        BigDecimal.valueOf(numerator)
            .divide(BigDecimal.valueOf(denominator), DECIMALS, RoundingMode.HALF_EVEN));
  }

  /** What is wrong with it; an impossible share belongs among the readings, as stated. */
  public List<Flaw> flaws(JsonPointer at) {
    Flaws flaws = new Flaws(at);
    fraction(flaws);
    between0And1("low", low, flaws);
    between0And1("best", best, flaws);
    between0And1("high", high, flaws);
    Quantity.ordered(low, best, high, flaws);
    flaws.required("of", of, 200);
    flaws.atMost("asStated", asStated, 500);
    flaws.unless(
        Stream.of(numerator, denominator, low, best, high, asStated).anyMatch(each -> each != null),
        "",
        "says-nothing",
        "Give a fraction, a range or the words of the source; or leave it out and say so in"
            + " states.");
    return flaws.found();
  }

  private void fraction(Flaws flaws) {
    if (numerator == null || denominator == null) {
      flaws.unless(
          numerator == null && denominator == null,
          numerator == null ? "numerator" : "denominator",
          "required",
          "A fraction has a numerator and a denominator.");
      return;
    }
    flaws.unless(denominator > 0, "denominator", "out-of-range", "Nothing is a part of nothing.");
    flaws.unless(
        numerator >= 0 && numerator <= denominator,
        "numerator",
        "out-of-range",
        "A part is no greater than the whole. If the source says so, keep it as a reading.");
  }

  private static void between0And1(String member, @Nullable BigDecimal share, Flaws flaws) {
    flaws.unless(
        share == null || (share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0),
        member,
        "out-of-range",
        "A share lies between 0 and 1.");
  }
}
