package org.toguna.kit.records;

import java.time.Instant;
import java.time.LocalDate;
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

  /** The page's rows, one more than asked for, with the keys that open them. */
  SqlParts page() {
    var parts = new SqlParts();
    parts.add("select p.*, k.wrapped from (");
    if (unit == null) {
      branch(parts, PAGE_COLUMNS, null);
    } else {
      parts.add("(");
      branch(parts, PAGE_COLUMNS, "v." + UNIT_COLUMNS[unitLevel] + " = ?::text");
      parts.add(") union all (");
      branch(parts, PAGE_COLUMNS, "v.other_units @> array[?::text]");
      parts.add(")");
    }
    return parts.add(
        ") p join record_key k using (record_id) order by p.sort_date desc, p.record_id desc limit "
            + (limit + 1));
  }

  /** How many rows all pages together have. */
  SqlParts total() {
    var parts = new SqlParts();
    parts.add("select count(*) from record_view v");
    where(
        parts,
        unit == null
            ? null
            : "(v." + UNIT_COLUMNS[unitLevel] + " = ?::text or v.other_units @> array[?::text])",
        2);
    return parts;
  }

  private void branch(SqlParts parts, String columns, @Nullable String unitCondition) {
    parts.add("select " + columns + " from record_view v");
    where(parts, unitCondition, 1);
    if (after != null) {
      parts.add(
          " and (v.sort_date, v.record_id) < (?::date, ?::uuid)", after.sortDate(), after.id());
    }
    parts.add(" order by v.sort_date desc, v.record_id desc limit " + (limit + 1));
  }

  private void where(SqlParts parts, @Nullable String unitCondition, int unitParameters) {
    parts.add(" where v.kind = ?::text", kind);
    if (unitCondition != null) {
      parts.add(
          " and " + unitCondition, java.util.Collections.nCopies(unitParameters, unit).toArray());
    }
    equal(parts, "type", type);
    equal(parts, "status", status);
    equal(parts, "stage", stage);
    equal(parts, "tlp", tlp);
    if (box != null) {
      parts.add(
          " and v.lon between ?::float8 and ?::float8 and v.lat between ?::float8 and ?::float8",
          box.west(),
          box.east(),
          box.south(),
          box.north());
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
