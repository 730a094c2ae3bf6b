package org.toguna.cases.coverage.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.toguna.cases.coverage.ListedPlace;

/** What becomes of each line of a list, rule by rule, in an invented commune. */
class MatchingTest {
  private static final LocalDate DAY = LocalDate.of(2021, 9, 1);
  private final List<CensusPlace> places =
      new ArrayList<>(
          List.of(
              place("1", "Dounfana", 14.1),
              place("2", "Kolombila", 14.2),
              place("3", "Nafadié-Sô", 14.3),
              place("4", "Madobougou", 14.4),
              place("5", "Madobougou", 14.6),
              place("6", "Guirédji", 14.7, "Gueredji")));
  private final Map<String, List<Elsewhere.Found>> outside = new HashMap<>();

  @Test
  void aNameThatOnePlaceBearsIsMatchedWhateverItsAccents() {
    var findings = check("DOUNFANA", "nafadie so", "gueredji", "Kolombila", "Guirédji");

    assertThat(findings.rows()).filteredOn(row -> row.result().equals("matched")).hasSize(5);
    assertThat(reasonOf("DOUNFANA", findings)).isEqualTo("exact");
    assertThat(reasonOf("nafadie so", findings)).isEqualTo("folded");
    assertThat(reasonOf("gueredji", findings)).isEqualTo("other_name");
    assertThat(row("Guirédji", findings).repeats()).isEqualTo(3);
  }

  @Test
  void whatNoLineMeansIsMissing() {
    assertThat(missing(check("Dounfana", "Nafadié-Sô", "Guirédji", "Madobougou")))
        .containsExactly("2");
  }

  @Test
  void aSpellingIsAQuestionAndItsPlaceIsNotCalledMissing() {
    var findings = check("Dunfana", "Kolombila", "Nafadié-Sô", "Guirédji");

    assertThat(row("Dunfana", findings).result()).isEqualTo("to_confirm");
    assertThat(row("Dunfana", findings).candidates().getFirst().id()).isEqualTo("1");
    assertThat(missing(findings)).doesNotContain("1");
  }

  @Test
  void eachPlaceAnswersOneLineAtMostTheLikelierOne() {
    var findings = check("Dunfana", "Dounfanna", "Kolombila", "Nafadié-Sô", "Guirédji");

    assertThat(findings.rows())
        .filteredOn(row -> row.result().equals("to_confirm"))
        .extracting(Finding::reason)
        .containsExactlyInAnyOrder("spelling", "listed_twice");
    assertThat(findings.coveredAtMost() - findings.coveredAtLeast()).isEqualTo(1);
  }

  @Test
  void aSpellingOfWhatStandsThereAlreadyMayBeTheSameLineTwice() {
    var again = row("Dunfana", check("Dounfana", "Dunfana"));

    assertThat(again.reason()).isEqualTo("listed_twice");
    assertThat(again.candidates().getFirst().listed()).isTrue();
  }

  @Test
  void namesakesAreAmbiguousAndOneLineMayMeanThemAll() {
    var one = check("Dounfana", "Kolombila", "Nafadié-Sô", "Guirédji", "Madobougou");

    assertThat(row("Madobougou", one).result()).isEqualTo("ambiguous");
    assertThat(row("Madobougou", one).candidates())
        .extracting(PlaceFound::id)
        .containsExactly("4", "5");
    assertThat(missing(one)).isEmpty();
    assertThat(one.missingAtLeast()).isZero();
    assertThat(one.missingAtMost()).isEqualTo(1);

    var two = check("Dounfana", "Kolombila", "Nafadié-Sô", "Guirédji", "Madobougou", "Madobougou");
    assertThat(two.missingAtLeast()).isZero();
    assertThat(two.missingAtMost()).isEqualTo(1);
  }

