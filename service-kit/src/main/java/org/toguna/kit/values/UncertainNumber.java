package org.toguna.kit.values;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonPointer;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A number as far as it is known. A bound that is not given is unknown, never zero: "as many as 80"
 * has a high of 80 and neither low nor best.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A number as far as it is known; what is left out is unknown, never zero.")
public record UncertainNumber(
    @Schema(minimum = "-1000000000000000", maximum = "1000000000000000") @Nullable BigDecimal low,
    @Schema(minimum = "-1000000000000000", maximum = "1000000000000000") @Nullable BigDecimal best,
    @Schema(minimum = "-1000000000000000", maximum = "1000000000000000") @Nullable BigDecimal high,
    @Schema(description = "What is counted", examples = "persons", maxLength = 60)
        @Nullable String unit,
    @Schema(description = "The words of the source", maxLength = 500) @Nullable String asStated,
    @Schema(
            description = "The hedge as stated",
            examples = {"as many as", "may have"},
            maxLength = 120)
        @Nullable String hedge) {

  public UncertainNumber {
    low = Quantity.plain(low);
    best = Quantity.plain(best);
    high = Quantity.plain(high);
  }

  /** A number known exactly. */
  public static UncertainNumber exactly(long number, @Nullable String unit) {
    BigDecimal exact = BigDecimal.valueOf(number);
    return new UncertainNumber(exact, exact, exact, unit, null, null);
  }

  public static UncertainNumber atMost(long high, @Nullable String unit) {
    return new UncertainNumber(null, null, BigDecimal.valueOf(high), unit, null, null);
  }

  public static UncertainNumber atLeast(long low, @Nullable String unit) {
    return new UncertainNumber(BigDecimal.valueOf(low), null, null, unit, null, null);
  }

  public UncertainNumber stated(String words) {
    return new UncertainNumber(low, best, high, unit, words, hedge);
  }

  /**
   * The range in which the sum lies; a bound that one of them leaves unknown is unknown in the sum.
   *
   * @throws IllegalArgumentException if they do not count the same unit
   */
  public static UncertainNumber sum(Collection<UncertainNumber> numbers) {
    List<@Nullable String> units = numbers.stream().map(UncertainNumber::unit).distinct().toList();
    if (units.size() > 1) {
      throw new IllegalArgumentException("Numbers of different units have no sum.");
    }
    return new UncertainNumber(
        sum(numbers, UncertainNumber::low),
        sum(numbers, UncertainNumber::best),
        sum(numbers, UncertainNumber::high),
        units.isEmpty() ? null : units.getFirst(),
        null,
        null);
  }

  private static @Nullable BigDecimal sum(
      Collection<UncertainNumber> numbers, Function<UncertainNumber, @Nullable BigDecimal> part) {
    List<@Nullable BigDecimal> parts = numbers.stream().map(part).toList();
    return parts.contains(null)
        ? null
        : parts.stream().map(Objects::requireNonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What is wrong with it; an impossible number belongs among the readings, as stated. */
  public List<Flaw> flaws(JsonPointer at) {
    Flaws flaws = new Flaws(at);
    Quantity.ordered(low, best, high, flaws);
    flaws.atMost("unit", unit, 60);
    flaws.atMost("asStated", asStated, 500);
    flaws.atMost("hedge", hedge, 120);
    flaws.unless(
        low != null || best != null || high != null || asStated != null,
        "",
        "says-nothing",
        "Give a number or the words of the source in asStated; or leave it out and say some, none"
            + " or unknown in states.");
    return flaws.found();
  }
}
