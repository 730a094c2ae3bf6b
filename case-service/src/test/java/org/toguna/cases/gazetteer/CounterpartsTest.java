package org.toguna.cases.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.toguna.cases.gazetteer.Candidate.Reason;
import org.toguna.kit.marking.PlaceLevel;

/**
 * Which entries of two providers are taken to lie beside each other, and what a name of one is
 * worth to the other.
 */
class CounterpartsTest {
  private static final double KM = 1 / 111.2;

  private final IndexedPlace ours = at("a", "COD", "Bangadougou", 0);

  @Test
  void neighboursOfTwoProvidersThatSoundAlikeTellOneSettlement() {
    assertThat(of(ours, at("b", "GN", "Bangadugu", 0.4))).containsExactly("a-b", "b-a");
    assertThat(of(ours, at("b", "GN", "Bangadugu", 2.9))).containsExactly("a-b", "b-a");
    assertThat(of(ours, at("b", "GN", "Bangadugu", 3.1))).isEmpty();
    assertThat(of(ours, at("b", "COD", "Bangadugu", 0.4))).isEmpty();
  }

  @Test
  void whoLiesFurtherAwayMustSoundMoreAlike() {
    assertThat(of(ours, at("b", "GN", "Bangadala", 0.4))).containsExactly("a-b", "b-a");
    assertThat(of(ours, at("b", "GN", "Bangadala", 2.4))).isEmpty();
    assertThat(of(ours, at("b", "GN", "Kerouane", 0.1))).isEmpty();
  }

  @Test
  void aNeighbourThatHasALikelierOneIsNobodyElses() {
    var likelier = at("c", "COD", "Bangadugu-Peulh", 0.2);

    assertThat(of(ours, likelier, at("b", "GN", "Bangadugu Peul", 0.1)))
        .containsExactly("b-c", "c-b");
  }

  @Test
  void theVillageComesBeforeTheRowThatRepeatsItAsASeat() {
    var seat =
        new IndexedPlace(
            "s", "COD", null, PlaceLevel.village, 0, 0, true, path(), "Bangadougou", List.of());

    assertThat(of(seat, ours, at("b", "GN", "Bangadugu", 0.2))).containsExactly("a-b", "b-a");
    assertThat(of(seat, at("b", "GN", "Bangadugu", 0.2))).containsExactly("b-s", "s-b");
  }

  @Test
  void unitsHaveNone() {
    var unit =
        new IndexedPlace(
            "u", "COD", null, PlaceLevel.adm3, 0, 0, false, path(), "Bangadougou", List.of());

    assertThat(of(unit, at("b", "GN", "Bangadougou", 0))).isEmpty();
  }

  @Test
  void certaintyFallsWithDistanceAndUnlikeness() {
    assertThat(certainty(1, 0.2)).isCloseTo(0.99, within(1e-9));
    assertThat(certainty(1, 2.5)).isCloseTo(0.97, within(1e-9));
    assertThat(certainty(0.75, 0.5)).isCloseTo(0.99, within(1e-9));
    assertThat(certainty(0.75, 2.5)).isCloseTo(0.77, within(1e-9));
    assertThat(certainty(0.6, 1.6)).isCloseTo(0.5, within(1e-9));
    assertThat(certainty(0.4, 0)).isCloseTo(0.88, within(1e-9));
    assertThat(certainty(0.4, 0.6)).isZero();
  }

  @Test
  void aNameThatOnlyTheOtherProviderHasLeadsToTheVillageBesideIt() {
    var found = first("Goundaka", ours, at("b", "GN", "Bangadugu", 0.4, "Goundaka"));

    assertThat(found.id()).isEqualTo("a");
    assertThat(found.reason()).isEqualTo(Reason.OTHER_PROVIDER);
    assertThat(found.matched()).isEqualTo("Goundaka");
    assertThat(found.through()).isEqualTo("b");
    assertThat(found.score()).isBetween(0.9, 0.975);
  }

  @Test
  void aSpellingOfTheOthersNameLeadsThereToo() {
    var found = first("Gundaka", ours, at("b", "GN", "Bangadugu", 0.4, "Goundaka"));

    assertThat(found.id()).isEqualTo("a");
    assertThat(found.reason()).isEqualTo(Reason.SPELLING);
    assertThat(found.through()).isEqualTo("b");
  }

  @Test
  void whatIsCalledSoItselfComesFirstAndSomebodyMustChoose() {
    var namesake = at("n", "COD", "Goundaka", 500);
    var candidates = find("Goundaka", ours, at("b", "GN", "Bangadugu", 0.4, "Goundaka"), namesake);

    assertThat(candidates).extracting(Candidate::id).startsWith("n", "a");
    assertThat(Ambiguity.of(candidates)).isTrue();
  }

