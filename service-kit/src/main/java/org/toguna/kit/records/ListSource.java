package org.toguna.kit.records;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.records.RecordQuery.BoundingBox;

/** Where a list is read from, each in the list's order by an index of its own. */
sealed interface ListSource {
  String[] UNIT_COLUMNS = {"unit0", "unit1", "unit2", "unit3", "place"};

  int FEW_WITH_WORDS = 2_000;
  int FEW_OF_AN_ACTOR = 200;

  /** A commune or a village is small whatever is asked of it. */
  int SMALL_UNIT = 3;

  int CERCLE = 2;

  /** What a source has seen to, so that it need not be looked at again. */
  enum SeesTo {
    NOTHING,
    RECORD,
    ACTOR,
    UNIT
  }

  SeesTo seesTo();

  /** The views of a kind, in order by an index that begins with a column and a value of it. */
  record Views(@Nullable String column, @Nullable Object value, SeesTo seesTo)
      implements ListSource {
    static final Views ALL = new Views(null, null, SeesTo.NOTHING);

    void addTo(SqlParts parts) {
      if (column != null) {
        parts.add(
            " and v." + column + " = " + (value instanceof Integer ? "?::int" : "?::text"), value);
      }
    }
  }

  /** What is about one record, actor or unit, as {@code record_about} names it. */
  record About(String what, SeesTo seesTo) implements ListSource {}

  /** The cells of a map that is held by many, the latest of each. */
  record Cells(BoundingBox box) implements ListSource {
    @Override
    public SeesTo seesTo() {
      return SeesTo.NOTHING;
    }
  }

  /** The sources of a list, the finest that there is; no record is in two of them. */
  static List<ListSource> of(RecordQuery query) {
    var box = query.box();
    if (query.link() != null) {
      return List.of(new About(RecordReads.aboutRecord(query.link()), SeesTo.RECORD));
    }
    if (box != null && !isOfUnit(query, SMALL_UNIT) && MapGrid.of(box) != MapGrid.EIGHT) {
      return cells(box);
    }
    if (query.actor() != null && !isOfUnit(query, CERCLE)) {
      return List.of(new About(about(query.actor()), SeesTo.ACTOR));
    }
    if (query.unit() != null) {
      return List.of(
          new Views(UNIT_COLUMNS[query.unitLevel()], query.unit(), SeesTo.UNIT),
          new About("unit:" + query.unit(), SeesTo.UNIT));
    }
    return box == null ? List.of(Views.ALL) : cells(box);
  }

  /**
   * How many records with the words, or of the actor, are looked up before anything is read: words
   * and actors may be those of few or of many, and nobody knows before. None where what is read is
   * small, or is the actor's.
   */
  static int few(RecordQuery query) {
    if (query.link() != null || isOfUnit(query, SMALL_UNIT)) {
      return 0;
    }
    if (query.text() != null) {
      return FEW_WITH_WORDS;
    }
    boolean byActor = of(query).getFirst().seesTo() == SeesTo.ACTOR;
    return query.actor() == null || byActor ? 0 : FEW_OF_AN_ACTOR;
  }

  /** How {@code record_about} names an actor. */
  static String about(UUID actor) {
    return "actor:" + actor;
  }

  /** Whether a unit of that level or finer was asked for. */
  private static boolean isOfUnit(RecordQuery query, int level) {
    return query.unit() != null && query.unitLevel() >= level;
  }

  /** Branches are merged row by row: no more of each cell is read than the page takes. */
  private static List<ListSource> cells(BoundingBox box) {
    var grid = MapGrid.of(box);
    Integer[] cells = grid.cells(box);
    return cells.length > MapGrid.MOST_OF_A_BOX
        ? List.of(new Cells(box))
        : Arrays.stream(cells)
            .<ListSource>map(cell -> new Views(grid.column(), cell, SeesTo.NOTHING))
            .toList();
  }
}
