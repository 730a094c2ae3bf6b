package org.toguna.cases.incidents.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.csv.DamagedText;
import org.toguna.cases.csv.Row;
import org.toguna.cases.csv.RowFlaw;
import org.toguna.kit.values.PlaceReference;

/**
 * Where a row says that its event happened: the finest unit that its precision and the gazetteer
 * allow, every word of it kept. A unit that is not found leaves the next one around it.
 *
 * @param around the units that a point of it must lie in: the finest and the country
 */
record GedPlace(PlaceReference reference, List<UnitNames.Unit> around, Set<String> flags) {
  private static final int LONGEST = 300;

  /** Columns whose words are kept as they stand. */
  private static final List<String> WORDS =
      List.of("where_coordinates", "adm_1", "adm_2", "side_a", "side_b", "country");

  static GedPlace of(Row row, UnitNames names, LocalDate day, String wherePrec) throws RowFlaw {
    String countryName = row.required("country", "Name the country.");
    UnitNames.Unit country =
        names
            .country(countryName, day)
            .orElseThrow(
                () ->
                    new RowFlaw(
                        "country",
                        "unknown-country",
                        "The gazetteer has no country of this name. Import its units, then retry"
                            + " the failed rows; or correct the name."));
    var flags = new TreeSet<String>();
    if (WORDS.stream().map(row::raw).anyMatch(DamagedText::isDamaged)) {
      flags.add("words_damaged");
    }
    UnitNames.Unit finest = finest(row, names, country, day, levels(wherePrec), flags);
    return new GedPlace(
        new PlaceReference(
            finest.id(),
            null,
            null,
            asStated(row),
            precision(wherePrec),
            null,
            null,
            List.of(),
            null,
            null),
        // Of a road, or of something at sea, the unit named is only where its middle was set.
        switch (wherePrec) {
          case "5" -> List.of(country);
          case "7" -> List.of();
          default -> List.of(finest, country);
        },
        flags);
  }

  /** How many levels below the country the precision vouches for. */
  private static int levels(String wherePrec) {
    return switch (wherePrec) {
      case "1", "2", "3" -> 2;
      // A road or a river has no unit of its own, but the row names a region around its point.
      case "4", "5" -> 1;
      default -> 0;
    };
  }

  /** Of the unit that is referred to; how precise the row's own point is, its position says. */
  private static String precision(String wherePrec) {
    return switch (wherePrec) {
      case "5" -> "vague";
      case "7" -> "over_water";
      default -> "unit";
    };
  }

  private static UnitNames.Unit finest(
      Row row,
      UnitNames names,
      UnitNames.Unit country,
      LocalDate day,
      int levels,
      Set<String> flags) {
    String regionName = levels >= 1 ? row.text("adm_1") : null;
    String districtName = levels >= 2 ? row.text("adm_2") : null;
    Optional<UnitNames.Unit> region = named(names, 1, regionName, country, day, flags);
    UnitNames.Unit around = region.orElse(country);
    if (districtName == null) {
      missing(regionName != null && region.isEmpty(), flags);
      return around;
    }
    Optional<UnitNames.Unit> within =
        region.flatMap(found -> named(names, 2, districtName, found, day, flags));
    if (within.isPresent()) {
      return within.get();
    }
    // Regions are cut anew; a district of that very name elsewhere in the country is the same one.
    Optional<UnitNames.Unit> elsewhere = names.unit(2, districtName, country, day);
    elsewhere.ifPresent(_ -> flags.add("unit_in_another_region"));
    missing(elsewhere.isEmpty(), flags);
    return elsewhere.orElse(around);
  }

  private static Optional<UnitNames.Unit> named(
      UnitNames names,
      int level,
      @Nullable String name,
      UnitNames.Unit within,
      LocalDate day,
      Set<String> flags) {
    if (name == null) {
      return Optional.empty();
    }
    Optional<UnitNames.Unit> exactly = names.unit(level, name, within, day);
    if (exactly.isPresent()) {
      return exactly;
    }
    Optional<UnitNames.Unit> nearly = names.spelt(level, name, within, day);
    nearly.ifPresent(_ -> flags.add("unit_by_spelling"));
    return nearly;
  }

  private static void missing(boolean missing, Set<String> flags) {
    if (missing) {
      flags.add("unit_not_found");
    }
  }

  /** The row's words from fine to coarse; what does not fit is told by {@link #narrative}. */
  private static String asStated(Row row) {
    List<String> words = words(row);
    String all = String.join(", ", words);
    return all.length() <= LONGEST ? all : all.substring(0, LONGEST - 1) + "…";
  }

  /** The place in the row's own words, where they are longer than a reference to a place holds. */
  static @Nullable String narrative(Row row) {
    String all = String.join(", ", words(row));
    return all.length() <= LONGEST ? null : all;
  }

  private static List<String> words(Row row) {
    String point = row.text("where_coordinates");
    String description = row.text("where_description");
    var words = new ArrayList<String>();
    Stream.of(description, point, row.text("adm_2"), row.text("adm_1"), row.text("country"))
        .filter(Objects::nonNull)
        .filter(word -> !words.contains(word))
        .forEach(words::add);
    return words;
  }
}