  @Test
  void thatOneProviderKnowsNoNamesakeDoesNotSayWhichIsMeant() {
    var index =
        new PlaceIndex(
            List.of(
                ours, at("b", "GN", "Bangadugu", 0.4, "Goundaka"), at("n", "GN", "Goundaka", 500)));
    var all = index.find("Goundaka", index.everywhere(), _ -> true, 20);
    var asked = index.find("Goundaka", index.everywhere(), e -> index.isOf(e, "COD"), 20);

    assertThat(asked.getFirst().id()).isEqualTo("a");
    assertThat(Ambiguity.of(asked)).isFalse();
    assertThat(Ambiguity.of(asked, all)).isTrue();
  }

  @Test
  void unitsAndCodesAreAProvidersOwn() {
    var index =
        new PlaceIndex(List.of(unit("u1", "COD", "Goundaka"), unit("u2", "LAW", "Goundaka"), ours));
    var all = index.find("Goundaka", index.everywhere(), _ -> true, 20);
    var asked = index.find("Goundaka", index.everywhere(), e -> index.isOf(e, "LAW"), 20);

    assertThat(Ambiguity.of(all)).isTrue();
    assertThat(Ambiguity.of(asked, all)).isFalse();
  }

  private static IndexedPlace unit(String id, String provider, String name) {
    return new IndexedPlace(
        id, provider, null, PlaceLevel.adm1, 0, 0, false, path(), name, List.of());
  }

  @Test
  void aSurerNeighbourIsNoLikelierMeant() {
    var candidates =
        find(
            "Goundaka",
            ours,
            at("b", "GN", "Bangadugu", 0.4, "Goundaka"),
            at("c", "COD", "Kerouane", 500),
            at("d", "GN", "Kerouaba", 501.4, "Goundaka"));

    assertThat(candidates).extracting(Candidate::id).startsWith("a", "c");
    assertThat(candidates.getFirst().score() - candidates.get(1).score()).isGreaterThan(0.15);
    assertThat(Ambiguity.of(candidates)).isTrue();
  }

  @Test
  void theSurestOfSeveralCounterpartsLendsAName() {
    var found =
        first(
            "Goundaka",
            ours,
            at("far", "AA", "Bangadugu", 2.6, "Goundaka"),
            at("near", "ZZ", "Bangadugu", 0.2, "Goundaka"));

    assertThat(found.through()).isEqualTo("near");
  }

  @Test
  void whoWasNotAskedForTakesNobodysPlace() {
    var places = new ArrayList<IndexedPlace>();
    places.add(at("z", "COD", "Bangadougou", 900));
    for (int i = 0; i < 600; i++) {
      places.add(at("gn" + i, "GN", "Bangadugu" + "abcdefghij".charAt(i % 10), i / 10.0));
    }

    assertThat(first("Bangadugua", places.toArray(IndexedPlace[]::new)).id()).isEqualTo("z");
  }

  @Test
  void anEntryAndTheOneThatLentItsNameAreNoChoice() {
    var index = new PlaceIndex(List.of(ours, at("b", "GN", "Bangadala", 0.4)));
    var candidates = index.find("Bangadala", index.everywhere(), _ -> true, 5);

    assertThat(candidates).extracting(Candidate::id).containsExactly("b", "a");
    assertThat(Ambiguity.of(candidates)).isFalse();
  }

  @Test
  void anEntryKeepsItsOwnNames() {
    var found = first("Bangadougou", ours, at("b", "GN", "Bangadougou", 0.4));

    assertThat(found.reason()).isEqualTo(Reason.EXACT);
    assertThat(found.through()).isNull();
  }

  private static double certainty(double likeness, double kilometres) {
    return new Counterparts.Counterpart(0, likeness, kilometres).certainty();
  }

  private static Candidate first(String spelling, IndexedPlace... places) {
    return find(spelling, places).getFirst();
  }

  /** Candidates of one provider alone. */
  private static List<Candidate> find(String spelling, IndexedPlace... places) {
    var index = new PlaceIndex(List.of(places));
    return index.find(spelling, index.everywhere(), entry -> index.isOf(entry, "COD"), 5);
  }

  private static List<String> of(IndexedPlace... places) {
    var found = new ArrayList<String>();
    var counterparts = Counterparts.of(List.of(places));
    for (int i = 0; i < places.length; i++) {
      for (var each : counterparts.get(i)) {
        found.add(places[i].id() + "-" + places[each.entry()].id());
      }
    }
    return found.stream().sorted().toList();
  }

  private static IndexedPlace at(
      String id, String provider, String name, double km, String... others) {
    return new IndexedPlace(
        id, provider, null, PlaceLevel.village, km * KM, 0, false, path(), name, List.of(others));
  }

  private static List<String> path() {
    return Arrays.asList("XX", "XA", "XA01", "XA0101");
  }
}
