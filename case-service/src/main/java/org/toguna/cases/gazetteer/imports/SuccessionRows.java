package org.toguna.cases.gazetteer.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.csv.Row;
import org.toguna.cases.csv.RowFlaw;
import org.toguna.cases.gazetteer.imports.RowOutcome.Kind;
import org.toguna.kit.db.SqlParts;

/**
 * Takes rows that say what a unit, or one place, was replaced by in a reform. A row that puts a
 * part elsewhere than another puts the whole is not believed.
 */
final class SuccessionRows {
  private static final String WHOLE = "whole";
  private static final List<String> EXTENTS = List.of(WHOLE, "part");

  private final Connection connection;
  private final ImportOrder order;
  private final UnitBook book;
  private final Map<String, LocalDate> reforms = new HashMap<>();
  private final Map<String, Entry> standing = new HashMap<>();
  private final Set<String> changed = new HashSet<>();

  /** An entry with the units around it, itself included, and where files say that it went. */
  private record Entry(String id, List<String> path, Map<String, Said> to) {
    boolean lies(Entry around) {
      return !around.id.equals(id) && path.contains(around.id);
    }
  }

  private record Said(LocalDate day, String source, String extent) {}

  SuccessionRows(Connection connection, ImportOrder order, UnitBook book) throws SQLException {
    this.connection = connection;
    this.order = order;
    this.book = book;
    UnitTable.query(
        connection,
        "select country, max(begins) from division where begins is not null group by country",
        row -> reforms.put(row.getString(1), row.getObject(2, LocalDate.class)));
    var said = new HashMap<String, Map<String, Said>>();
    UnitTable.query(
        connection,
        "select entry, replaced_by, day, source, extent from succession",
        row ->
            said.computeIfAbsent(row.getString(1), _ -> new HashMap<>())
                .put(
                    row.getString(2),
                    new Said(
                        row.getObject(3, LocalDate.class), row.getString(4), row.getString(5))));
    var paths = new HashMap<String, List<String>>();
    UnitTable.query(
        connection,
        "select id, array_remove(array[adm0, adm1, adm2, adm3], null) from place"
            + " where id in (select entry from succession)",
        row -> paths.put(row.getString(1), path(row.getString(1), row.getArray(2).getArray())));
    said.forEach(
        (id, to) ->
            standing.put(
                id,
                new Entry(
                    id, book.find(id).map(UnitEntry::path).orElseGet(() -> paths.get(id)), to)));
  }

  private static List<String> path(String id, Object units) {
    var path = new ArrayList<>(List.of((String[]) units));
    path.add(id);
    return path;
  }

  RowOutcome take(Row row) throws RowFlaw, SQLException {
    row.mustBeWhole();
    var entry = entry(row);
    var to = successor(row);
    var day = row.date("day");
    var begins = reforms.get(to.country());
    if (day == null || begins == null || day.isBefore(begins)) {
      throw new RowFlaw(
          "day",
          "before-the-division",
          begins == null
              ? "No division of %s is known that a unit could belong to.".formatted(to.country())
              : "Give the day on which it was replaced, %s or later.".formatted(begins));
    }
    isOf(to, begins, true, "replaced_by");
    var unit = book.find(entry.id());
    if (unit.isPresent()) {
      isOf(unit.get(), begins, false, "entry");
    }
    if (!entry.path().getFirst().equals(to.path().getFirst())) {
      throw new RowFlaw("replaced_by", "another-country", "A unit of the same country is meant.");
    }
    var extent = row.text("extent") == null ? WHOLE : row.text("extent");
    if (!EXTENTS.contains(extent)) {
      throw new RowFlaw("extent", "unknown-extent", "The extent is whole or part.");
    }
    row.required("source", "Cite what says so: a law, an edition.");
    var said =
        new Said(
            day, Objects.requireNonNull(row.text("source", 500)), Objects.requireNonNull(extent));
    return write(row, entry, to, said);
  }

  private RowOutcome write(Row row, Entry entry, UnitEntry to, Said said)
      throws RowFlaw, SQLException {
    var before = entry.to().get(to.id());
    if (said.equals(before)) {
      return RowOutcome.taken(row, Kind.UNCHANGED, entry.id());
    }
    var next = new HashMap<>(entry.to());
    next.put(to.id(), said);
    var after = new Entry(entry.id(), entry.path(), next);
    agree(after, to);
    standing.put(entry.id(), after);
    changed.add(entry.id());
    new SqlParts()
        .add(
            "insert into succession values (?, ?, ?::date, ?, ?, ?::uuid) on conflict (entry,"
                + " replaced_by, day) do update set source = excluded.source, extent ="
                + " excluded.extent, import_id = excluded.import_id",
            entry.id(),
            to.id(),
            said.day().toString(),
            said.source(),
            said.extent(),
            order.id())
        .execute(connection);
    if (before != null && !before.day().equals(said.day())) {
      new SqlParts()
          .add(
              "delete from succession where entry = ? and replaced_by = ? and day = ?::date",
              entry.id(),
              to.id(),
              before.day().toString())
          .execute(connection);
    }
    return RowOutcome.taken(row, before == null ? Kind.CREATED : Kind.UPDATED, entry.id());
  }

