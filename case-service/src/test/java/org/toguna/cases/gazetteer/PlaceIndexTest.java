package org.toguna.cases.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.toguna.cases.gazetteer.Candidate.Reason;
import org.toguna.kit.marking.PlaceLevel;

/** Which places a spelling may mean, rule by rule, on a handful of invented villages. */
class PlaceIndexTest {
  private final PlaceIndex index =
      new PlaceIndex(
          List.of(
              village("1", "Ogotembo", "XA01"),
              village("2", "Nandolikoro-Dogon", "XA01"),
              village("3", "Tégourou 1", "XA01"),
              village("4", "Tégourou 2", "XA01"),
              village("5", "Guéladiébougou", "XA02", "Gueladjebougou"),
              village("6", "N'Dolowéré", "XA02"),
              village("7", "Wallirdé", "XB01"),
              village("8", "Ogotembo", "XB01"),
              village("9", "بوغومو", "XB01")));

  @Test
  void theProvidersOwnSpellingIsExact() {
    assertThat(first("Guéladiébougou").reason()).isEqualTo(Reason.EXACT);
    assertThat(first("GUÉLADIÉBOUGOU").reason()).isEqualTo(Reason.EXACT);
  }

  @Test
  void accentsHyphensAndApostrophesDoNotMatter() {
    assertThat(first("gueladiebougou")).matches(c -> c.id().equals("5"));
    assertThat(first("Ndolo-Were").id()).isEqualTo("6");
    assertThat(first("N’DOLOWÉRÉ").reason()).isEqualTo(Reason.FOLDED);
    assertThat(first("Nandolikoro Dogon").reason()).isEqualTo(Reason.FOLDED);
  }

  @Test
  void anotherNameOfThePlaceIsSaidToBeOne() {
    var found = first("Gueladjebougou");

    assertThat(found.id()).isEqualTo("5");
    assertThat(found.reason()).isEqualTo(Reason.ALTERNATIVE);
    assertThat(found.matched()).isEqualTo("Gueladjebougou");
  }

  @Test
  void theSoundCountsMoreThanTheLetters() {
    for (var spelling : List.of("Oualirdé", "Walirde", "Ouallirdé")) {
      assertThat(first(spelling).id()).as(spelling).isEqualTo("7");
      assertThat(first(spelling).reason()).isEqualTo(Reason.SPELLING);
    }
    assertThat(first("Ogotenbo").name()).isEqualTo("Ogotembo");
    assertThat(first("Djéladjébougou").id()).isEqualTo("5");
  }

  @Test
  void whoLivesThereMayBeLeftOut() {
    assertThat(first("Nandolikoro").id()).isEqualTo("2");
  }

  @Test
  void aNumeralTellsQuartersApart() {
    assertThat(first("Tégourou II").id()).isEqualTo("4");
    assertThat(first("Tegourou I").id()).isEqualTo("3");
  }

  @Test
  void aUnitNarrowsTheCandidatesToItsSubtree() {
    assertThat(index.find("Ogotembo", index.run("XB"), _ -> true, 5))
        .filteredOn(c -> c.reason() == Reason.EXACT)
        .extracting(Candidate::id)
        .containsExactly("8");
    assertThat(index.find("Ogotembo", index.run("XC"), _ -> true, 5)).isEmpty();
  }

  @Test
  void anotherScriptIsFoundAsItIsWritten() {
    assertThat(first("بوغومو").id()).isEqualTo("9");
  }

  @Test
  void whatSoundsLikeNothingHasNoCandidate() {
    assertThat(index.find("Xyzzqqv", index.everywhere(), _ -> true, 5)).isEmpty();
    assertThat(index.find("  -- ", index.everywhere(), _ -> true, 5)).isEmpty();
  }

  @Test
  void scoresFallFromOneAndNeverBelowNought() {
    var scores =
        index.find("Ogotembo", index.everywhere(), _ -> true, 9).stream()
            .map(Candidate::score)
            .toList();

    assertThat(scores).first().isEqualTo(1.0);
    assertThat(scores).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(scores).allMatch(score -> score > 0 && score <= 1);
  }

  private Candidate first(String spelling) {
    return index.find(spelling, index.everywhere(), _ -> true, 5).getFirst();
  }

  private static IndexedPlace village(String id, String name, String unit, String... others) {
    return new IndexedPlace(
        id,
        "COD",
        null,
        PlaceLevel.village,
        0,
        0,
        false,
        Arrays.asList("XX", unit.substring(0, 2), unit, null),
        name,
        List.of(others));
  }
}
