package org.toguna.cases.coverage.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.names.Fold;

/**
 * The places of one unit on one date, each village once: one provider's, since two providers tell
 * the same villages twice, and without the rows that repeat a unit's seat as the unit.
 *
 * <p>A seat that is told only under the unit's code is a place like others: leaving it out would
 * lose a village. Whatever other providers know of the unit helps to understand names, and counts
 * for nothing.
 */
final class Census {
  /** Two entries so near, of names alike, are the seat told twice. */
  private static final double SEAT_WITHIN_KM = 3;

  private static final double SAME_SPOT_KM = 0.05;
  private static final double ALIKE = 0.5;

  /** Fewer letters than these begin too much to say anything, unless they are a word. */
  private static final int LETTERS_THAT_TELL = 4;

  private static final char BEHIND_ALL = '\uffff';

  private final String provider;
  private final LocalDate asOf;
  private final Map<String, CensusPlace> counted = new LinkedHashMap<>();
  private final Map<String, String> countedAs = new HashMap<>();
  private final NavigableMap<String, List<CensusPlace>> byName = new TreeMap<>();
  private final NavigableMap<String, List<CensusPlace>> byWords = new TreeMap<>();
  private final Map<String, List<CensusPlace>> othersByName = new HashMap<>();
  private int seatsRepeated;

  private Census(String provider, LocalDate asOf) {
    this.provider = provider;
    this.asOf = asOf;
  }

  /**
   * @param provider whose places count; if null, the one that publishes most P-codes there
   */
  static Census of(List<CensusPlace> places, @Nullable String provider, LocalDate asOf) {
    var census = new Census(provider == null ? richest(places) : provider, asOf);
    var own = places.stream().filter(place -> place.provider().equals(census.provider)).toList();
    own.stream().filter(place -> !place.seat()).forEach(census::count);
    var villages =
        own.stream()
            .filter(place -> !place.seat())
            .collect(Collectors.groupingBy(place -> String.valueOf(place.unit())));
    own.stream()
        .filter(CensusPlace::seat)
        .forEach(
            seat ->
                census.countSeat(
                    seat, villages.getOrDefault(String.valueOf(seat.unit()), List.of())));
    places.stream()
        .filter(place -> !place.provider().equals(census.provider))
        .forEach(place -> name(census.othersByName, place, place));
    return census;
  }

  private static String richest(List<CensusPlace> places) {
    return places.stream()
        .collect(
            Collectors.groupingBy(
                CensusPlace::provider,
                Collectors.summingInt(place -> place.pcode() == null ? 1 : 100_000)))
        .entrySet()
        .stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private void count(CensusPlace place) {
    counted.put(place.id(), place);
    meant(place, place);
  }

  /**
   * A seat's village lies in the unit whose seat it is, or its namesake elsewhere would be lost.
   */
  private void countSeat(CensusPlace seat, List<CensusPlace> villages) {
    Optional<CensusPlace> twin =
        villages.stream()
            .filter(place -> isTwin(seat, place))
            .min(Comparator.comparingDouble(place -> place.kilometres(seat.lat(), seat.lon())));
    if (twin.isEmpty()) {
      count(seat);
    } else {
      seatsRepeated++;
      meant(seat, twin.get());
    }
  }

  /** The COD spells a seat in its own way, and misplaces some: of one name they are one. */
  private static boolean isTwin(CensusPlace seat, CensusPlace place) {
    double kilometres = place.kilometres(seat.lat(), seat.lon());
    return kilometres < SAME_SPOT_KM
        || kilometres < SEAT_WITHIN_KM && place.likeness(seat.name()) >= ALIKE
        || seat.names().map(CensusPlace::squeezed).anyMatch(place::isCalled);
  }

  private void meant(CensusPlace said, CensusPlace place) {
    countedAs.put(said.id(), place.id());
    if (said.pcode() != null) {
      countedAs.putIfAbsent(said.pcode(), place.id());
    }
    name(byName, said, place);
    said.names()
        .map(Fold::of)
        .forEach(words -> add(byWords, words, place));
  }

  private static void name(
      Map<String, List<CensusPlace>> names, CensusPlace said, CensusPlace place) {
    said.names().map(CensusPlace::squeezed).forEach(name -> add(names, name, place));
  }

  private static void add(Map<String, List<CensusPlace>> names, String name, CensusPlace place) {
    var called = names.computeIfAbsent(name, _ -> new ArrayList<>());
    if (!called.contains(place)) {
      called.add(place);
    }
  }

  String provider() {
    return provider;
  }

  LocalDate asOf() {
    return asOf;
  }

  int seatsRepeated() {
    return seatsRepeated;
  }

  Collection<CensusPlace> places() {
    return counted.values();
  }

  /** By id or P-code; a repeated seat is the place that it repeats. */
  @Nullable CensusPlace place(String id) {
    String meant = countedAs.get(id);
    return meant == null ? null : counted.get(meant);
  }

  List<CensusPlace> called(String squeezed) {
    return byName.getOrDefault(squeezed, List.of());
  }

  /** Places whose names go on where what is written ends: Zgorox-Do and Zgorox-Ley of Zgorox. */
  List<CensusPlace> begunBy(String written) {
    String words = Fold.of(written);
    String squeezed = CensusPlace.squeezed(written);
    Set<CensusPlace> begun = new LinkedHashSet<>();
    beginning(byWords, words + " ").forEach(begun::addAll);
    if (squeezed.length() >= LETTERS_THAT_TELL) {
      beginning(byName, squeezed).forEach(begun::addAll);
    }
    return words.isEmpty() ? List.of() : List.copyOf(begun);
  }

  private static Collection<List<CensusPlace>> beginning(
      NavigableMap<String, List<CensusPlace>> names, String with) {
    return names.subMap(with, false, with + BEHIND_ALL, true).values();
  }

  /** Whether words name a place of the unit among others. */
  boolean isNamedIn(String words) {
    String folded = " " + Fold.of(words) + " ";
    return byWords.keySet().stream()
        .anyMatch(name -> !name.isEmpty() && folded.contains(" " + name + " "));
  }

  List<CensusPlace> calledByOthers(String squeezed) {
    return othersByName.getOrDefault(squeezed, List.of());
  }

  double middleLat() {
    return counted.values().stream().mapToDouble(CensusPlace::lat).average().orElse(0);
  }

  double middleLon() {
    return counted.values().stream().mapToDouble(CensusPlace::lon).average().orElse(0);
  }
}
