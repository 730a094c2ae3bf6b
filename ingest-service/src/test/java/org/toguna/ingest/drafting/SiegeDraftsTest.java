package org.toguna.ingest.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiegeDraftsTest {

  @Test
  void oneSiegeToldInManySentencesIsOneDraft() {
    var drafts = Drafts.ofReport("blockade-en.txt", "en");

    assertThat(drafts).hasSize(1);
    var siege = drafts.getFirst();
    assertThat(siege.type()).isEqualTo("siege");
    assertThat(Drafts.place(siege)).isEqualTo("v:tinsouma");
    assertThat(Drafts.edtf(siege, "/since")).isEqualTo("2031-03");
    assertThat(Drafts.edtf(siege, "/until")).isEqualTo("2031-06-02");
    assertThat(Drafts.code(siege, "/status")).isEqualTo("lifted");
    assertThat(Drafts.said(siege, "/by")).isEqualTo("armed men");
    assertThat(Drafts.said(siege, "/cause")).contains("accused of hiding soldiers");
    assertThat(Drafts.said(siege, "/harms/0")).startsWith("Eleven people died");
    assertThat(siege.rulesVersion()).isEqualTo(Drafter.RULES_VERSION);
  }

  @Test
  void twoSiegesInTwoPlacesAreTwoDrafts() {
    var drafts = Drafts.ofReport("blocus-fr.txt", "fr");

    assertThat(drafts).hasSize(2);
    var pelga = drafts.getFirst();
    assertThat(Drafts.place(pelga)).isEqualTo("v:pelga");
    assertThat(Drafts.edtf(pelga, "/since")).isEqualTo("2031-02");
    assertThat(Drafts.edtf(pelga, "/until")).isEqualTo("[2032-01..2032-06]");
    assertThat(Drafts.code(pelga, "/status")).isEqualTo("lifted");
    assertThat(Drafts.code(pelga, "/type")).isEqualTo("blockade");
    assertThat(Drafts.said(pelga, "/cause")).contains("en représailles");
    var sorobe = drafts.getLast();
    assertThat(Drafts.place(sorobe)).isEqualTo("TG0101");
    assertThat(Drafts.code(sorobe, "/status")).isEqualTo("open");
    assertThat(Drafts.said(sorobe, "/until")).isEqualTo("unknown");
    assertThat(Drafts.said(sorobe, "/by")).isEqualTo("des combattants");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "They feared that Pelga would be besieged.",
        "Pelga was never besieged.",
        "He negotiated to lift the siege.",
        "An illustration of rebels who besieged a village.",
        "The arms embargo was lifted.",
        "Efforts to lift brutal sieges go on.",
        "If the village is besieged, they will leave."
      })
  void whatWasNotToldAsHavingHappenedIsNotDrafted(String text) {
    assertThat(Drafts.of(text, "en")).isEmpty();
  }

  @Test
  void theHeadOfficeIsNoSiege() {
    assertThat(
            Drafts.of("Le siège du parti à Pelga a été rouvert. Un siège social coûte cher.", "fr"))
        .isEmpty();
  }

  @Test
  void aSiegeThatMightEndHasNotEnded() {
    var siege =
        Drafts.of("Pelga was besieged by rebels. The siege may be lifted soon.", "en").getFirst();

    assertThat(Drafts.code(siege, "/status")).isEqualTo("unknown");
    assertThat(Drafts.said(siege, "/until")).isEqualTo("unknown");
  }

  @Test
  void aSiegeThatGoesOnIsOpen() {
    var siege = Drafts.of("Pelga, in Tilgara, is still besieged by rebels.", "en").getFirst();

    assertThat(Drafts.code(siege, "/status")).isEqualTo("open");
  }

  @Test
  void aBlockadeEasedInPartIsNotLifted() {
    var siege =
        Drafts.of(
                "Pelga was blockaded by rebels. The blockade was partially lifted in May 2031.",
                "en")
            .getFirst();

    assertThat(Drafts.code(siege, "/status")).isEqualTo("partly-lifted");
    assertThat(Drafts.said(siege, "/until")).isEqualTo("unknown");
  }

  @Test
  void theVillageIsTheOneIntroducedBeforeItInItsSection() {
    var siege =
        Drafts.of(
                "He called the rebels in Kelmou district in August 2031. He feared for friends in a nearby"
                    + " village.\n\nFor the previous two months, rebels had put the village under a siege.",
                "en")
            .getFirst();

    assertThat(Drafts.place(siege)).isEqualTo("TG0102");
    assertThat(Drafts.said(siege, "/place")).isEqualTo("a nearby village");
    assertThat(((Value.Where) siege.field("/place").orElseThrow().value()).unnamed()).isTrue();
    assertThat(siege.field("/place").orElseThrow().passages()).hasSize(3);
    assertThat(Drafts.edtf(siege, "/since")).isEqualTo("[2031-06..2031-08]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Moussa, a herder from Kelmou district, said the village was besieged.
          The village was besieged by rebels, said a man who lives in Kelmou district.
          A trader based in Kelmou district heard that the village was besieged.
          """)
  void whereSomebodyComesFromIsNotWhereItHappened(String text) {
    assertThat(Drafts.place(Drafts.of(text, "en").getFirst())).isEqualTo("unknown");
  }

  @Test
  void aPullQuoteOfASiegeIsNoSecondSiege() {
    var text =
        """
        Rebels besieged the town of Dangaba for three long months.

        “Rebels besieged the town of Dangaba for three long months,” said Oumar. “We ate leaves.”
        """;

    assertThat(Drafts.of(text, "en")).hasSize(1);
  }

  @Test
  void aLaterHeadingTellsOnOfTheSameSiege() {
    var text =
        """
        Rebels besieged the town of Dangaba in May 2031.

        The way out

        The siege was lifted in June 2031.
        """;

    var drafts = Drafts.of(text, "en");

    assertThat(drafts).hasSize(1);
    assertThat(Drafts.edtf(drafts.getFirst(), "/until")).isEqualTo("2031-06");
  }

  @Test
  void everyFieldCitesWordsThatStandInTheText() {
    var segments = "blockade-en.txt";
    for (var draft : Drafts.ofReport(segments, "en")) {
      assertThat(draft.fields()).allSatisfy(f -> assertThat(f.passages()).isNotEmpty());
      assertThat(draft.fields())
          .flatExtracting(Field::passages)
          .allSatisfy(p -> assertThat(p.quote()).hasSize(p.end() - p.start()));
    }
  }
}
