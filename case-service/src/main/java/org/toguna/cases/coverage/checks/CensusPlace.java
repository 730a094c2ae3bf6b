package org.toguna.cases.coverage.checks;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.gazetteer.Kilometres;
import org.toguna.cases.gazetteer.Likeness;
import org.toguna.kit.names.Fold;

/**
 * One place as one provider has it.
 *
 * @param unit the finest unit that it lies in
 * @param seat it repeats the seat of a unit under the unit's own code
 */
record CensusPlace(
    String id,
    @Nullable String pcode,
    String provider,
    @Nullable String unit,
    String name,
    List<String> otherNames,
    double lat,
    double lon,
    boolean seat) {

  Stream<String> names() {
    return Stream.concat(Stream.of(name), otherNames.stream());
  }

  boolean isCalled(String squeezed) {
    return names().anyMatch(known -> squeezed(known).equals(squeezed));
  }

  /** From 0 to 1, by the sound of whichever of its names is nearest. */
  double likeness(String written) {
    return names().mapToDouble(known -> alike(written, known)).max().orElse(0);
  }

  static double alike(String one, String other) {
    return Likeness.of(one, other);
  }

  double kilometres(double otherLat, double otherLon) {
    return Kilometres.between(lat, lon, otherLat, otherLon);
  }

  /** A name without accents, case, hyphens and spaces. */
  static String squeezed(String name) {
    return Fold.of(name).replace(" ", "");
  }
}
