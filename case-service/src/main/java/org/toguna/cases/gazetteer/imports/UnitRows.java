package org.toguna.cases.gazetteer.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.csv.DamagedText;
import org.toguna.cases.csv.Row;
import org.toguna.cases.csv.RowFlaw;
import org.toguna.cases.gazetteer.Name;
import org.toguna.cases.gazetteer.imports.RowOutcome.Kind;
import org.toguna.cases.gazetteer.imports.UnitEntry.Details;

/** Takes rows that tell of administrative units. */
final class UnitRows {
  private final UnitBook book;

  /** What this file means by a code, in whatever edition the unit stands. */
  private final Map<String, UnitEntry> meant = new HashMap<>();

  UnitRows(UnitBook book) {
    this.book = book;
  }

  private record Levelled(Row row, int level) {}

  /** The rows of a file of units, parents before children whatever their order. */
  List<RowOutcome> take(Iterable<Row> rows, String coding) {
    var outcomes = new ArrayList<RowOutcome>();
    var levelled = new ArrayList<Levelled>();
    for (var row : rows) {
      var level = row.text("level");
      if (level != null && level.matches("[123]")) {
        levelled.add(new Levelled(row, Integer.parseInt(level)));
      } else {
        outcomes.add(
            RowOutcome.rejected(
                row,
                new RowFlaw(
                    "level",
                    "unknown-level",
                    "Units have level 1, 2 or 3; countries need no row.")));
      }
    }
    levelled.sort(Comparator.comparingInt(Levelled::level));
    var seen = new HashSet<String>();
    for (var each : levelled) {
      int mark = book.mark();
      try {
        outcomes.add(take(each.row(), each.level(), coding, seen));
      } catch (RowFlaw flaw) {
        book.backTo(mark);
        outcomes.add(RowOutcome.rejected(each.row(), flaw));
      }
    }
    return outcomes;
  }

  private RowOutcome take(Row row, int level, String coding, Set<String> seen) throws RowFlaw {
    row.mustBeWhole();
    var country = Countries.code(row);
    var name = row.name("name");
    var id = id(row, "unit_id");
    var pcode = id == null ? row.requiredPcode("pcode") : row.pcode("pcode");
    var said = country + (pcode == null ? id : pcode);
    if (seen.contains(said)) {
      throw new RowFlaw(
          "pcode", "repeated", "An earlier row of this file has this code; keep one of them.");
    }
    var parent = parent(row, country, level, coding);
    var outcome = take(row, parent, id, coding, pcode, name, cited(row));
    seen.add(said);
    if (pcode != null) {
      meant.put(country + pcode, book.get(outcome.id()));
    }
    return outcome;
  }

  /** An id of ours, for units to which nobody has published a code. */
  private static @Nullable String id(Row row, String column) throws RowFlaw {
    var id = row.text(column, 80);
    if (id != null && !id.matches(PlaceRows.ID)) {
      throw new RowFlaw(column, "not-an-id", "An id has letters, digits and : . _ - only.");
    }
    return id;
  }

  /** One unit, opened if its edition has no such code yet. */
  RowOutcome take(
      Row row,
      UnitEntry parent,
      @Nullable String id,
      String coding,
      @Nullable String pcode,
      String name,
      Details details)
      throws RowFlaw {
    var others =
        row.names("alt_names").stream()
            .filter(other -> !other.equals(name))
            .map(Name::alternative)
            .toList();
    var standing =
        pcode == null
            ? book.uncoded(Objects.requireNonNull(id), parent, coding)
            : book.meant(parent, coding, pcode, name, "pcode");
    if (standing.isEmpty()) {
      var unit = book.open(parent, id, coding, pcode, name, others, details);
      return RowOutcome.taken(row, Kind.CREATED, unit.id()).flagged(doubts(row, unit));
    }
    return say(row, standing.get(), coding, name, others, details);
  }

  /** A country, which stands as soon as it is spoken of. */
  RowOutcome takeCountry(Row row, String country, String speaker, String name, Details details) {
    var others = row.names("alt_names").stream().map(Name::alternative).toList();
    return say(row, book.country(country), speaker, name, others, details);
  }

  private RowOutcome say(
      Row row, UnitEntry unit, String speaker, String name, List<Name> others, Details details) {
    var next = unit.saidBy(speaker, name, others, details);
    if (next.saysTheSameAs(unit)) {
      return RowOutcome.taken(row, Kind.UNCHANGED, unit.id()).flagged(doubts(row, unit));
    }
    book.replace(next);
    var kind = book.isNew(unit) ? Kind.CREATED : Kind.UPDATED;
    return RowOutcome.taken(row, kind, unit.id()).flagged(doubts(row, next));
  }

  /** What is to be looked at in a row, and of the unit that it tells of. */
  private List<String> doubts(Row row, UnitEntry unit) {
    var doubts = new ArrayList<String>();
    var said = unit.details();
    if (said.lat() != null && said.lon() != null) {
      Extents.doubt(unit.country(), said.lat(), said.lon())
          .ifPresent(_ -> doubts.add(Extents.FLAG));
    }
    if (DamagedText.isDamaged(row.raw("name"))) {
      doubts.add(Doubt.DAMAGED_NAME.word());
    }
    if (DamagedText.isDamaged(row.raw("alt_names").replace("|", " | "))) {
      doubts.add(Doubt.DAMAGED_ALTERNATIVE_NAME.word());
    }
    if (book.isWithdrawn(unit)) {
      doubts.add("withdrawn");
    }
    return doubts;
  }

  private UnitEntry parent(Row row, String country, int level, String coding) throws RowFlaw {
    var id = id(row, "parent_id");
    if (id != null) {
      return book.find(id)
          .filter(unit -> unit.country().equals(country) && unit.level() == level - 1)
          .orElseThrow(
              () ->
                  new RowFlaw(
                      "parent_id",
                      "unknown-unit",
                      "There is no unit %s of level %d: add its row, or correct the id."
                          .formatted(id, level - 1)));
    }
    var code = row.requiredPcode("parent_pcode");
    var ofFile = Optional.ofNullable(meant.get(country + code));
    return ofFile
        .or(
            () ->
                book.coded(country, code).stream()
                    .filter(unit -> unit.coding().equals(coding) || unit.level() == 0)
                    .findFirst())
        .filter(unit -> unit.level() == level - 1)
        .orElseThrow(
            () ->
                new RowFlaw(
                    "parent_pcode",
                    "unknown-unit",
                    "There is no unit %s of level %d in the coding %s: add its row, or correct the code."
                        .formatted(code, level - 1, coding)));
  }

  /** What a row of units says, with what it is cited from. */
  private static Details cited(Row row) throws RowFlaw {
    var said = details(row, null, null);
    return new Details(said.validFrom(), said.validTo(), null, null, row.text("source", 500));
  }

  static Details details(Row row, @Nullable Double lat, @Nullable Double lon) throws RowFlaw {
    var from = row.date("valid_from");
    var to = row.date("valid_to");
    if (from != null && to != null && to.isBefore(from)) {
      throw new RowFlaw(
          "valid_to", "ends-before-start", "The validity must not end before it begins.");
    }
    return new Details(from, to, lat, lon, null);
  }
}
