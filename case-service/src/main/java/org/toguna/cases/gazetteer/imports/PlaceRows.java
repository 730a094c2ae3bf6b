package org.toguna.cases.gazetteer.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.csv.DamagedText;
import org.toguna.cases.csv.Row;
import org.toguna.cases.csv.RowFlaw;
import org.toguna.cases.gazetteer.Name;
import org.toguna.cases.gazetteer.imports.UnitEntry.Details;
import org.toguna.kit.marking.PlaceLevel;

/**
 * Reads the rows of a provider's places, and finds or opens the units they lie in. A row may tell
 * of a unit itself: then it bears the code that others name as theirs.
 */
final class PlaceRows {
  static final String ID = "[A-Za-z0-9][A-Za-z0-9:._-]{1,79}";

  private final UnitBook book;
  private final UnitRows units;
  private final Optional<String> coding;

  PlaceRows(UnitBook book, Optional<String> coding) {
    this.book = book;
    this.units = new UnitRows(book);
    this.coding = coding;
  }

  /** What a row turned out to be: a place to stage, or a unit that was taken. */
  sealed interface Taken {
    record Place(StagedPlace place) implements Taken {}

    record Unit(RowOutcome outcome) implements Taken {}
  }

  Taken take(Row row) throws RowFlaw {
    row.mustBeWhole();
    var id = row.required("place_id", "A place needs an id of its own: cod:ML050701001.");
    if (!id.matches(ID)) {
      throw new RowFlaw("place_id", "not-an-id", "An id has letters, digits and : . _ - only.");
    }
    var provider = row.required("source", "Name the provider and its edition.");
    if (!provider.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,59}")) {
      throw new RowFlaw(
          "source", "not-a-provider", "A provider has letters, digits and . _ - only.");
    }
    var name = row.name("name");
    double lat = row.degrees("lat", 90);
    double lon = row.degrees("lon", 180);
    var details = UnitRows.details(row, lat, lon);
    var pcode = row.pcode("pcode");
    var flags = new ArrayList<String>();
    var level = level(row, flags);
    if (RowDays.areOdd(row, details)) {
      flags.add(RowDays.ODD);
    }
    var country = Countries.code(row);
    // A place with a P-code belongs to the edition that gave it; others are placed in the
    // reference.
    var edition =
        coding.orElseGet(
            () -> pcode != null ? provider : book.referenceCoding(country).orElse(provider));
    if (pcode != null && level.ordinal() <= PlaceLevel.adm3.ordinal()) {
      return new Taken.Unit(unit(row, id, country, edition, level, pcode, name, details));
    }
    var path = path(row, country, edition, 3);
    for (int coarse = path.size(); coarse <= 3; coarse++) {
      if (row.text("admin%d_name".formatted(coarse)) != null) {
        flags.add("unit-not-found");
        break;
      }
    }
    var seatOf = seatOf(pcode, path);
    if (seatOf != null) {
      flags.add("seat-of-unit");
    }
    if (DamagedText.isDamaged(row.raw("name"))) {
      flags.add(Doubt.DAMAGED_NAME.word());
    }
    if (DamagedText.anyDamaged(others(row))) {
      flags.add(Doubt.DAMAGED_ALTERNATIVE_NAME.word());
    }
    return new Taken.Place(
        new StagedPlace(
            row.line(),
            id,
            provider,
            sourceId(row),
            pcode,
            level,
            name,
            row.text("ascii_name", 200),
            kind(row),
            country,
            lat,
            lon,
            path.stream().map(UnitEntry::id).toList(),
            seatOf,
            row.count("population"),
            details.validFrom(),
            details.validTo(),
            row.date("source_date"),
            flags,
            names(row, name)));
  }

  private static List<String> others(Row row) {
    var others = new ArrayList<>(List.of(row.raw("alt_names").split("\\|")));
    others.add(row.raw("ascii_name"));
    return others;
  }

  private static String sourceId(Row row) throws RowFlaw {
    row.required("source_id", "Give the provider's own id of the place.");
    return Objects.requireNonNull(row.text("source_id", 80));
  }

  private RowOutcome unit(
      Row row,
      String id,
      String country,
      String edition,
      PlaceLevel level,
      String pcode,
      String name,
      Details details)
      throws RowFlaw {
    if (level == PlaceLevel.country) {
      return units.takeCountry(row, country, edition, name, details);
    }
    var path = path(row, country, edition, level.ordinal() - 1);
    if (path.size() < level.ordinal()) {
      throw new RowFlaw(
          "admin%d_pcode".formatted(path.size()),
          "unknown-unit",
          "A unit of this level needs the units around it, by name and P-code.");
    }
    return units.take(row, path.getLast(), id, edition, pcode, name, details);
  }

  private List<UnitEntry> path(Row row, String country, String edition, int finest) throws RowFlaw {
    var path = new ArrayList<UnitEntry>();
    path.add(book.country(country));
    for (int level = 1; level <= finest; level++) {
      var unit = around(row, level, edition, path.getLast());
      if (unit.isEmpty()) {
        break;
      }
      path.add(unit.get());
    }
    return path;
  }

  private Optional<UnitEntry> around(Row row, int level, String edition, UnitEntry parent)
      throws RowFlaw {
    var column = "admin%d_pcode".formatted(level);
    var code = row.pcode(column);
    var name = row.text("admin%d_name".formatted(level), 200);
    if (code == null) {
      return name == null ? Optional.empty() : book.byName(parent, name);
    }
    var standing = book.meant(parent, edition, code, name, column);
    if (standing.isEmpty() && name == null) {
      throw new RowFlaw(
          column,
          "unknown-unit",
          "There is no unit %s in the coding %s: import its unit first, or give its name beside the code."
              .formatted(code, edition));
    }
    return standing.or(
        () -> Optional.of(book.open(parent, null, edition, code, name, List.of(), Details.NONE)));
  }

  /** The COD repeats a unit's seat under the unit's code filled up with zeros. */
  private static @Nullable String seatOf(@Nullable String pcode, List<UnitEntry> path) {
    if (pcode != null && pcode.endsWith("000")) {
      for (var unit : path.reversed()) {
        var code = unit.pcode();
        boolean filled =
            code != null
                && unit.level() > 0
                && pcode.startsWith(code)
                && pcode.substring(code.length()).chars().allMatch(digit -> digit == '0');
        if (filled) {
          return unit.id();
        }
      }
    }
    return null;
  }

  private static List<Name> names(Row row, String name) {
    var names = new ArrayList<Name>();
    names.add(Name.primary(name));
    var ascii = row.text("ascii_name");
    var others = row.names("alt_names");
    if (ascii != null && !ascii.equals(name) && !others.contains(ascii)) {
      names.add(Name.alternative(ascii));
    }
    others.stream().filter(other -> !other.equals(name)).map(Name::alternative).forEach(names::add);
    return names;
  }

  private static @Nullable String kind(Row row) {
    var kind = row.text("feature_class") + "." + row.text("feature_code");
    return kind.matches("[A-Z]\\.[A-Z0-9]{1,9}") ? kind : null;
  }

  private static PlaceLevel level(Row row, List<String> flags) {
    var code = row.text("feature_code");
    return switch (code == null ? "" : code) {
      case "PCLI" -> PlaceLevel.country;
      case "ADM1" -> PlaceLevel.adm1;
      case "ADM2" -> PlaceLevel.adm2;
      case "ADM3" -> PlaceLevel.adm3;
      case "PPLL", "PPLX" -> PlaceLevel.site;
      case "PPLQ" -> {
        flags.add("abandoned");
        yield PlaceLevel.site;
      }
      default -> PlaceLevel.village;
    };
  }
}
