package org.toguna.cases.coverage.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.coverage.ListedPlace;

/**
 * One list against one census. What is named by id or by a name that one place of the unit bears is
 * matched; nothing else is. A spelling is a question, never an answer, and each place answers one
 * line at most; a name that several places bear, or that begins several names, may mean any of them
 * or all. A place is missing unless a line is matched to it, asks for it first or may mean it among
 * others.
 */
final class Matching {
  private static final String BEGINS_SEVERAL = "begins_several";
  private static final int MOST_OUTSIDE = 5;

  private final Census census;
  private final Spellings spellings;
  private final Elsewhere elsewhere;
  private final Map<Integer, Finding> found = new TreeMap<>();
  private final Map<String, Integer> matched = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final Map<String, Several> ambiguous = new LinkedHashMap<>();
  private final Map<Integer, Covered.Ambiguous> meant = new HashMap<>();
  private final List<Doubt> doubts = new ArrayList<>();

  /** Places that one name may mean, and the lines that bear it. */
  private record Several(String reason, List<CensusPlace> places, List<Integer> lines) {}

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
    Map<String, List<Elsewhere.Found>> outside =
        elsewhere.called(
            ambiguous.entrySet().stream()
                .filter(group -> group.getValue().reason().equals(BEGINS_SEVERAL))
                .map(Map.Entry::getKey)
                .toList());
    ambiguous.forEach((squeezed, group) -> tellApart(group, besides(squeezed, group, outside)));
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
        for (CensusPlace other : census.called(squeezed)) {
          asked.add(other.id());
          candidates.add(PlaceFound.of(other));
        }
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
      List<CensusPlace> begun = census.begunBy(line.written());
      if (begun.size() > 1) {
        severally(at, line, squeezed, BEGINS_SEVERAL, begun);
      } else {
        CensusPlace only = begun.isEmpty() ? null : begun.getFirst();
        doubts.add(new Doubt(at, line.written(), squeezed, only));
      }
    } else {
      severally(at, line, squeezed, "namesakes", called);
    }
  }

  private void severally(
      int at, ListedPlace line, String squeezed, String reason, List<CensusPlace> places) {
    ambiguous
        .computeIfAbsent(squeezed, _ -> new Several(reason, places, new ArrayList<>()))
        .lines()
        .add(at);
    say(at, line, Finding.AMBIGUOUS, reason, List.of());
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
            null,
            before == null ? null : before + 1));
  }

  private void say(
      int at, ListedPlace line, String result, String reason, List<PlaceFound> candidates) {
    found.put(
        at, new Finding(result, reason, at + 1, line.written(), null, candidates, null, null));
  }

  /** What bears the very name that only begins names here: another provider's, or elsewhere. */
  private Told besides(
      String squeezed, Several group, Map<String, List<Elsewhere.Found>> outside) {
    if (!group.reason().equals(BEGINS_SEVERAL)) {
      return Told.NOTHING;
    }
    List<Elsewhere.Found> there = outside.getOrDefault(squeezed, List.of());
    return Told.first(there.stream().map(PlaceFound::of).toList(), MOST_OUTSIDE)
        .after(census.calledByOthers(squeezed).stream().map(PlaceFound::of).toList());
  }

  /** Which of them other lines mean by their ids is only known at the end. */
  private void tellApart(Several group, Told besides) {
    Set<String> here = group.places().stream().map(CensusPlace::id).collect(Collectors.toSet());
    for (int at : group.lines()) {
      Finding line = found.get(at);
      if (line != null) {
        // All of them, also those that are too many to be told.
        meant.put(at, new Covered.Ambiguous(here, besides.places().isEmpty()));
        var candidates = new ArrayList<PlaceFound>();
        for (CensusPlace place : group.places()) {
          double likeness =
              group.reason().equals(BEGINS_SEVERAL)
                  ? place.likeness(Objects.requireNonNull(line.written()))
                  : 1;
          candidates.add(PlaceFound.of(place).alike(likeness, matched.containsKey(place.id())));
        }
        Told all = besides.after(candidates);
        found.put(
            at,
            new Finding(
                line.result(),
                line.reason(),
                line.line(),
                line.written(),
                null,
                all.places(),
                all.more(),
                null));
      }
    }
  }

  private Findings findings() {
    Set<String> unsure = new HashSet<>(asked);
    var lines = new ArrayList<Covered.Ambiguous>();
    var toConfirm = new ArrayList<Set<String>>();
    for (Covered.Ambiguous line : meant.values()) {
      lines.add(line);
      unsure.addAll(line.places());
    }
    for (Finding row : found.values()) {
      if (row.result().equals(Finding.TO_CONFIRM)) {
        toConfirm.add(
            row.candidates().stream()
                .map(PlaceFound::id)
                .filter(id -> census.place(id) != null)
                .collect(Collectors.toSet()));
      }
    }
    Covered covered = Covered.of(matched.keySet(), lines, toConfirm);
    var rows = new ArrayList<>(found.values());
    for (CensusPlace place : census.places()) {
      if (!matched.containsKey(place.id()) && !unsure.contains(place.id())) {
        rows.add(Finding.missing(place));
      }
    }
    rows.sort(Comparator.comparingInt(row -> Finding.ORDER.indexOf(row.result())));
    return new Findings(
        List.copyOf(rows), census.places().size(), covered.atLeast(), covered.atMost());
  }
}
