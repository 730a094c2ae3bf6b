package org.toguna.kit.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.SqlParts;

/**
 * What a reader asks of a list. Filters combine; each narrows the reader's own views before
 * anything is counted.
 *
 * @param unitLevel where {@code unit} stands in the tree, as {@link Units} says
 * @param from together with {@code to}: bounds that a record's own bounds must overlap
 * @param after the last row of the page before
 */
public record RecordQuery(
    String kind,
    @Nullable String type,
    @Nullable String status,
    @Nullable String stage,
    @Nullable String tlp,
    @Nullable String unit,
    int unitLevel,
    @Nullable BoundingBox box,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable UUID actor,
    @Nullable UUID link,
    @Nullable Instant updatedSince,
    @Nullable String text,
    @Nullable After after,
    int limit) {
  private static final String[] UNIT_COLUMNS = {"unit0", "unit1", "unit2", "unit3", "place"};

  /** Degrees, WGS 84; boxes do not cross the antimeridian. */
  public record BoundingBox(double west, double south, double east, double north) {}

  /** A place in the stable order of a list. */
  public record After(LocalDate sortDate, UUID id) {}

  /** A query for everything of a kind. */
  public static RecordQuery all(String kind, int limit) {
    return new RecordQuery(
        kind, null, null, null, null, null, 0, null, null, null, null, null, null, null, null,
        limit);
  }

  private static final String PAGE_COLUMNS =
      "v.record_id, v.view, v.tlp, v.version, v.etag, v.body, v.sort_date";

  /**
   * The page's rows, one more than asked for, with the keys that open them. Each branch is in the
   * list's order by an index of its own, and no record is in two of them.
   */
  SqlParts page() {
    var parts = new SqlParts();
    parts.add("select p.*, k.wrapped from (");
    String separator = "(";
    for (Condition where : units()) {
      for (Condition when : startingUntil()) {
        parts.add(separator);
        if (box != null && unit == null) {
          cellByCell(parts, box, when);
        } else {
          branch(parts, where, when);
        }
        separator = ") union all (";
      }
    }
    return parts.add(
        ")) p join record_key k using (record_id) order by p.sort_date desc, p.record_id desc"
            + " limit "
            + (limit + 1));
  }

  /**
   * The latest of each cell that the box touches, whatever the whole holds: of the box's, no record
   * is later than the first page of its cell.
   */
  private void cellByCell(SqlParts parts, BoundingBox within, Condition when) {
    var grid = MapGrid.of(within);
    parts.add(
        "select m.* from unnest(?::int[]) c (cell) cross join lateral (",
        (Object) grid.cells(within));
    branch(parts, new Condition("v.%s = c.cell".formatted(grid.column()), null), when);
    parts.add(") m order by m.sort_date desc, m.record_id desc limit " + (limit + 1));
  }

  /** Part of a condition, and the value of its question mark; {@link #NONE} holds for all. */
  private record Condition(String sql, @Nullable Object value) {
    static final Condition NONE = new Condition("", null);

    void addTo(SqlParts parts) {
      if (value != null) {
        parts.add(" and " + sql, value);
      } else if (!sql.isEmpty()) {
        parts.add(" and " + sql);
      }
    }
  }

  private List<Condition> units() {
    return unit == null
        ? List.of(Condition.NONE)
        : List.of(
            new Condition("v." + UNIT_COLUMNS[unitLevel] + " = ?::text", unit),
            new Condition("v.other_units @> array[?::text]", unit));
  }

  /**
   * A list by period begins where the period ends, and walks nothing that is later: records are
   * sorted by their first day. Those without one are sorted by their last, and may be later.
   */
  private List<Condition> startingUntil() {
    return to == null
        ? List.of(Condition.NONE)
        : List.of(
            new Condition("v.sort_date <= ?::date", to),
            new Condition("v.date_from is null and v.sort_date > ?::date", to));
  }

  /** How many rows all pages together have. */
  SqlParts total() {
    var parts = new SqlParts();
    parts.add("select count(*) from record_view v where v.kind = ?::text", kind);
    if (unit != null) {
      parts.add(
          " and (v." + UNIT_COLUMNS[unitLevel] + " = ?::text or v.other_units @> array[?::text])",
          unit,
          unit);
    }
    if (box != null) {
      var grid = MapGrid.of(box);
      parts.add(" and v.%s = any (?::int[])".formatted(grid.column()), (Object) grid.cells(box));
    }
    filters(parts);
    return parts;
  }

  private void branch(SqlParts parts, Condition where, Condition when) {
    parts.add("select " + PAGE_COLUMNS + " from record_view v where v.kind = ?::text", kind);
    where.addTo(parts);
    filters(parts);
    when.addTo(parts);
    after(parts);
    parts.add(" order by v.sort_date desc, v.record_id desc limit " + (limit + 1));
  }

  private void after(SqlParts parts) {
    if (after != null) {
      parts.add(
          " and (v.sort_date, v.record_id) < (?::date, ?::uuid)", after.sortDate(), after.id());
    }
  }

  private void filters(SqlParts parts) {
    equal(parts, "type", type);
    equal(parts, "status", status);
    equal(parts, "stage", stage);
    equal(parts, "tlp", tlp);
    if (box != null) {
      parts.add(
          " and v.lat between ?::float8 and ?::float8 and v.lon between ?::float8 and ?::float8",
          box.south(),
          box.north(),
          box.west(),
          box.east());
    }
    if (from != null) {
      parts.add(" and (v.date_to is null or v.date_to >= ?::date)", from);
    }
    if (to != null) {
      parts.add(" and (v.date_from is null or v.date_from <= ?::date)", to);
    }
    if (actor != null) {
      parts.add(" and v.actors @> array[?::uuid]", actor);
    }
    if (link != null) {
      parts.add(" and v.links @> array[?::uuid]", link);
    }
    if (updatedSince != null) {
      parts.add(" and v.updated_at >= ?::timestamptz", java.sql.Timestamp.from(updatedSince));
    }
    if (text != null) {
      parts.add(" and v.search @@ websearch_to_tsquery('simple', unaccent(?::text))", text);
    }
  }

  private static void equal(SqlParts parts, String column, @Nullable String value) {
    if (value != null) {
      parts.add(" and v." + column + " = ?::text", value);
    }
  }
}
