package org.toguna.cases.gazetteer;

/** A box of longitudes and latitudes, west to east and south to north, edges included. */
public record BoundingBox(double west, double south, double east, double north) {

  public BoundingBox {
    boolean inWorld =
        west >= -180
            && east <= 180
            && south >= -90
            && north <= 90
            && west <= east
            && south <= north;
    if (!inWorld) {
      throw new IllegalArgumentException(
          "A box is west,south,east,north within the world: -4.5,13,-2.5,15.");
    }
  }

  /**
   * Reads {@code west,south,east,north}.
   *
   * @throws IllegalArgumentException if it is no box in the world
   */
  static BoundingBox read(String text) {
    var sides = text.split(",", -1);
    if (sides.length != 4) {
      throw new IllegalArgumentException("A box has four sides: west,south,east,north.");
    }
    try {
      return new BoundingBox(
          Double.parseDouble(sides[0]),
          Double.parseDouble(sides[1]),
          Double.parseDouble(sides[2]),
          Double.parseDouble(sides[3]));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("The sides of a box are decimal degrees.", e);
    }
  }

  boolean contains(double lat, double lon) {
    return lat >= south && lat <= north && lon >= west && lon <= east;
  }
}
