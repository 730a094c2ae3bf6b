package org.toguna.kit.records;

import java.sql.Timestamp;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.records.RecordQuery.BoundingBox;

/** What a list is narrowed by, as conditions on its views {@code v} of a class {@code h}. */
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
    conditions.period(query);
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
    if (query.division() != null) {
      conditions.division(query.division());
    }
    if (query.updatedSince() != null) {
      parts.add(" and v.updated_at >= ?::timestamptz", Timestamp.from(query.updatedSince()));
    }
    if (query.text() != null) {
      // Met on the way; where few have them, they were looked up.
      parts.add(" and (v.search @@ h.words) is true");
    }
  }

  private void division(InDivision division) {
    if (division.among() != null) {
      parts.add(" and ");
      bearsOneOf(division.among());
    }
    if (!division.without().isEmpty()) {
      parts.add(" and not ");
      bearsOneOf(division.without());
    }
  }

  private void bearsOneOf(Set<String> entries) {
    String[] ids = entries.toArray(String[]::new);
    parts.add("(coalesce(v.other_units && ?::text[], false)", (Object) ids);
    for (String column : ListSource.UNIT_COLUMNS) {
      parts.add(" or coalesce(v." + column + " = any (?::text[]), false)", (Object) ids);
    }
    parts.add(")");
  }

  private void box(BoundingBox box) {
    parts.add(
        " and v.lat between ?::float8 and ?::float8 and v.lon between ?::float8 and ?::float8",
        box.south(),
        box.north(),
        box.west(),
        box.east());
  }

  /** Whoever has a bound is sorted behind the undated, which an index tells apart by that. */
  private void period(RecordQuery query) {
    if (query.undated() == Undated.ONLY) {
      parts.add(" and v.sort_date = ?::date", Facets.UNDATED);
      return;
    }
    if (query.leavesUndatedOut()) {
      parts.add(" and v.sort_date > ?::date", Facets.UNDATED);
    }
    if (query.from() != null) {
      parts.add(" and (v.date_to is null or v.date_to >= ?::date)", query.from());
    }
    if (query.to() != null) {
      parts.add(" and (v.date_from is null or v.date_from <= ?::date)", query.to());
    }
  }

  private void equal(String column, @Nullable String value) {
    if (value != null) {
      parts.add(" and v." + column + " = ?::text", value);
    }
  }
}
