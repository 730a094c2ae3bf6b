package org.toguna.kit.records;

import java.sql.Timestamp;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.records.RecordQuery.BoundingBox;

/** What a list is narrowed by, as conditions on its views {@code v}. */
final class RecordConditions {
  private final SqlParts parts;

  private RecordConditions(SqlParts parts) {
    this.parts = parts;
  }

  /**
   * Adds all conditions but that on the record which the list is about: a list by that is read from
   * nowhere else.
   *
   * @param unit whether that on the unit as well, where nothing else sees to it
   * @param actor whether that on the actor as well
   */
  static void add(SqlParts parts, RecordQuery query, boolean unit, boolean actor) {
    var conditions = new RecordConditions(parts);
    conditions.equal("type", query.type());
    conditions.equal("status", query.status());
    conditions.equal("stage", query.stage());
    conditions.equal("tlp", query.tlp());
    if (query.box() != null) {
      conditions.box(query.box());
    }
    conditions.period(query.from(), query.to());
    if (actor && query.actor() != null) {
      parts.add(" and v.actors @> array[?::uuid]", query.actor());
    }
    if (unit && query.unit() != null) {
      parts.add(
          " and (v.%s = ?::text or v.other_units @> array[?::text])"
              .formatted(ListSource.UNIT_COLUMNS[query.unitLevel()]),
          query.unit(),
          query.unit());
    }
    if (query.updatedSince() != null) {
      parts.add(" and v.updated_at >= ?::timestamptz", Timestamp.from(query.updatedSince()));
    }
    if (query.text() != null) {
      words(parts, "v", query.text());
    }
  }

  static void words(SqlParts parts, String table, String words) {
    parts.add(
        " and " + table + ".search @@ websearch_to_tsquery('simple', unaccent(?::text))", words);
  }

  private void box(BoundingBox box) {
    parts.add(
        " and v.lat between ?::float8 and ?::float8 and v.lon between ?::float8 and ?::float8",
        box.south(),
        box.north(),
        box.west(),
        box.east());
  }

  private void period(@Nullable LocalDate from, @Nullable LocalDate to) {
    if (from != null) {
      parts.add(" and (v.date_to is null or v.date_to >= ?::date)", from);
    }
    if (to != null) {
      parts.add(" and (v.date_from is null or v.date_from <= ?::date)", to);
    }
  }

  private void equal(String column, @Nullable String value) {
    if (value != null) {
      parts.add(" and v." + column + " = ?::text", value);
    }
  }
}