  /** Whatever lies in another must lie where all of that went. */
  private void agree(Entry entry, UnitEntry to) throws RowFlaw {
    for (var other : standing.values()) {
      if (entry.lies(other) && !startsWith(to.path(), common(other))) {
        throw contradiction(entry, other);
      }
      if (other.lies(entry)) {
        for (var part : other.to().keySet()) {
          if (!startsWith(book.get(part).path(), common(entry))) {
            throw contradiction(other, entry);
          }
        }
      }
    }
  }

  private static RowFlaw contradiction(Entry part, Entry whole) {
    return new RowFlaw(
        "replaced_by",
        "contradicts",
        "%s lies in %s, all of which went to %s: correct one of them, or say there that it was a part (extent)."
            .formatted(part.id(), whole.id(), String.join(", ", whole.to().keySet())));
  }

  private static boolean startsWith(List<String> path, List<String> beginning) {
    return path.size() >= beginning.size() && path.subList(0, beginning.size()).equals(beginning);
  }

  /** What all units share to which an entry went; nothing but the country if a part is untold. */
  private List<String> common(Entry entry) {
    var paths = entry.to().keySet().stream().map(id -> book.get(id).path()).toList();
    boolean whole = entry.to().values().stream().allMatch(said -> said.extent().equals(WHOLE));
    int alike = whole ? paths.getFirst().size() : 1;
    for (var path : paths) {
      alike = Math.min(alike, path.size());
      while (!path.subList(0, alike).equals(paths.getFirst().subList(0, alike))) {
        alike--;
      }
    }
    return paths.getFirst().subList(0, alike);
  }

  private static void isOf(UnitEntry unit, LocalDate begins, boolean wanted, String column)
      throws RowFlaw {
    var from = unit.details().validFrom();
    boolean is = from != null && !from.isBefore(begins);
    if (is != wanted || unit.level() == 0) {
      throw new RowFlaw(
          column,
          wanted ? "not-of-the-division" : "of-the-division",
          wanted
              ? "%s did not come with the division of %s (valid_from).".formatted(unit.id(), begins)
              : "%s came with the division of %s: name what it replaced."
                  .formatted(unit.id(), begins));
    }
  }

  private UnitEntry successor(Row row) throws RowFlaw {
    var id = row.required("replaced_by", "Name the unit that came in its place, by its id.");
    return book.find(id)
        .orElseThrow(
            () ->
                new RowFlaw(
                    "replaced_by",
                    "unknown-unit",
                    "There is no unit of this id: import the units of the division first."));
  }

  private Entry entry(Row row) throws RowFlaw, SQLException {
    var name = row.required("entry", "Name a unit or a place, by its id or P-code.");
    var known = standing.get(name);
    if (known != null) {
      return known;
    }
    var unit = book.find(name).or(() -> coded(name));
    if (unit.isPresent()) {
      var id = unit.get().id();
      var before = standing.get(id);
      return before == null ? new Entry(id, unit.get().path(), Map.of()) : before;
    }
    return place(name)
        .orElseThrow(
            () ->
                new RowFlaw(
                    "entry",
                    "unknown-entry",
                    "No unit or place has this id, or several have this P-code: name one by its"
                        + " id."));
  }

  private Optional<UnitEntry> coded(String code) {
    if (code.length() <= 2) {
      return Optional.empty();
    }
    var coded = book.coded(code.substring(0, 2), code);
    return coded.size() == 1 ? Optional.of(coded.getFirst()) : Optional.empty();
  }

  private Optional<Entry> place(String name) throws SQLException {
    @Nullable Entry found = null;
    try (var select =
        connection.prepareStatement(
            "select id, array_remove(array[adm0, adm1, adm2, adm3], null) from place where id = ?"
                + " or pcode = ? and seat_of is null order by id <> ? limit 2")) {
      select.setString(1, name);
      select.setString(2, name);
      select.setString(3, name);
      try (var place = select.executeQuery()) {
        while (place.next()) {
          var id = place.getString(1);
          if (found != null) {
            return found.id().equals(name) ? Optional.of(found) : Optional.empty();
          }
          var before = standing.get(id);
          found =
              before == null
                  ? new Entry(id, path(id, place.getArray(2).getArray()), Map.of())
                  : before;
        }
      }
    }
    return Optional.ofNullable(found);
  }

  /** What was replaced otherwise than before is a new version of its entry. */
  void finish() throws SQLException {
    for (var table : List.of("unit", "place")) {
      new SqlParts()
          .add(
              "update "
                  + table
                  + " set version = version + 1, updated_at = ?::timestamptz, import_id = ?::uuid"
                  + " where id = any (?::text[])",
              Timestamp.from(order.at()),
              order.id(),
              changed.toArray(String[]::new))
          .execute(connection);
    }
  }
}
