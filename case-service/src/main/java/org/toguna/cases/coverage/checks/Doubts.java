package org.toguna.cases.coverage.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lines that no place of the unit is called like. All are looked at together, since a place that
 * one line asks for with good reason is no candidate for another's weak one.
 */
final class Doubts {
  /** By sound; above it two names are taken for spellings of one without further ado. */
  static final double ALIKE = 0.6;

  /** Below it two names have nothing in common but some letters. */
  private static final double REMOTELY = 0.35;

  private static final int MOST_INSIDE = 5;
  private static final int MOST_OUTSIDE = 5;

  private final Census census;
  private final Spellings spellings;
  private final Elsewhere elsewhere;
  private final Set<String> matched;
  private final Set<String> asked;
  private final double middleLat;
  private final double middleLon;

  /**
   * @param matched places that lines mean for sure
   * @param asked places that lines ask for; those found here are added
   */
  Doubts(
      Census census,
      Spellings spellings,
      Elsewhere elsewhere,
      Set<String> matched,
      Set<String> asked) {
    this.census = census;
    this.spellings = spellings;
    this.elsewhere = elsewhere;
    this.matched = matched;
    this.asked = asked;
    this.middleLat = census.middleLat();
    this.middleLon = census.middleLon();
  }

  /** A place of the unit that a line may mean. */
  private record Guess(Doubt doubt, CensusPlace place, double likeness, double score) {}

  Map<Integer, Finding> resolve(List<Doubt> doubts) {
    Map<String, List<Elsewhere.Found>> outside =
        elsewhere.called(doubts.stream().map(Doubt::squeezed).distinct().toList());
    Map<Doubt, List<Guess>> inside = new HashMap<>();
    doubts.forEach(doubt -> inside.put(doubt, guesses(doubt)));
    Map<Doubt, Guess> first = new HashMap<>();
    assign(inside, ALIKE, first, Set.of());
    // A name that is known elsewhere is not bent to fit a place here.
    assign(inside, REMOTELY, first, outside.keySet());
    var findings = new TreeMap<Integer, Finding>();
    for (Doubt doubt : doubts) {
      findings.put(
          doubt.at(),
          finding(
              doubt,
              first.get(doubt),
              inside.getOrDefault(doubt, List.of()),
              outside.getOrDefault(doubt.squeezed(), List.of())));
    }
    return findings;
  }

  private List<Guess> guesses(Doubt doubt) {
    var best = new HashMap<String, Guess>();
    for (Spellings.Guess guess : spellings.of(doubt.written())) {
      CensusPlace place = census.place(guess.id());
      if (place != null) {
        double likeness = place.likeness(doubt.written());
        best.merge(
            place.id(),
            new Guess(doubt, place, likeness, guess.score()),
            (one, other) -> one.score() >= other.score() ? one : other);
      }
    }
    CensusPlace begun = doubt.begun();
    if (begun != null) {
      Guess heard = best.get(begun.id());
      double score = heard == null ? ALIKE : heard.score();
      double likeness = Math.max(ALIKE, begun.likeness(doubt.written()));
      best.put(begun.id(), new Guess(doubt, begun, likeness, score));
    }
    return best.values().stream()
        .filter(guess -> guess.likeness() >= REMOTELY)
        .sorted(
            Comparator.comparingDouble(Guess::score)
                .reversed()
                .thenComparing(guess -> guess.place().id()))
        .toList();
  }

  /** The likeliest pairs first; each line asks for one place, each place answers one line. */
  private void assign(
      Map<Doubt, List<Guess>> inside,
      double least,
      Map<Doubt, Guess> first,
      Set<String> namesKnownElsewhere) {
    inside.values().stream()
        .flatMap(List::stream)
        .filter(guess -> guess.likeness() >= least)
        .filter(guess -> !namesKnownElsewhere.contains(guess.doubt().squeezed()))
        .sorted(
            Comparator.comparingDouble(Guess::score)
                .reversed()
                .thenComparing(guess -> guess.doubt().at())
                .thenComparing(guess -> guess.place().id()))
        .forEach(
            guess -> {
              String id = guess.place().id();
              if (!matched.contains(id) && !first.containsKey(guess.doubt()) && asked.add(id)) {
                first.put(guess.doubt(), guess);
              }
            });
  }

  private Finding finding(
      Doubt doubt, @Nullable Guess first, List<Guess> inside, List<Elsewhere.Found> outside) {
    Told here = here(first, inside);
    Told others =
        Told.all(census.calledByOthers(doubt.squeezed()).stream().map(PlaceFound::of).toList());
    Told there =
        Told.first(
            outside.stream()
                .sorted(
                    Comparator.comparingDouble(
                        found -> found.place().kilometres(middleLat, middleLon)))
                .map(PlaceFound::of)
                .toList(),
            MOST_OUTSIDE);
    if (first != null) {
      return says(doubt, Finding.TO_CONFIRM, "spelling", here, others, there);
    }
    if (!others.places().isEmpty()) {
      return says(doubt, Finding.TO_CONFIRM, "other_provider", others, here, there);
    }
    if (!there.places().isEmpty()) {
      return says(doubt, Finding.FOREIGN, "elsewhere", there, here, Told.NOTHING);
    }
    if (!here.places().isEmpty() && inside.getFirst().likeness() >= ALIKE) {
      return says(doubt, Finding.TO_CONFIRM, "listed_twice", here, Told.NOTHING, Told.NOTHING);
    }
    return says(doubt, Finding.UNCHECKABLE, "not_in_gazetteer", here, Told.NOTHING, Told.NOTHING);
  }

  private Told here(@Nullable Guess first, List<Guess> inside) {
    var ordered = new ArrayList<Guess>();
    if (first != null) {
      ordered.add(first);
    }
    inside.stream().filter(guess -> guess != first).forEach(ordered::add);
    return Told.first(
        ordered.stream()
            .map(
                guess ->
                    PlaceFound.of(guess.place())
                        .alike(guess.likeness(), matched.contains(guess.place().id())))
            .toList(),
        MOST_INSIDE);
  }

  private static Finding says(
      Doubt doubt,
      String result,
      String reason,
      Told first,
      Told then,
      Told last) {
    Told all = first.and(then).and(last);
    return new Finding(
        result, reason, doubt.at() + 1, doubt.written(), null, all.places(), all.more(), null);
  }
}
