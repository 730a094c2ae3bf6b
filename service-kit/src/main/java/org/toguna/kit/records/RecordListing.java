package org.toguna.kit.records;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.names.Fold;

/**
 * A list as the database is asked for it: looked up within each audience class that the reader
 * holds, so that nothing else is walked, by what a record is about, by unit, by the cells of a map,
 * or by date alone; whatever else was asked for is looked at on the way, until the page is full.
 *
 * <p>What a level opens is one class for all owners, and its reader may have the full view of much
 * that is in it. So full views are found first, and of blurred ones no more are passed over than
 * lie before the end of the page that those make.
 *
 * <p>Words and actors may be found by few records or by many, and nobody knows before. So the first
 * are looked up; if they are all, the page is made of them, and otherwise it is soon full on the
 * way.
 */
final class RecordListing {
  private static final String PAGE_COLUMNS = Release.OF_A_VIEW + ", v.sort_date";
  private static final String PLACE_IN_LIST = "v.record_id, v.view, v.sort_date";

  private final RecordQuery query;
  private final Set<UUID> reached;
  private final String kind;
  private final SqlParts parts = new SqlParts();

  private RecordListing(RecordQuery query, Set<UUID> reached) {
    this.query = query;
    this.reached = reached;
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
    return page(query, Set.of());
  }

  /**
   * @param reached records through which something is about the one that is asked for, as well
   */
  static SqlParts page(RecordQuery query, Set<UUID> reached) {
    return new RecordListing(query, reached).page();
  }

  /** How many rows all pages together have. */
  static SqlParts total(RecordQuery query) {
    return total(query, Set.of());
  }

  static SqlParts total(RecordQuery query, Set<UUID> reached) {
    return new RecordListing(query, reached).total();
  }

  /** The classes of full views, above zero, and those of blurred ones. */
  private enum Held {
    FULL("h.class > 0"),
    BLURRED("h.class < 0");

    private final String condition;

    Held(String condition) {
      this.condition = condition;
    }
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
    return query.to() != null && query.link() == null && query.undated() != Undated.ONLY;
  }

  private SqlParts page() {
    int few = ListSource.few(query);
    held();
    if (few > 0) {
      lookUp(few);
    }
    parts.add(", ours as materialized (select * from ((");
    if (few > 0) {
      ofTheFew(few);
      parts.add(") union all (");
    }
    branches(Held.FULL, few);
    parts.add(")) o");
    order("o");
    parts.add(
        ("), last as (select sort_date, record_id from ours order by sort_date desc, record_id desc"
                + " offset %d limit 1), page_end as materialized (select coalesce((select sort_date"
                + " from last), '-infinity') as sort_date, coalesce((select record_id from last),"
                + " '00000000-0000-0000-0000-000000000000') as record_id), theirs as materialized"
                + " (select * from ((")
            .formatted(query.limit()));
    branches(Held.BLURRED, few);
    parts.add(")) t");
    order("t");
    parts.add(
        ") select "
            + PAGE_COLUMNS
            + " from (select * from (select * from ours union all select * from theirs) b");
    order("b");
    parts.add(
        ") p join record_view v using (record_id, view)"
            + " order by p.sort_date desc, p.record_id desc");
    return parts;
  }

  /** The classes that the reader holds, with the words as each of them has them. */
  private void held() {
    if (query.text() == null) {
      parts.add("with held as materialized (select class from unnest(reader_classes()) class)");
    } else {
      parts.add(
          "with held as materialized (select class, asked_within(class, asked.words) as words from"
              + " (select websearch_to_tsquery('simple', ?::text) as words offset 0) asked,"
              + " unnest(reader_classes()) class)",
          Fold.asked(query.text()));
    }
  }

  /** The first that hold the words, or are of the actor, whatever else is asked of them. */
  private void lookUp(int few) {
    parts.add(
        ", few as materialized (select f.* from held h cross join lateral"
            + " (select f.record_id, f.view, f.sort_date from ");
    if (query.text() != null) {
      // The words are led by the class: with it besides, all of the class would be looked up too.
      parts.add("record_view f where f.search @@ h.words");
    } else {
      parts.add(
          "record_about f where f.class = h.class and f.about = ?::text",
          ListSource.about(Objects.requireNonNull(query.actor())));
    }
    parts.add(" and f.%1$s limit %2$d) f limit %2$d)".formatted(kind, few + 1));
  }

  private void ofTheFew(int few) {
    parts.add(
        "select v.* from (select * from few where (select count(*) from few) <= "
            + few
            + " order by sort_date desc, record_id desc) a cross join lateral (select "
            + PLACE_IN_LIST
            + " from "
            + (query.text() == null ? "" : "held h join ")
            + "record_view v"
            + (query.text() == null ? "" : " on v.class = h.class"));
    sameView(ListSource.SeesTo.NOTHING, Begun.ANY);
    parts.add(") v where true");
    inOrder("a", Begun.ANY, 0);
    order("a");
  }

  private void branches(Held held, int few) {
    List<ListSource> sources = ListSource.of(query);
    String separator = "";
    for (ListSource source : sources) {
      parts.add(separator);
      rows(source, held, beginsAtItsEnd() ? Begun.BY_THEN : Begun.ANY, few);
      separator = ") union all (";
    }
    if (beginsAtItsEnd()) {
      parts.add(separator);
      rows(ListSource.Views.ALL, held, Begun.NOBODY_KNOWS_WHEN, few);
    }
  }

