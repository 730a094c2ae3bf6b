package org.toguna.kit.records;

import java.util.Objects;
import org.toguna.kit.db.SqlParts;

/**
 * A list as the database is asked for it. Below the policies only what is leak-proof is answered by
 * an index, so each list is read from where an index holds it in its order: by what a record is
 * about, by unit, by the cells of a map, or by date alone; whatever else was asked for is looked at
 * on the way, until the page is full.
 *
 * <p>Words and actors may be found by few records or by many, and nobody knows before. So the first
 * are looked up; if they are all, the page is made of them, and otherwise it is soon full on the
 * way.
 */
final class RecordListing {
  private static final String PAGE_COLUMNS =
      "v.record_id, v.view, v.tlp, v.version, v.etag, v.body, v.sort_date";

  private final RecordQuery query;
  private final String kind;
  private final SqlParts parts = new SqlParts();

  private RecordListing(RecordQuery query) {
    this.query = query;
    if (!query.kind().matches("[a-z-]{1,40}")) {
      throw new IllegalArgumentException("Not the name of a kind: " + query.kind());
    }
    // In the statement itself: a plan for any kind would take incidents for as rare as all others.
    this.kind = "kind = '" + query.kind() + "'";
  }

  /**
   * The page's rows, one more than asked for, with the keys that open them. No record comes from
   * two sources.
   */
  static SqlParts page(RecordQuery query) {
    return new RecordListing(query).page();
  }

  /** How many rows all pages together have. */
  static SqlParts total(RecordQuery query) {
    return new RecordListing(query).total();
  }

  /**
   * A list by period begins where the period ends, and walks nothing that is later: records are
   * sorted by their first day. Those without one are sorted by their last, and may be later; they
   * are few, have an index of their own, and are looked through for whatever is asked.
   */
  private enum Begun {
    ANY,
    BY_THEN,
    NOBODY_KNOWS_WHEN
  }

  /** What is about one record is few, and the statement shorter without. */
  private boolean beginsAtItsEnd() {
    return query.to() != null && query.link() == null;
  }

  private SqlParts page() {
    int few = ListSource.few(query);
    if (few > 0) {
      lookUp(few);
    }
    parts.add("select p.*, k.wrapped from (");
    String separator = "(";
    if (few > 0) {
      parts.add("(");
      ofTheFew(few);
      separator = ") union all (";
    }
    for (ListSource source : ListSource.of(query)) {
      parts.add(separator);
      rows(source, beginsAtItsEnd() ? Begun.BY_THEN : Begun.ANY, few);
      separator = ") union all (";
    }
    if (beginsAtItsEnd()) {
      parts.add(separator);
      rows(ListSource.Views.ALL, Begun.NOBODY_KNOWS_WHEN, few);
    }
    parts.add(")) p join record_key k using (record_id)");
    order("p");
    return parts;
  }

  /** The first that hold the words, or are of the actor, whatever else is asked of them. */
  private void lookUp(int few) {
    parts.add("with few as materialized (select f.record_id, f.view, f.sort_date from ");
    if (query.text() != null) {
      parts.add("record_view f where f." + kind);
      RecordConditions.words(parts, "f", query.text());
    } else {
      parts.add(
          "record_about f where f.about = ?::text and f." + kind,
          ListSource.about(Objects.requireNonNull(query.actor())));
    }
    parts.add(" limit " + (few + 1) + ") ");
  }

  private void ofTheFew(int few) {
    parts.add(
        "select v.* from (select * from few where (select count(*) from few) <= "
            + few
            + " order by sort_date desc, record_id desc) a cross join lateral (select "
            + PAGE_COLUMNS);
    sameView(ListSource.SeesTo.NOTHING, Begun.ANY);
    parts.add(") v where true");
    inOrder("a", Begun.ANY, 0);
    order("a");
  }

  private void rows(ListSource source, Begun begun, int few) {
    switch (source) {
      case ListSource.Views views -> {
        parts.add("select " + PAGE_COLUMNS + " from record_view v where v." + kind);
        views.addTo(parts);
        inOrder("v", begun, few);
        conditions(source.seesTo(), begun);
        order("v");
      }
      case ListSource.Cells cells -> {
        var grid = MapGrid.of(cells.box());
        parts.add(
            "select v.* from unnest(?::int[]) c (cell) cross join lateral (select "
                + PAGE_COLUMNS
                + " from record_view v where v."
                + kind
                + " and v."
                + grid.column()
                + " = c.cell",
            (Object) grid.cells(cells.box()));
        inOrder("v", begun, few);
        conditions(source.seesTo(), begun);
        // A cell's own first page holds all that the box's first page can take from it.
        order("v");
        parts.add(") v");
        order("v");
      }
      case ListSource.About about -> {
        parts.add("select v.* from record_about a cross join lateral (select " + PAGE_COLUMNS);
        sameView(source.seesTo(), begun);
        parts.add(") v where a.about = ?::text and a." + kind, about.what());
        inOrder("a", begun, few);
        order("a");
      }
    }
  }

  /**
   * The view of a row {@code a} that names it, under the view's own policy; never joined by other
   * ways.
   */
  private void sameView(ListSource.SeesTo seenTo, Begun begun) {
    parts.add(" from record_view v where v.record_id = a.record_id and v.view = a.view");
    conditions(seenTo, begun);
    parts.add(" offset 0");
  }

  private SqlParts total() {
    parts.add("select ");
    String separator = "(";
    for (ListSource source : ListSource.of(query)) {
      parts.add(separator + "select count(*)");
      switch (source) {
        case ListSource.Views views -> {
          parts.add(" from record_view v where v." + kind);
          views.addTo(parts);
          conditions(source.seesTo(), Begun.ANY);
        }
        case ListSource.Cells cells -> {
          var grid = MapGrid.of(cells.box());
          parts.add(
              " from record_view v where v."
                  + kind
                  + " and v."
                  + grid.column()
                  + " = any (?::int[])",
              (Object) grid.cells(cells.box()));
          conditions(source.seesTo(), Begun.ANY);
        }
        case ListSource.About about -> {
          parts.add(" from record_about a cross join lateral (select");
          sameView(source.seesTo(), Begun.ANY);
          parts.add(") v where a.about = ?::text and a." + kind, about.what());
        }
      }
      separator = ") + (";
    }
    return parts.add(")");
  }

  private void conditions(ListSource.SeesTo seenTo, Begun begun) {
    if (begun == Begun.NOBODY_KNOWS_WHEN) {
      parts.add(" and v.date_from is null");
    }
    RecordConditions.add(
        parts, query, seenTo != ListSource.SeesTo.UNIT, seenTo != ListSource.SeesTo.ACTOR);
  }

  private void order(String table) {
    parts.add(
        " order by %1$s.sort_date desc, %1$s.record_id desc limit %2$d"
            .formatted(table, query.limit() + 1));
  }

  /** What an index in the list's order is entered at, and whether at all. */
  private void inOrder(String table, Begun begun, int unlessFew) {
    if (begun != Begun.ANY) {
      String bound = begun == Begun.BY_THEN ? " <= " : " > ";
      parts.add(" and " + table + ".sort_date" + bound + "?::date", query.to());
    }
    if (query.after() != null) {
      parts.add(
          " and (%1$s.sort_date, %1$s.record_id) < (?::date, ?::uuid)".formatted(table),
          query.after().sortDate(),
          query.after().id());
    }
    if (unlessFew > 0) {
      parts.add(" and (select count(*) from few) > " + unlessFew);
    }
  }
}
