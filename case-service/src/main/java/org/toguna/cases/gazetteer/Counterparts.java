package org.toguna.cases.gazetteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.PlaceLevel;

/**
 * Which entries of different providers probably tell one settlement: those that lie beside each
 * other, are called alike, and of which neither has a likelier one beside it. Nobody judged so, and
 * nothing is merged by it; it says where a name that only one provider knows may be looked for in
 * another's list.
 */
final class Counterparts {
  /** Providers place one settlement so far apart; further away few are the same. */
  static final double WITHIN_KM = 3;

  /**
   * How likely two such entries are one: by likeness from 0.4 in tenths, and by distance up to 0.5,
   * 1, 1.5, 2 and 3 km. Counted on all of Mali without anybody's word ({@code CounterpartsTuning}):
   * of the pairs found, those are true that are more than there are where one provider's entries
   * were moved away by 15 km. Where not even half are, there is no counterpart.
   */
  private static final double[][] CERTAINTY = {
    {0.88, 0, 0, 0, 0},
    {0.97, 0.83, 0, 0, 0},
    {0.98, 0.95, 0.65, 0.5, 0},
    {0.99, 0.98, 0.94, 0.9, 0.77},
    {0.99, 0.99, 0.98, 0.97, 0.87},
    {0.99, 0.99, 0.98, 0.97, 0.87},
    {0.99, 0.99, 0.99, 0.99, 0.97}
  };

  private static final double LEAST_ALIKE = 0.4;

  /** A kilometre outweighs so much likeness when the likest is sought. */
  private static final double LIKENESS_PER_KM = 0.1;

  /** The COD repeats a unit's seat under the unit's code: the village itself comes first. */
  private static final double SEAT = 0.1;

  private final List<IndexedPlace> places;
  private final Map<Long, List<Integer>> cells = new HashMap<>();
  private final Map<Integer, List<Likeness.Heard>> heard = new HashMap<>();

  private Counterparts(List<IndexedPlace> places) {
    this.places = places;
  }

  /**
   * An entry of another provider.
   *
   * @param entry its position in the list
   * @param likeness of the two most alike names, from 0 to 1
   */
  record Counterpart(int entry, double likeness, double kilometres) {

    private double closeness(IndexedPlace place) {
      return likeness - LIKENESS_PER_KM * kilometres - (place.seat() ? SEAT : 0);
    }

    /** How likely the two are one, from 0 to 1. */
    double certainty() {
      int tenth = (int) Math.floor(likeness * 10 + 1e-9) - (int) (LEAST_ALIKE * 10);
      int far = Math.min(4, (int) Math.ceil(kilometres * 2) - 1);
      return CERTAINTY[tenth][Math.max(0, far)];
    }
  }

  /**
   * The counterparts of each place, at its position, the surest first; none where a place has no
   * other provider's beside it. Time grows with the places times those within three kilometres,
   * memory with both.
   */
  static List<List<Counterpart>> of(List<IndexedPlace> places) {
    return new Counterparts(places).all();
  }

  private List<List<Counterpart>> all() {
    for (int entry = 0; entry < places.size(); entry++) {
      var place = places.get(entry);
      if (isSettlement(place)) {
        cells
            .computeIfAbsent(cell(row(place.lat()), column(place.lon())), _ -> new ArrayList<>())
            .add(entry);
      }
    }
    var likest = new ArrayList<Map<String, Counterpart>>();
    for (int entry = 0; entry < places.size(); entry++) {
      likest.add(isSettlement(places.get(entry)) ? likest(entry) : Map.of());
    }
    var mutual = new ArrayList<List<Counterpart>>();
    for (int entry = 0; entry < places.size(); entry++) {
      int one = entry;
      var provider = places.get(entry).provider();
      mutual.add(
          likest.get(entry).values().stream()
              .filter(other -> isMutual(one, likest.get(other.entry).get(provider)))
              .filter(other -> other.certainty() > 0)
              .sorted(Comparator.comparingDouble(Counterpart::certainty).reversed())
              .toList());
    }
    return mutual;
  }

  private boolean isMutual(int entry, @Nullable Counterpart back) {
    return back != null && back.entry == entry;
  }

  /** Of each other provider, the likest entry beside one. */
  private Map<String, Counterpart> likest(int entry) {
    var place = places.get(entry);
    var likest = new HashMap<String, Counterpart>();
    int wide = (int) Math.ceil(1 / Math.max(0.05, Math.cos(Math.toRadians(place.lat()))));
    for (int row = row(place.lat()) - 1; row <= row(place.lat()) + 1; row++) {
      for (int column = column(place.lon()) - wide;
          column <= column(place.lon()) + wide;
          column++) {
        for (int other : cells.getOrDefault(cell(row, column), List.of())) {
          if (!places.get(other).provider().equals(place.provider())) {
            var there = places.get(other);
            double kilometres =
                Kilometres.between(place.lat(), place.lon(), there.lat(), there.lon());
            double likeness = kilometres > WITHIN_KM ? 0 : likeness(entry, other);
            if (likeness >= LEAST_ALIKE) {
              likest.merge(
                  places.get(other).provider(),
                  new Counterpart(other, likeness, kilometres),
                  this::closer);
            }
          }
        }
      }
    }
    return likest;
  }

  private Counterpart closer(Counterpart one, Counterpart other) {
    return other.closeness(places.get(other.entry)) > one.closeness(places.get(one.entry))
        ? other
        : one;
  }

  private double likeness(int one, int other) {
    double likeness = 0;
    for (var name : heard(one)) {
      for (var otherName : heard(other)) {
        likeness = Math.max(likeness, name.likeness(otherName));
      }
    }
    return likeness;
  }

  private List<Likeness.Heard> heard(int entry) {
    return heard.computeIfAbsent(
        entry, _ -> places.get(entry).names().map(Likeness.Heard::of).toList());
  }

  private static boolean isSettlement(IndexedPlace place) {
    return place.level().compareTo(PlaceLevel.adm3) > 0 && !Double.isNaN(place.lat());
  }

  private static int row(double lat) {
    return (int) Math.floor(lat * Kilometres.PER_DEGREE / WITHIN_KM);
  }

  private static int column(double lon) {
    return (int) Math.floor(lon * Kilometres.PER_DEGREE / WITHIN_KM);
  }

  private static long cell(int row, int column) {
    return (long) row << 32 | column & 0xffffffffL;
  }
}