  @Test
  void aNameThatOnlyBeginsTwoNamesIsAmbiguousAndNeitherIsMissing() {
    places.add(place("7", "Zgorox-Do", 14.8));
    places.add(place("8", "Zgorox-Ley", 14.9));
    for (String written : List.of("Zgorox", "zgorox", "ZGO", "Zgor", "Zgòrox ")) {
      var findings = check(line(written, null));
      var found = row(written.strip(), findings);
      if (written.equals("ZGO")) {
        assertThat(found.result()).as("too few letters").isNotEqualTo("ambiguous");
        continue;
      }
      assertThat(found.result()).as(written).isEqualTo("ambiguous");
      assertThat(found.reason()).isEqualTo("begins_several");
      assertThat(found.candidates()).extracting(PlaceFound::id).containsExactly("7", "8");
      assertThat(missing(findings)).doesNotContain("7", "8");
      assertThat(findings.missingAtLeast()).isEqualTo(6);
      assertThat(findings.missingAtMost()).isEqualTo(7);
    }
    var listed = check("Zgorox", "Zgorox-Do");
    assertThat(row("Zgorox", listed).candidates().getFirst().listed()).isTrue();
    assertThat(missing(listed)).doesNotContain("7", "8");
    assertThat(listed.missingAtMost()).isEqualTo(7);
  }

  /** What does not fit is counted, and is no more missing than what does. */
  @Test
  void candidatesThatAreTooManyToTellAreCounted() {
    for (int i = 0; i < 60; i++) {
      places.add(place("z" + i, "Zgorox-Do" + Character.toString('a' + i % 26) + i, 14.8));
    }
    var elsewhere = new ArrayList<Elsewhere.Found>();
    for (int i = 0; i < 8; i++) {
      elsewhere.add(
          new Elsewhere.Found(place("e" + i, "Zgorox", 16), "XB", "Next commune", true, false));
    }
    outside.put("zgorox", elsewhere);
    outside.put("tominkoro", elsewhere);
    var findings = check("Zgorox", "Tominkoro");

    assertThat(row("Zgorox", findings).candidates()).hasSize(50);
    assertThat(row("Zgorox", findings).moreCandidates()).isEqualTo(60 + 8 - 50);
    assertThat(missing(findings)).noneMatch(id -> id.startsWith("z"));
    assertThat(findings.missingAtLeast()).isEqualTo(6);
    assertThat(findings.missingAtMost()).isEqualTo(66);
    assertThat(row("Tominkoro", findings).candidates()).hasSize(5);
    assertThat(row("Tominkoro", findings).moreCandidates()).isEqualTo(3);
    assertThat(row("Dounfana", check("Dounfana")).moreCandidates()).isNull();
  }

  @Test
  void aNameThatBeginsOneNameOnlyIsToBeConfirmed() {
    places.add(place("7", "Zgorox-Do-Bankoula-Fitinni", 14.8));
    var findings = check("Zgorox");

    assertThat(row("Zgorox", findings).result()).isEqualTo("to_confirm");
    assertThat(row("Zgorox", findings).candidates().getFirst().id()).isEqualTo("7");
    assertThat(missing(findings)).doesNotContain("7");
  }

  @Test
  void whatBearsTheVeryNameElsewhereIsTellableFromWhatItOnlyBegins() {
    places.add(place("7", "Zgorox-Do", 14.8));
    places.add(place("8", "Zgorox-Ley", 14.9));
    outside.put(
        "zgorox",
        List.of(new Elsewhere.Found(place("9", "Zgorox", 16), "XB", "Next commune", true, false)));
    var findings = check("Zgorox");

    assertThat(row("Zgorox", findings).candidates())
        .extracting(PlaceFound::id)
        .containsExactly("7", "8", "9");
    assertThat(findings.missingAtMost()).as("it may mean none of these").isEqualTo(8);
    assertThat(findings.missingAtLeast()).isEqualTo(6);
  }

  @Test
  void anIdTellsNamesakesApartButNotAgainstAnotherName() {
    var apart = check(line("Madobougou", "4"), line("Madobougou", "5"));
    assertThat(apart.rows())
        .filteredOn(row -> row.line() != null)
        .allMatch(row -> row.result().equals("matched"));

    var contradicted = row("Kolombila", check(line("Kolombila", "1")));
    assertThat(contradicted.result()).isEqualTo("to_confirm");
    assertThat(contradicted.reason()).isEqualTo("name_and_id_differ");
    assertThat(contradicted.candidates()).extracting(PlaceFound::id).containsExactly("1", "2");
  }

