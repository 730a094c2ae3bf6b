package org.toguna.kit.records;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.toguna.kit.records.RecordQuery.BoundingBox;

/**
 * Grids of cells over the world, by one of which a list by map is read: the finest whose cells are
 * as large as the box, so that four of them hold it. A box wider than the coarsest cell is held by
 * as many of those as it takes, at most 1,058.
 *
 * <p>The columns of the same names in {@code record_view} are numbered by the same arithmetic, in
 * powers of two, so that both round alike.
 */
enum MapGrid {
  EIGHTH(8),
  ONE(1),
  EIGHT(0.125);

  /** So many cells hold a box that is no larger than one. */
  static final int MOST_OF_A_BOX = 4;

  private final double cellsPerDegree;

  MapGrid(double cellsPerDegree) {
    this.cellsPerDegree = cellsPerDegree;
  }

  static MapGrid of(BoundingBox box) {
    double widest = Math.max(box.east() - box.west(), box.north() - box.south());
    return Arrays.stream(values())
        .filter(grid -> widest * grid.cellsPerDegree <= 1)
        .findFirst()
        .orElse(EIGHT);
  }

  /** The column that numbers the cell of a view's point. */
  String column() {
    return "cell_" + name().toLowerCase(Locale.ROOT);
  }

  /** The cells that hold a box, its edges included. */
  Integer[] cells(BoundingBox box) {
    int perRow = (int) (360 * cellsPerDegree) + 1;
    return IntStream.rangeClosed(index(box.south() + 90), index(box.north() + 90))
        .mapToObj(
            row ->
                IntStream.rangeClosed(index(box.west() + 180), index(box.east() + 180))
                    .mapToObj(column -> row * perRow + column))
        .flatMap(cells -> cells)
        .toArray(Integer[]::new);
  }

  private int index(double fromEdge) {
    return (int) Math.floor(fromEdge * cellsPerDegree);
  }
}
