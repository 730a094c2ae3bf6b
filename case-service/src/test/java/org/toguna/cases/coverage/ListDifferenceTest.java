package org.toguna.cases.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What became of each line of a list between two versions. */
class ListDifferenceTest {

  @Test
  void linesAreAddedRemovedAndKept() {
    var difference =
        between(
            List.of(line("Dounfana"), line("Kolombila")), List.of(line("Kolombila"), line("Zam")));

    assertThat(difference.added()).extracting(ListedPlace::name).containsExactly("Zam");
    assertThat(difference.removed()).extracting(ListedPlace::name).containsExactly("Dounfana");
    assertThat(difference.respelt()).isEmpty();
  }

  @Test
  void oneStruckOutOfTwoThatAreWrittenTheSameIsRemoved() {
    var difference =
        between(List.of(line("Madobougou"), line("Madobougou")), List.of(line("Madobougou")));

    assertThat(difference.removed()).hasSize(1);
    assertThat(difference.added()).isEmpty();
  }

  @Test
  void aPlaceWrittenOtherwiseIsRespeltSurelyByItsIdOrAccentsOnly() {
    var byId = between(List.of(placed("Dounfana", "1")), List.of(placed("Wendou", "1")));
    assertThat(byId.respelt()).singleElement().matches(ListDifference.Respelt::sure);

    var byAccent = between(List.of(line("Nafadie So")), List.of(line("Nafadié-Sô")));
    assertThat(byAccent.respelt()).singleElement().matches(ListDifference.Respelt::sure);

    var alike = between(List.of(line("Dounfana")), List.of(line("Dunfana")));
    assertThat(alike.respelt()).singleElement().matches(respelt -> !respelt.sure());
  }

  @Test
  void placesOfTwoIdsAreTwoHoweverAlikeTheyAreWritten() {
    var difference = between(List.of(placed("Dounfana", "1")), List.of(placed("Dounfanna", "2")));

    assertThat(difference.respelt()).isEmpty();
    assertThat(difference.added()).hasSize(1);
    assertThat(difference.removed()).hasSize(1);
  }

  @Test
  void aConsentWithdrawnIsToldWithTheLineItIsOf() {
    var before = consenting("Dounfana", "given");
    var after = consenting("Dounfana", "withdrawn");
    var difference = between(List.of(before), List.of(after));

    assertThat(difference.consentChanged())
        .containsExactly(new ListDifference.Relisted(before, after));
    assertThat(difference.added()).isEmpty();
  }

  private static ListDifference between(List<ListedPlace> before, List<ListedPlace> after) {
    return ListDifference.of(UUID.randomUUID(), 1, list(before), 2, list(after));
  }

  private static CoverageList list(List<ListedPlace> entries) {
    return new CoverageList(
        UUID.randomUUID(),
        "proposed",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        entries,
        null,
        null,
        null,
        Map.of(),
        List.of(),
        List.of());
  }

  private static ListedPlace line(String name) {
    return new ListedPlace(name, null, null, null, null);
  }

  private static ListedPlace placed(String name, String id) {
    return new ListedPlace(name, id, null, null, null);
  }

  private static ListedPlace consenting(String name, String state) {
    return new ListedPlace(name, null, null, new Consent(state, null, null), null);
  }
}