  @Test
  void aNameKnownElsewhereIsForeignAndIsNotBentToFit() {
    outside.put(
        "hamdalo",
        List.of(new Elsewhere.Found(place("9", "Hamdalo", 16), "XB", "Next commune", true, false)));
    var foreign = row("Hamdalo", check("Hamdalo"));

    assertThat(foreign.result()).isEqualTo("foreign");
    assertThat(foreign.candidates().getFirst().unitName()).isEqualTo("Next commune");
  }

  @Test
  void whatIsUnnamedOnPurposeOrUnknownCannotBeChecked() {
    var findings =
        check(
            new ListedPlace(null, null, true, null, null),
            line("Xyqwztl", null),
            line("Nowhere", "77"));

    assertThat(findings.rows())
        .filteredOn(row -> row.result().equals("uncheckable"))
        .extracting(Finding::reason)
        .containsExactly("unnamed", "not_in_gazetteer", "not_in_gazetteer");
  }

  @Test
  void aSeatToldAgainAsTheUnitCountsOnceAndOneToldOnlySoIsNotLost() {
    places.add(seat("1000", "Dunfana", 14.1));
    var twin = check("Dunfana", "Kolombila", "Nafadié-Sô", "Guirédji", "Madobougou");
    assertThat(row("Dunfana", twin).place().id()).isEqualTo("1");
    assertThat(twin.places()).isEqualTo(6);

    places.set(
        6, new CensusPlace("1000", "P", "cod", "XA02", "Dounfana", List.of(), 14.1, -3, true));
    assertThat(check("Kolombila").places()).as("the seat of another commune").isEqualTo(7);

    places.set(6, seat("1000", "Zyntolo", 13));
    var alone = check("Dounfana", "Kolombila", "Nafadié-Sô", "Guirédji");
    assertThat(missing(alone)).containsExactly("4", "5", "1000");
    assertThat(alone.rows()).filteredOn(row -> row.reason().equals("seat_of_unit")).hasSize(1);
  }

  @Test
  void aSecondProviderAddsNoVillageButKnowsNames() {
    places.add(
        new CensusPlace("gn:1", null, "other", "XA01", "Korintozé", List.of(), 14, -3, false));
    var findings = check("Korintozé");

    assertThat(findings.places()).isEqualTo(6);
    assertThat(reasonOf("Korintozé", findings)).isEqualTo("other_provider");
  }

  private Findings check(String... names) {
    return check(
        java.util.Arrays.stream(names).map(name -> line(name, null)).toArray(ListedPlace[]::new));
  }

  private Findings check(ListedPlace... lines) {
    var census = Census.of(places, null, DAY);
    Spellings byLikeness =
        written ->
            places.stream()
                .map(place -> new Spellings.Guess(place.id(), place.likeness(written)))
                .sorted((one, other) -> Double.compare(other.score(), one.score()))
                .toList();
    return new Matching(census, byLikeness, around()).of(List.of(lines));
  }

  private Elsewhere around() {
    return new Elsewhere() {
      @Override
      public Map<String, List<Found>> called(Collection<String> squeezed) {
        var found = new HashMap<>(outside);
        found.keySet().retainAll(squeezed);
        return found;
      }

      @Override
      public Map<String, Found> places(Collection<String> ids) {
        return Map.of();
      }
    };
  }

  private static ListedPlace line(String name, String id) {
    return new ListedPlace(name, id, null, null, null);
  }

  private static CensusPlace place(String id, String name, double lat, String... others) {
    return new CensusPlace(id, "P" + id, "cod", "XA01", name, List.of(others), lat, -3, false);
  }

  private static CensusPlace seat(String id, String name, double lat) {
    return new CensusPlace(id, "P" + id, "cod", "XA01", name, List.of(), lat, -3, true);
  }

  private static List<String> missing(Findings findings) {
    return findings.rows().stream()
        .filter(row -> row.result().equals("missing"))
        .map(row -> row.place().id())
        .toList();
  }

  private static Finding row(String written, Findings findings) {
    return findings.rows().stream()
        .filter(row -> written.equals(row.written()))
        .findFirst()
        .orElseThrow();
  }

  private static String reasonOf(String written, Findings findings) {
    return row(written, findings).reason();
  }
}
