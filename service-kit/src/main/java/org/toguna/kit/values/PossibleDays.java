package org.toguna.kit.values;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.MayLie.Beyond;

/**
 * Which days a date can name at all. What cannot be is kept as stated and said to be odd; nobody
 * corrects it silently, and nothing reckons with it.
 *
 * <p>An expression is odd if any date that it names is: of an interval each end, of a set each
 * element. How far its own vagueness reaches is not: 202X is a decade that is not over.
 */
public final class PossibleDays {
  /** A date that lies after the day on which it was recorded. */
  public static final String AHEAD = "day-ahead";

  /** A date before anything that such a field can tell of. */
  public static final String LONG_AGO = "day-long-ago";

  public static final Set<String> CODES = Set.of(AHEAD, LONG_AGO);

  private static final int YEARS_OF_PLANS = 10;
  private static final LocalDate WITHIN_MEMORY = LocalDate.of(1900, 1, 1);
  private static final LocalDate WITHIN_TRADITION = LocalDate.of(1000, 1, 1);

  private PossibleDays() {}

  /** Whether somebody can have observed it, as of the day on which it is recorded. */
  public static boolean canBe(UncertainDate date, LocalDate recorded) {
    return oddity(date, Set.of(), recorded, JsonPointer.empty()).isEmpty();
  }

  /**
   * What is odd about a date, if anything is.
   *
   * @param allowed how far its field lets it lie
   * @param recorded the day on which it was recorded: what lay ahead then was seen by nobody
   */
  public static Optional<Flaw> oddity(
      UncertainDate date, Set<Beyond> allowed, LocalDate recorded, JsonPointer at) {
    // Somewhere it is tomorrow already.
    LocalDate last = allowed.contains(Beyond.AHEAD) ? plans(recorded) : recorded.plusDays(1);
    if (isAfter(date, last, plans(recorded))) {
      return Optional.of(
          Flaw.at(
              at,
              AHEAD,
              allowed.contains(Beyond.AHEAD)
                  ? "More than %d years ahead. It is kept as stated and counts as undated."
                      .formatted(YEARS_OF_PLANS)
                  : "It lay ahead on %s, when it was recorded. It is kept as stated and counts as"
                          .formatted(recorded)
                      + " undated."));
    }
    LocalDate first = allowed.contains(Beyond.LONG_AGO) ? WITHIN_TRADITION : WITHIN_MEMORY;
    return isBefore(date, first)
        ? Optional.of(
            Flaw.at(
                at,
                LONG_AGO,
                "Before %d. It is kept as stated and counts as undated."
                    .formatted(first.getYear())))
        : Optional.empty();
  }

  private static LocalDate plans(LocalDate recorded) {
    return recorded.plusYears(YEARS_OF_PLANS);
  }

  private static boolean isAfter(UncertainDate date, LocalDate last, LocalDate farthest) {
    Optional<Edtf> said = date.expression();
    LocalDate latest = date.latest();
    return isAfter(date.earliest(), last)
        || said.stream().flatMap(PossibleDays::named).anyMatch(one -> isAfter(one.from(), last))
        || (isAfter(latest, farthest) && !Objects.equals(latest, to(said)));
  }

  private static boolean isBefore(UncertainDate date, LocalDate first) {
    Optional<Edtf> said = date.expression();
    LocalDate earliest = date.earliest();
    return isBefore(date.latest(), first)
        || said.stream().flatMap(PossibleDays::named).anyMatch(one -> isBefore(one.to(), first))
        || (isBefore(earliest, first) && !Objects.equals(earliest, from(said)));
  }

  private static boolean isAfter(@Nullable LocalDate day, LocalDate last) {
    return day != null && day.isAfter(last);
  }

  private static boolean isBefore(@Nullable LocalDate day, LocalDate first) {
    return day != null && day.isBefore(first);
  }

  private static @Nullable LocalDate from(Optional<Edtf> said) {
    return said.map(Edtf::from).orElse(null);
  }

  private static @Nullable LocalDate to(Optional<Edtf> said) {
    return said.map(Edtf::to).orElse(null);
  }

  /** The dates that an expression names. */
  private static Stream<EdtfDate> named(Edtf said) {
    return switch (said) {
      case EdtfDate date -> Stream.of(date);
      case EdtfInterval interval ->
          Stream.of(interval.start(), interval.end())
              .map(EdtfInterval.End::date)
              .flatMap(Stream::ofNullable);
      case EdtfSet set ->
          set.elements().stream()
              .flatMap(
                  one ->
                      Stream.concat(Stream.ofNullable(one.first()), Stream.ofNullable(one.last())));
    };
  }
}