  /** Of each class, its own first page: it holds all that the first page of all can take of it. */
  private void rows(ListSource source, Held held, Begun begun, int few) {
    parts.add("select x.* from held h " + (held == Held.FULL ? "" : "cross join page_end e "));
    switch (source) {
      case ListSource.Views views -> {
        parts.add(
            "cross join lateral (select "
                + PLACE_IN_LIST
                + " from record_view v where v.class = h.class and v."
                + kind);
        views.addTo(parts);
        ofViews(source, held, begun, few);
      }
      case ListSource.Cells cells -> {
        var grid = MapGrid.of(cells.box());
        parts.add(
            ("cross join unnest(?::int[]) c (cell) cross join lateral (select %s from record_view v"
                    + " where v.class = h.class and v.%s and v.%s = c.cell")
                .formatted(PLACE_IN_LIST, kind, grid.column()),
            (Object) grid.cells(cells.box()));
        ofViews(source, held, begun, few);
      }
      case ListSource.About about when reachesFurther(about) -> {
        parts.add("cross join lateral (select v.* from (");
        aboutAnyOf(about);
        inOrder("a", begun, few);
        untilPageEnd("a", held);
        parts.add(
            ") a cross join lateral (select " + PLACE_IN_LIST + " from record_view v");
        sameView(source.seesTo(), begun);
        parts.add(") v where true");
        order("a");
      }
      case ListSource.About about -> {
        parts.add(
            "cross join lateral (select v.* from record_about a cross join lateral (select "
                + PLACE_IN_LIST
                + " from record_view v");
        sameView(source.seesTo(), begun);
        parts.add(
            ") v where a.class = h.class and a.about = ?::text and a." + kind, about.what());
        inOrder("a", begun, few);
        untilPageEnd("a", held);
        order("a");
      }
    }
    parts.add(") x where " + held.condition);
    order("x");
  }

  private void ofViews(ListSource source, Held held, Begun begun, int few) {
    inOrder("v", begun, few);
    untilPageEnd("v", held);
    conditions(source.seesTo(), begun);
    order("v");
  }

  private boolean reachesFurther(ListSource.About about) {
    return about.seesTo() == ListSource.SeesTo.RECORD && !reached.isEmpty();
  }

  /** What is about several of them is listed once. */
  private void aboutAnyOf(ListSource.About about) {
    parts.add(
        "select distinct a.record_id, a.view, a.sort_date from record_about a where a.class ="
            + " h.class and a.about = any (?::text[]) and a."
            + kind,
        (Object)
            Stream.concat(Stream.of(about.what()), reached.stream().map(RecordReads::aboutRecord))
                .toArray(String[]::new));
  }

  /**
   * The view of a row {@code a} that names it, under the view's own policy; never joined by other
   * ways.
   */
  private void sameView(ListSource.SeesTo seenTo, Begun begun) {
    parts.add(" where v.record_id = a.record_id and v.view = a.view");
    conditions(seenTo, begun);
    parts.add(" offset 0");
  }

  private SqlParts total() {
    held();
    parts.add(" select ");
    String separator = "(";
    for (ListSource source : ListSource.of(query)) {
      parts.add(separator + "select count(*) from held h cross join lateral (select from ");
      switch (source) {
        case ListSource.Views views -> {
          parts.add("record_view v where " + withinClass() + "v." + kind);
          views.addTo(parts);
          conditions(source.seesTo(), Begun.ANY);
        }
        case ListSource.Cells cells -> {
          var grid = MapGrid.of(cells.box());
          parts.add(
              "record_view v where "
                  + withinClass()
                  + "v."
                  + kind
                  + " and v."
                  + grid.column()
                  + " = any (?::int[])",
              (Object) grid.cells(cells.box()));
          conditions(source.seesTo(), Begun.ANY);
        }
        case ListSource.About about when reachesFurther(about) -> {
          parts.add("(");
          aboutAnyOf(about);
          parts.add(") a cross join lateral (select from record_view v");
          sameView(source.seesTo(), Begun.ANY);
          parts.add(") v");
        }
        case ListSource.About about -> {
          parts.add("record_about a cross join lateral (select from record_view v");
          sameView(source.seesTo(), Begun.ANY);
          parts.add(
              ") v where a.class = h.class and a.about = ?::text and a." + kind, about.what());
        }
      }
      // Each class by itself: joined with all of them at once, other classes would be walked too.
      separator = " offset 0) v) + (";
    }
    return parts.add(" offset 0) v)");
  }

  /** Words are led by the class; with it besides, all of the class would be looked up too. */
  private String withinClass() {
    return query.text() == null ? "v.class = h.class and " : "v.search @@ h.words and ";
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

  /** Where the full views fill the page, no blurred one behind them is looked at. */
  private void untilPageEnd(String table, Held held) {
    if (held == Held.BLURRED) {
      parts.add(
          " and (%1$s.sort_date, %1$s.record_id) >= (e.sort_date, e.record_id)".formatted(table));
    }
  }

  /** What an index in the list's order is entered at, and whether at all. */
  private void inOrder(String table, Begun begun, int unlessFew) {
    if (begun != Begun.ANY) {
      String bound = begun == Begun.BY_THEN ? " <= " : " > ";
      parts.add(" and " + table + ".sort_date" + bound + "?::date", query.to());
    }
    if (query.undated() == Undated.ONLY) {
      parts.add(" and " + table + ".sort_date = ?::date", Facets.UNDATED);
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
