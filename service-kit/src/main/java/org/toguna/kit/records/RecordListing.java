package org.toguna.kit.records;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.records.RecordQuery.BoundingBox;

/**
 * A list as the database is asked for it. Below the policies only what is leak-proof is answered by
 * an index, so each list is read from where an index holds it in its order: by what a record is
 * about, by unit, by the cells of a map, or by date alone; whatever else was asked for is looked at
 * on the way, until the page is full.
 */
final class RecordListing {
  static final String[] UNIT_COLUMNS = {"unit0", "unit1", "unit2", "unit3", "place"};
  private static final String PAGE_COLUMNS =
      "v.record_id, v.view, v.tlp, v.version, v.etag, v.body, v.sort_date";

  /** So many records that hold words are looked up and sorted; of more, the latest are soon met. */
  private static final int FEW = 2_000;

  private final RecordQuery query;
  private final SqlParts parts = new SqlParts();

  private RecordListing(RecordQuery query) {
    this.query = query;
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

  /** Where a list is read from. */
  private sealed interface Source {}

  /** The views of a kind, in order by an index that begins with a column and a value of it. */
  private record Views(@Nullable String column, @Nullable Object value) implements Source {
    static final Views ALL = new Views(null, null);

    /** Many such sources are merged row by row: no more of each is read than the page takes. */
    void addTo(SqlParts parts) {
      if (column != null) {
        parts.add(
            " and v." + column + " = " + (value instanceof Integer ? "?::int" : "?::text"), value);
      }
    }
  }

  /** What is about one record, actor or unit, as {@code record_about} names it. */
  private record About(String what) implements Source {}

  /** The cells of a map that is held by many, the latest of each. */
  private record Cells(BoundingBox box) implements Source {}

  private List<Source> sources() {
    if (query.link() != null) {
      return List.of(new About(RecordReads.aboutRecord(query.link())));
    }
    if (byActor()) {
      return List.of(new About("actor:" + query.actor()));
    }
    if (query.unit() != null) {
      return List.of(
          new Views(UNIT_COLUMNS[query.unitLevel()], query.unit()),
          new About("unit:" + query.unit()));
    }
    return query.box() == null ? List.of(Views.ALL) : cells(query.box());
  }

  private static List<Source> cells(BoundingBox box) {
    var grid = MapGrid.of(box);
    Integer[] cells = grid.cells(box);
    return cells.length > MapGrid.MOST_OF_A_BOX
        ? List.of(new Cells(box))
        : Arrays.stream(cells).<Source>map(cell -> new Views(grid.column(), cell)).toList();
  }

  private boolean byActor() {
    return query.actor() != null && !isOfASmallUnit() && !isOfASmallBox();
  }

  /** A cercle or less holds fewer than an actor does or a word has, if these are many. */
  private boolean isOfASmallUnit() {
    return query.unit() != null && query.unitLevel() >= 2;
  }

  private boolean isOfASmallBox() {
    return query.box() != null && MapGrid.of(query.box()) != MapGrid.EIGHT;
  }

  /** Words are held by few records or by many, and what is read from a small source is few. */
  private boolean asksForWords() {
    return query.text() != null
        && query.link() == null
        && query.actor() == null
        && !isOfASmallUnit()
        && !isOfASmallBox();
  }

  /**
   * A list by period begins where the period ends, and walks nothing that is later: records are
   * sorted by their first day. Those without one are sorted by their last, and may be later. What
   * is about one thing is few, and the statement shorter without.
   */
  private enum Begun {
    ANY,
    BY_THEN,
    NOBODY_KNOWS_WHEN
  }

  private List<Begun> begun(Source source) {
    return query.to() == null || source instanceof About
        ? List.of(Begun.ANY)
        : List.of(Begun.BY_THEN, Begun.NOBODY_KNOWS_WHEN);
  }

  private SqlParts page() {
    if (asksForWords()) {
      few();
    }
    parts.add("select p.*, k.wrapped from (");
    String separator = "(";
    if (asksForWords()) {
      parts.add("(select v.* from (select * from few a where (select count(*) from few) <= " + FEW);
      order("a");
      parts.add(
          ") a cross join lateral (select "
              + PAGE_COLUMNS
              + " from record_view v where v.record_id = a.record_id and v.view = a.view offset 0) v");
      separator = ") union all (";
    }
    for (Source source : sources()) {
      for (Begun begun : begun(source)) {
        parts.add(separator);
        rows(source, begun);
        separator = ") union all (";
      }
    }
    parts.add(")) p join record_key k using (record_id)");
    order("p");
    return parts;
  }

  /**
   * What holds the words, if it is not too much. Which of the two it is must be found out: below
   * the policies the planner takes nearly everything for invisible, and would look up whatever is
   * many.
   */
  private void few() {
    parts.add(
        "with few as materialized (select v.record_id, v.view, v.sort_date from record_view v"
            + " where v.kind = ?::text",
        query.kind());
    RecordConditions.add(parts, query, true, false);
    inOrder("v", Begun.ANY, false);
    parts.add(" limit " + (FEW + 1) + ") ");
  }

  private void rows(Source source, Begun begun) {
    switch (source) {
      case Views views -> {
        parts.add(
            "select " + PAGE_COLUMNS + " from record_view v where v.kind = ?::text", query.kind());
        views.addTo(parts);
        inOrder("v", begun, asksForWords());
        conditions(source, begun);
      }
      case Cells cells -> {
        var grid = MapGrid.of(cells.box);
        parts.add(
            "select v.* from unnest(?::int[]) c (cell) cross join lateral (select "
                + PAGE_COLUMNS
                + " from record_view v where v.kind = ?::text and v."
                + grid.column()
                + " = c.cell",
            grid.cells(cells.box),
            query.kind());
        inOrder("v", begun, asksForWords());
        conditions(source, begun);
        // A cell's own first page holds all that the box's first page can take from it.
        order("v");
        parts.add(") v");
      }
      case About about -> {
        parts.add("select v.* from record_about a cross join lateral (select " + PAGE_COLUMNS);
        sameView(source, begun);
        parts.add(") v where a.about = ?::text and a.kind = ?::text", about.what, query.kind());
        inOrder("a", begun, asksForWords());
        order("a");
        return;
      }
    }
    order("v");
  }

  /**
   * The view of a row of {@code record_about}, under its own policy; never joined by other ways.
   */
  private void sameView(Source source, Begun begun) {
    parts.add(" from record_view v where v.record_id = a.record_id and v.view = a.view");
    conditions(source, begun);
    parts.add(" offset 0");
  }

  private SqlParts total() {
    parts.add("select ");
    String separator = "(";
    for (Source source : sources()) {
      parts.add(separator + "select count(*)");
      switch (source) {
        case Views views -> {
          parts.add(" from record_view v where v.kind = ?::text", query.kind());
          views.addTo(parts);
          conditions(source, Begun.ANY);
        }
        case Cells cells -> {
          var grid = MapGrid.of(cells.box);
          parts.add(
              " from record_view v where v.kind = ?::text and v."
                  + grid.column()
                  + " = any (?::int[])",
              query.kind(),
              grid.cells(cells.box));
          conditions(source, Begun.ANY);
        }
        case About about -> {
          parts.add(" from record_about a cross join lateral (select");
          sameView(source, Begun.ANY);
          parts.add(") v where a.about = ?::text and a.kind = ?::text", about.what, query.kind());
        }
      }
      separator = ") + (";
    }
    return parts.add(")");
  }

  /** What the source does not see to. */
  private void conditions(Source source, Begun begun) {
    if (begun == Begun.NOBODY_KNOWS_WHEN) {
      parts.add(" and v.date_from is null");
    }
    boolean aboutActor = source instanceof About && query.link() == null && byActor();
    boolean aboutLinkOrActor = query.link() != null || aboutActor;
    RecordConditions.add(parts, query, aboutLinkOrActor, !aboutActor);
  }

  private void order(String table) {
    parts.add(
        " order by %1$s.sort_date desc, %1$s.record_id desc limit %2$d"
            .formatted(table, query.limit() + 1));
  }

  /** What an index in the list's order is entered at. */
  private void inOrder(String table, Begun begun, boolean unlessFew) {
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
    if (unlessFew) {
      parts.add(" and (select count(*) from few) > " + FEW);
    }
  }
}
