package org.toguna.ingest.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbductionDraftsTest {

  @Test
  void eachAbductionOfAReportIsOneDraft() {
    var drafts = Drafts.ofReport("abductions-en.txt", "en");

    assertThat(drafts).hasSize(3);
    var teachers = drafts.getFirst();
    assertThat(Drafts.victims(teachers).asStated()).isEqualTo("Three teachers");
    assertThat(Drafts.victims(teachers).count()).isEqualTo(3);
    assertThat(Drafts.place(teachers)).isEqualTo("v:pelga");
    assertThat(Drafts.edtf(teachers, "/since")).isEqualTo("2031-05-04");
    assertThat(Drafts.said(teachers, "/by")).isEqualTo("gunmen");
    assertThat(Drafts.victims(teachers).fates())
        .extracting(Value.Fate::code)
        .containsExactly("ransomed", "killed");

    var nurse = drafts.get(1);
    assertThat(Drafts.place(nurse)).isEqualTo("unknown");
    assertThat(Drafts.edtf(nurse, "/since")).isEqualTo("[2031-01..2031-06]");
    assertThat(Drafts.said(nurse, "/by")).isEqualTo("unknown");
    assertThat(Drafts.victims(nurse).fates()).extracting(Value.Fate::code).containsExactly("freed");

    var awa = drafts.getLast();
    assertThat(Drafts.victims(awa).asStated()).isEqualTo("her");
    assertThat(Drafts.victims(awa).person()).isNotNull();
    assertThat(Drafts.said(awa, "/by")).isEqualTo("jihadists");
  }

  @Test
  void frenchReportsAreReadTheSameWay() {
    var drafts = Drafts.ofReport("enlevements-fr.txt", "fr");

    assertThat(drafts).hasSize(3);
    var teachers = drafts.getFirst();
    assertThat(Drafts.victims(teachers).asStated()).isEqualTo("Deux enseignants");
    assertThat(Drafts.place(teachers)).isEqualTo("v:tinsouma");
    assertThat(Drafts.edtf(teachers, "/since")).isEqualTo("2031-08");
    assertThat(Drafts.said(teachers, "/by")).isEqualTo("des hommes armés");
    assertThat(Drafts.victims(teachers).fates())
        .extracting(Value.Fate::code)
        .containsExactly("ransomed");

    var herder = drafts.get(1);
    assertThat(Drafts.place(herder)).isEqualTo("unknown");
    assertThat(Drafts.edtf(herder, "/since")).isEqualTo("[2031-05..2031-08]");
    assertThat(Drafts.victims(herder).fates())
        .singleElement()
        .satisfies(
            fate -> {
              assertThat(fate.code()).isEqualTo("exchanged");
              assertThat(fate.passage().hedged()).isTrue();
            });

    assertThat(Drafts.victims(drafts.getLast()).asStated()).isEqualTo("Le neveu");
    assertThat(Drafts.place(drafts.getLast())).isEqualTo("v:pelga");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "They threatened to abduct two teachers.",
        "Two teachers were not kidnapped.",
        "Two teachers could be kidnapped.",
        "The soldiers seized power in Pelga.",
        "The photograph captured national attention.",
        "Abductions and kidnappings go on."
      })
  void whatDidNotHappenIsNotDrafted(String text) {
    assertThat(Drafts.of(text, "en")).isEmpty();
  }

  @Test
  void aHeadlineInThePresentTellsOfOneEventOnlyWithANumber() {
    assertThat(Drafts.of("Gunmen kidnap 20 villagers near Pelga", "en")).hasSize(1);
    assertThat(Drafts.of("Rebels often abduct teachers", "en")).isEmpty();
  }

  @Test
  void whoActsBeforeAVictimIsNotTheKidnapper() {
    assertThat(
            Drafts.said(
                Drafts.of("Troops freed two nurses kidnapped in May 2031.", "en").getFirst(),
                "/by"))
        .isEqualTo("unknown");
    assertThat(
            Drafts.said(
                Drafts.of("Troops freed two nurses kidnapped by bandits.", "en").getFirst(), "/by"))
        .isEqualTo("bandits");
  }

  @Test
  void someoneSeizedByNobodyIsNoAbduction() {
    assertThat(Drafts.of("Gunmen seized two herders near Pelga.", "en")).hasSize(1);
    assertThat(Drafts.of("A fever seized two herders near Pelga.", "en")).isEmpty();
  }

  @Test
  void thePlaceOfTheVictimIsNotThePlaceOfTheDeed() {
    var draft =
        Drafts.of(
                "Jihadists kidnapped a trader, a man from Kelmou district. The kidnapping took place near Pelga"
                    + " in Tilgara.",
                "en")
            .getFirst();

    assertThat(Drafts.place(draft)).isEqualTo("v:pelga");
    assertThat(
            Drafts.place(
                Drafts.of("Jihadists kidnapped a trader from Kelmou district.", "en").getFirst()))
        .isEqualTo("unknown");
  }

  @Test
  void whatTwoNephewsSufferedIsNotMixed() {
    var drafts =
        Drafts.of(
            "Gunmen kidnapped one of her nephews in March 2031. In May 2031 rebels abducted two nurses."
                + " The nephew was swapped for a prisoner.",
            "en");

    assertThat(drafts).hasSize(2);
    assertThat(Drafts.victims(drafts.getFirst()).fates())
        .extracting(Value.Fate::code)
        .containsExactly("exchanged");
    assertThat(Drafts.victims(drafts.getLast()).fates()).isEmpty();
  }

  @Test
  void aCaptiveWhoMayBeFreedIsNotFree() {
    var draft =
        Drafts.of(
                "Gunmen kidnapped a nurse. “If the nurse is released, we will talk,” he said.",
                "en")
            .getFirst();

    assertThat(Drafts.victims(draft).fates()).isEmpty();
  }
}
