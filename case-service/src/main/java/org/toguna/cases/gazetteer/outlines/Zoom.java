package org.toguna.cases.gazetteer.outlines;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;

/**
 * The maps for which outlines are simplified. A zoom is that of web maps: at 0 the world is 256
 * pixels wide, and each step doubles it.
 */
public enum Zoom {
  COUNTRY(4, 3),
  REGION(6, 3),
  CERCLE(8, 4);

  private final int zoom;
  private final int decimals;

  Zoom(int zoom, int decimals) {
    this.zoom = zoom;
    this.decimals = decimals;
  }

  public int zoom() {
    return zoom;
  }

  /** The simplified outlines that still look whole at a zoom; none if only the whole ones do. */
  static Optional<Zoom> fit(int zoom) {
    return Arrays.stream(values())
        .filter(fitting -> fitting.zoom >= zoom)
        .min(Comparator.comparingInt(Zoom::zoom));
  }

  /**
   * Outlines of one level, without corners whose loss changes an area by less than a pixel, shared
   * borders alike.
   */
  public List<String> simplified(List<Geometry> neighbours) {
    double pixel = 360.0 / (256 << zoom);
    var simple = CoverageSimplifier.simplify(neighbours.toArray(Geometry[]::new), pixel);
    return Arrays.stream(simple).map(area -> GeoJson.write(area, decimals)).toList();
  }
}
