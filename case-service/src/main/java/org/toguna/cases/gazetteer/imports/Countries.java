package org.toguna.cases.gazetteer.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.toguna.cases.csv.Row;
import org.toguna.cases.csv.RowFlaw;
import org.toguna.cases.gazetteer.Name;

/** The countries of ISO 3166, in the codes providers use and the languages of the region. */
final class Countries {
  static final String CODING = "ISO-3166";

  private static final Map<String, String> BY_THREE_LETTERS =
      Arrays.stream(Locale.getISOCountries())
          .collect(
              Collectors.toMap(
                  two -> Locale.of("", two).getISO3Country(), Function.identity(), (a, _) -> a));

  private static final Set<String> BY_TWO_LETTERS = Set.of(Locale.getISOCountries());

  private Countries() {}

  /** The two letters of a country that was given by two or three. */
  static String code(Row row) throws RowFlaw {
    var given =
        row.required("country", "Name the country by its code of ISO 3166, such as MLI or ML.");
    return code(given)
        .orElseThrow(
            () ->
                new RowFlaw(
                    "country",
                    "unknown-country",
                    "Name the country by its code of ISO 3166: MLI or ML."));
  }

  static Optional<String> code(String given) {
    return Optional.ofNullable(given.length() == 2 ? given : BY_THREE_LETTERS.get(given))
        .filter(BY_TWO_LETTERS::contains);
  }

  static String name(String code) {
    return Locale.of("", code).getDisplayCountry(Locale.FRENCH);
  }

  static List<Name> otherNames(String code) {
    var country = Locale.of("", code);
    return List.of(
        new Name(country.getDisplayCountry(Locale.ENGLISH), "en", Name.Kind.ALTERNATIVE),
        new Name(country.getDisplayCountry(Locale.of("ar")), "ar", Name.Kind.ALTERNATIVE));
  }
}
