package org.toguna.cases.gazetteer;

/** Distances between neighbours. */
public final class Kilometres {
  /** Of latitude, and of longitude at the equator, on a sphere. */
  static final double PER_DEGREE = 111.2;

  private Kilometres() {}

  /**
   * How far two points in degrees lie apart, as on a plane: good for neighbours, and nothing to go
   * by near a pole or across the antimeridian.
   */
  public static double between(double lat, double lon, double otherLat, double otherLon) {
    double north = (lat - otherLat) * PER_DEGREE;
    double east = (lon - otherLon) * PER_DEGREE * Math.cos(Math.toRadians(lat));
    return Math.hypot(north, east);
  }
}
