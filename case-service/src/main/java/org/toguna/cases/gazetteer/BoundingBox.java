package org.toguna.cases.gazetteer;

/** A box of longitudes and latitudes, west to east and south to north, edges included. */
record BoundingBox(double west, double south, double east, double north) {

  boolean contains(double lat, double lon) {
    return lat >= south && lat <= north && lon >= west && lon <= east;
  }
}
