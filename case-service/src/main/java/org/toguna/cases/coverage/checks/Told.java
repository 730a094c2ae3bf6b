package org.toguna.cases.coverage.checks;

import java.util.List;
import java.util.stream.Stream;

/**
 * Places that a line may mean, as far as they are told.
 *
 * @param more how many more there are
 */
record Told(List<PlaceFound> places, int more) {
  static final Told NOTHING = new Told(List.of(), 0);

  static Told all(List<PlaceFound> places) {
    return new Told(places, 0);
  }

  /** The first, and how many do not fit. */
  static Told first(List<PlaceFound> places, int most) {
    int kept = Math.min(places.size(), most);
    return new Told(places.subList(0, kept), places.size() - kept);
  }

  Told and(Told next) {
    return new Told(
        Stream.concat(places.stream(), next.places.stream()).toList(), more + next.more);
  }

  Told after(List<PlaceFound> before) {
    return all(before).and(this);
  }
}
