package org.toguna.cases.gazetteer.outlines;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Areas in GeoJSON: longitude before latitude, WGS 84, rings that end where they begin. */
public final class GeoJson {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** So many corners a whole country's communes do not have. */
  private static final int MOST_CORNERS = 200_000;

  private GeoJson() {}

  /**
   * Reads a Polygon or MultiPolygon.
   *
   * @throws IllegalArgumentException in words for whoever sent it
   */
  public static Geometry read(JsonNode geometry) {
    var coordinates = geometry.path("coordinates");
    return switch (geometry.path("type").asText()) {
      case "Polygon" -> polygon(coordinates);
      case "MultiPolygon" -> {
        var parts = new ArrayList<Polygon>();
        coordinates.forEach(part -> parts.add(polygon(part)));
        yield GEOMETRIES.createMultiPolygon(parts.toArray(Polygon[]::new));
      }
      default -> throw new IllegalArgumentException("An outline is a Polygon or MultiPolygon.");
    };
  }

  private static Polygon polygon(JsonNode rings) {
    var read = new ArrayList<LinearRing>();
    rings.forEach(ring -> read.add(ring(ring)));
    if (read.isEmpty()) {
      throw new IllegalArgumentException("A polygon has at least one ring.");
    }
    return GEOMETRIES.createPolygon(
        read.getFirst(), read.subList(1, read.size()).toArray(LinearRing[]::new));
  }

  private static LinearRing ring(JsonNode corners) {
    var read = new ArrayList<Coordinate>();
    for (var corner : corners) {
      double lon = corner.path(0).asDouble(Double.NaN);
      double lat = corner.path(1).asDouble(Double.NaN);
      if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
        throw new IllegalArgumentException(
            "A corner is [longitude, latitude] in degrees within the world.");
      }
      read.add(new Coordinate(lon, lat));
    }
    if (read.size() < 4
        || read.size() > MOST_CORNERS
        || !read.getFirst().equals2D(read.getLast())) {
      throw new IllegalArgumentException("A ring has four corners or more and ends as it begins.");
    }
    return GEOMETRIES.createLinearRing(read.toArray(Coordinate[]::new));
  }

  /** The geometry as text, its degrees to so many decimals; four are some ten metres. */
  public static String write(Geometry area, int decimals) {
    var parts = new ArrayList<String>();
    for (int i = 0; i < area.getNumGeometries(); i++) {
      if (area.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        parts.add(polygon(polygon, decimals));
      }
    }
    return "{\"type\":\"MultiPolygon\",\"coordinates\":[" + String.join(",", parts) + "]}";
  }

  private static String polygon(Polygon polygon, int decimals) {
    // RFC 7946: the outer ring runs counterclockwise, holes clockwise.
    var normal = (Polygon) polygon.norm().reverse();
    var rings = new ArrayList<String>();
    rings.add(ring(normal.getExteriorRing().getCoordinates(), decimals));
    for (int i = 0; i < normal.getNumInteriorRing(); i++) {
      rings.add(ring(normal.getInteriorRingN(i).getCoordinates(), decimals));
    }
    return "[" + String.join(",", rings) + "]";
  }

  private static String ring(Coordinate[] corners, int decimals) {
    var text = new StringBuilder("[");
    for (var corner : List.of(corners)) {
      text.append(text.length() > 1 ? ",[" : "[")
          .append(rounded(corner.x, decimals))
          .append(',')
          .append(rounded(corner.y, decimals))
          .append(']');
    }
    return text.append(']').toString();
  }

  private static String rounded(double degrees, int decimals) {
    var text = String.format(Locale.ROOT, "%." + decimals + "f", degrees);
    return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
  }
}
