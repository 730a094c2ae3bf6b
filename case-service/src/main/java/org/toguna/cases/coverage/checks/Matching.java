package org.toguna.cases.coverage.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.coverage.ListedPlace;

/**
 * One list against one census. What is named by id or by a name that one place of the unit bears is
 * matched; nothing else is. A spelling is a question, never an answer, and each place answers one
 * line at most. A place is missing unless a line is matched to it or asks for it first.
 */
final class Matching {
  private final Census census;
  private final Spellings spellings;
  private final Elsewhere elsewhere;
  private final Map<Integer, Finding> found = new TreeMap<>();
  private final Map<String, Integer> matched = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final Map<String, Namesakes> namesakes = new LinkedHashMap<>();
  private final List<Doubt> doubts = new ArrayList<>();

  /** Places of one name, and the lines that bear it. */
  private record Namesakes(List<CensusPlace> places, List<Integer> lines) {}

  Matching(Census census, Spellings spellings, Elsewhere elsewhere) {
    this.census = census;
    this.spellings = spellings;
    this.elsewhere = elsewhere;
  }

  Findings of(List<ListedPlace> lines) {
    Map<String, Elsewhere.Found> named =
        elsewhere.places(
            lines.stream()
                .map(ListedPlace::place)
                .filter(id -> id != null && census.place(id) == null)
                .distinct()
                .toList());
    for (int i = 0; i < lines.size(); i++) {
      ListedPlace line = lines.get(i);
      if (line.place() != null) {
        byId(i, line, line.place(), named.get(line.place()));
      } else if (line.isUnnamed() || line.written().isEmpty()) {
        say(i, line, Finding.UNCHECKABLE, "unnamed", List.of());
      } else {
        byName(i, line);
      }
    }
    new Doubts(census, spellings, elsewhere, matched.keySet(), asked)
        .resolve(doubts)
        .forEach(found::put);
    namesakes.values().forEach(this::tellApart);
    return findings();
  }

  private void byId(int at, ListedPlace line, String id, Elsewhere.@Nullable Found beside) {
    CensusPlace place = census.place(id);
    if (place != null) {
      String squeezed = CensusPlace.squeezed(line.written());
      boolean agrees =
          squeezed.isEmpty()
              || census.called(squeezed).contains(place)
              || place.likeness(line.written()) >= Doubts.ALIKE;
      if (agrees) {
        match(at, line, place, "id");
      } else {
        asked.add(place.id());
        var candidates = new ArrayList<PlaceFound>();
        candidates.add(PlaceFound.of(place));
        census.called(squeezed).forEach(other -> candidates.add(PlaceFound.of(other)));
        say(at, line, Finding.TO_CONFIRM, "name_and_id_differ", candidates);
      }
    } else if (beside == null) {
      say(at, line, Finding.UNCHECKABLE, "not_in_gazetteer", List.of());
    } else {
      var candidates = List.of(PlaceFound.of(beside));
      if (!beside.there()) {
        say(at, line, Finding.UNCHECKABLE, "not_there_then", candidates);
      } else if (beside.inside()) {
        say(at, line, Finding.TO_CONFIRM, "other_provider", candidates);
      } else {
        say(at, line, Finding.FOREIGN, "elsewhere", candidates);
      }
    }
  }

  private void byName(int at, ListedPlace line) {
    String squeezed = CensusPlace.squeezed(line.written());
    List<CensusPlace> called = census.called(squeezed);
    if (called.size() == 1) {
      CensusPlace place = called.getFirst();
      String reason =
          place.name().equalsIgnoreCase(line.written())
              ? "exact"
              : CensusPlace.squeezed(place.name()).equals(squeezed) ? "folded" : "other_name";
      match(at, line, place, reason);
    } else if (called.isEmpty()) {
      doubts.add(new Doubt(at, line.written(), squeezed));
    } else {
      namesakes
          .computeIfAbsent(squeezed, _ -> new Namesakes(called, new ArrayList<>()))
          .lines()
          .add(at);
      say(at, line, Finding.AMBIGUOUS, "namesakes", List.of());
    }
  }

  private void match(int at, ListedPlace line, CensusPlace place, String reason) {
    Integer before = matched.putIfAbsent(place.id(), at);
    found.put(
        at,
        new Finding(
            Finding.MATCHED,
            reason,
            at + 1,
            line.written(),
            PlaceFound.of(place),
            List.of(),
            before == null ? null : before + 1));
  }

  private void say(
      int at, ListedPlace line, String result, String reason, List<PlaceFound> candidates) {
    found.put(at, new Finding(result, reason, at + 1, line.written(), null, candidates, null));
  }

  /** Which of the namesakes other lines mean by their ids is only known at the end. */
  private void tellApart(Namesakes group) {
    for (int at : group.lines()) {
      Finding line = found.get(at);
      if (line != null) {
        List<PlaceFound> candidates =
            group.places().stream()
                .map(place -> PlaceFound.of(place).alike(1, matched.containsKey(place.id())))
                .toList();
        found.put(
            at,
            new Finding(
                line.result(), line.reason(), line.line(), line.written(), null, candidates, null));
      }
    }
  }

  private Findings findings() {
    var unsure = new HashSet<String>();
    int atLeast = matched.size();
    int atMost = matched.size();
    for (Namesakes group : namesakes.values()) {
      List<String> open =
          group.places().stream()
              .map(CensusPlace::id)
              .filter(id -> !matched.containsKey(id) && unsure.add(id))
              .toList();
      // Whatever the lines mean, one of the namesakes is meant; if all are open, it is one of
      // these.
      atLeast += open.size() == group.places().size() ? 1 : 0;
      atMost += Math.min(open.size(), group.lines().size());
    }
    var rows = new ArrayList<>(found.values());
    for (CensusPlace place : census.places()) {
      boolean doubtful = asked.contains(place.id()) && !matched.containsKey(place.id());
      if (doubtful && !unsure.contains(place.id())) {
        atMost++;
      } else if (!matched.containsKey(place.id()) && !unsure.contains(place.id())) {
        rows.add(Finding.missing(place));
      }
    }
    rows.sort(Comparator.comparingInt(row -> Finding.ORDER.indexOf(row.result())));
    return new Findings(List.copyOf(rows), census.places().size(), atLeast, atMost);
  }
}
