package org.toguna.kit.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.toguna.kit.records.RecordQuery.BoundingBox;

/** Which cells of which grid hold a box. */
class MapGridTest {

  @Test
  void theFinestGridWhoseCellsAreAsLargeAsTheBoxHoldsItInFour() {
    assertThat(MapGrid.of(box(-3.01, 14, -2.99, 14.02))).isEqualTo(MapGrid.EIGHTH);
    assertThat(MapGrid.of(box(-3, 14, -2.875, 14.125))).isEqualTo(MapGrid.EIGHTH);
    assertThat(MapGrid.of(box(-3, 14, -2.87, 14.02))).isEqualTo(MapGrid.ONE);
    assertThat(MapGrid.of(box(-3.3, 14.2, -2.3, 15.2))).isEqualTo(MapGrid.ONE);
    assertThat(MapGrid.of(box(-3.3, 14.2, -2.3, 15.3))).isEqualTo(MapGrid.EIGHT);
    var random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      double west = random.nextDouble(-180, 172);
      double south = random.nextDouble(-90, 82);
      double width = Math.scalb(random.nextDouble(8), -random.nextInt(8));
      var box = box(west, south, west + width, south + random.nextDouble(width));
      assertThat(MapGrid.of(box).cells(box)).hasSizeBetween(1, 4);
    }
  }

  @Test
  void theWorldIsHeldByTheCoarsestCells() {
    var world = box(-180, -90, 180, 90);

    assertThat(MapGrid.of(world)).isEqualTo(MapGrid.EIGHT);
    assertThat(MapGrid.EIGHT.cells(world)).hasSize(23 * 46).doesNotHaveDuplicates();
  }

  @Test
  void theEdgesOfABoxBelongToIt() {
    var box = box(-3, 14, -2, 15);

    assertThat(MapGrid.ONE.cells(box))
        .containsExactly(104 * 361 + 177, 104 * 361 + 178, 105 * 361 + 177, 105 * 361 + 178);
  }

  @Test
  void everyPointOfABoxLiesInOneOfItsCells() {
    var random = new Random(11);
    for (int i = 0; i < 2000; i++) {
      double west = random.nextDouble(-180, 170);
      double south = random.nextDouble(-90, 80);
      double width = Math.scalb(random.nextDouble(10), -random.nextInt(12));
      var box = box(west, south, west + width, south + width);
      double lat = random.nextBoolean() ? box.south() : box.north();
      double lon = random.nextBoolean() ? box.west() : random.nextDouble(west, west + width);
      var point = box(lon, lat, lon, lat);
      var grid = MapGrid.of(box);
      assertThat(grid.cells(box)).contains(grid.cells(point));
    }
  }

  private static BoundingBox box(double west, double south, double east, double north) {
    return new BoundingBox(west, south, east, north);
  }
}
