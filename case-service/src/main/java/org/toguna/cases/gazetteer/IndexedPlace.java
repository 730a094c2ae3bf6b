package org.toguna.cases.gazetteer;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.PlaceLevel;

/** What the lookup needs to know of a unit or place: its names, and the units that contain it. */
record IndexedPlace(
    String id,
    String provider,
    @Nullable String pcode,
    PlaceLevel level,
    double lat,
    double lon,
    boolean seat,
    List<@Nullable String> path,
    String name,
    List<String> otherNames,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo) {

  /** An entry whose provider says nothing of when it came to be or ceased. */
  IndexedPlace(
      String id,
      String provider,
      @Nullable String pcode,
      PlaceLevel level,
      double lat,
      double lon,
      boolean seat,
      List<@Nullable String> path,
      String name,
      List<String> otherNames) {
    this(id, provider, pcode, level, lat, lon, seat, path, name, otherNames, null, null);
  }

  /** For units without a known centroid. */
  static final double NOWHERE = Double.NaN;

  /** The first day on which it stood, counted from 1970; long ago if nobody says. */
  int firstDay() {
    return validFrom == null ? Integer.MIN_VALUE : (int) validFrom.toEpochDay();
  }

  int lastDay() {
    return validTo == null ? Integer.MAX_VALUE : (int) validTo.toEpochDay();
  }

  Stream<String> names() {
    return Stream.concat(Stream.of(name), otherNames.stream());
  }

  String unit(int level) {
    var unit = level < path.size() ? path.get(level) : null;
    return unit == null ? "" : unit;
  }
}
