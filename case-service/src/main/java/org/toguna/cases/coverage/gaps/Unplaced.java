package org.toguna.cases.coverage.gaps;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.names.Fold;
import org.toguna.kit.values.PlaceReference;

/** Places that are on no map: somebody was there, and no list can be held against it. */
final class Unplaced {
  /** What people put beside the name of a unit; what is left says more than the unit. */
  private static final Set<String> WORDS_OF_UNITS =
      Set.of(
          "a",
          "au",
          "aux",
          "in",
          "of",
          "the",
          "near",
          "de",
          "du",
          "des",
          "d",
          "dans",
          "en",
          "la",
          "le",
          "les",
          "l",
          "area",
          "arrondissement",
          "cercle",
          "circle",
          "commune",
          "country",
          "department",
          "departement",
          "district",
          "municipality",
          "pays",
          "prefecture",
          "province",
          "region",
          "rural",
          "rurale",
          "secteur",
          "sector",
          "urbaine",
          "zone");

  private Unplaced() {}

  /** A unit that is named as such is no such place: nobody said that it was a hamlet. */
  static boolean is(PlaceReference place) {
    if (place.id() == null) {
      return place.asStated() != null || place.near() != null;
    }
    boolean unit = place.level() != null && place.level().compareTo(PlaceLevel.adm3) <= 0;
    return unit
        && (Boolean.TRUE.equals(place.unnamed())
            || place.near() != null
            || saysMoreThanItsUnits(place));
  }

  /** Whether it may lie in the unit: in it, around it, or wherever words alone leave it. */
  static boolean mayLieIn(PlaceReference place, PlaceReference unit) {
    String id = place.id();
    return id == null
        || id.equals(unit.id())
        || place.within().stream().anyMatch(around -> around.id().equals(unit.id()))
        || unit.within().stream().anyMatch(around -> around.id().equals(id));
  }

  /** What it is known by until it is found. */
  static String key(PlaceReference place) {
    return Stream.of(place.id(), place.asStated(), place.near())
        .map(part -> part == null ? "" : Fold.of(part))
        .reduce("?", (one, other) -> one + "/" + other);
  }

  private static boolean saysMoreThanItsUnits(PlaceReference place) {
    Set<String> words = words(place.asStated());
    words.removeAll(words(place.name()));
    place.within().forEach(around -> words.removeAll(words(around.name())));
    words.removeAll(WORDS_OF_UNITS);
    return !words.isEmpty();
  }

  private static Set<String> words(@Nullable String text) {
    return text == null
        ? new HashSet<>()
        : new HashSet<>(Arrays.asList(Fold.of(text).split(" ")));
  }
}
