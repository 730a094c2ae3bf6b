package org.toguna.cases.coverage.checks;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.coverage.ListedPlace;
import org.toguna.cases.coverage.checks.CoverageChecks.Standing;
import org.toguna.kit.values.PlaceReference;

/**
 * One place in question, and the place of the census that it is: itself, the seat that it repeats,
 * or the village that another provider spells otherwise on the same spot.
 *
 * @param counted null if the census has nothing like it
 */
record OnePlace(String name, @Nullable CensusPlace counted) {
  private static final double SAME_PLACE_KM = 3;

  static OnePlace of(PlaceReference place, Census census) {
    String name = place.name() == null ? "" : place.name();
    CensusPlace counted = place.id() == null ? null : census.place(place.id());
    if (counted == null && place.lat() != null && place.lon() != null) {
      double lat = place.lat();
      double lon = place.lon();
      counted =
          census.places().stream()
              .filter(near -> near.kilometres(lat, lon) < SAME_PLACE_KM)
              .filter(near -> near.likeness(name) >= Doubts.ALIKE)
              .min(Comparator.comparingDouble(near -> near.kilometres(lat, lon)))
              .orElse(null);
    }
    return new OnePlace(name, counted);
  }

  /** A line that may mean the place is a doubt, which somebody has to look at. */
  Standing standing(List<ListedPlace> lines, List<Finding> findings) {
    if (counted == null) {
      boolean alike =
          lines.stream().anyMatch(line -> CensusPlace.alike(line.written(), name) >= Doubts.ALIKE);
      return alike ? Standing.PERHAPS_LISTED : Standing.NOT_LISTED;
    }
    String id = counted.id();
    List<ListedPlace> meaning =
        findings.stream()
            .filter(row -> row.line() != null && row.place() != null && row.place().id().equals(id))
            .map(row -> lines.get(Objects.requireNonNull(row.line()) - 1))
            .toList();
    if (!meaning.isEmpty()) {
      return meaning.stream().allMatch(ListedPlace::isRefused)
          ? Standing.WITHOUT_CONSENT
          : Standing.LISTED;
    }
    return findings.stream()
            .flatMap(row -> row.candidates().stream())
            .anyMatch(candidate -> candidate.id().equals(id))
        ? Standing.PERHAPS_LISTED
        : Standing.NOT_LISTED;
  }
}
