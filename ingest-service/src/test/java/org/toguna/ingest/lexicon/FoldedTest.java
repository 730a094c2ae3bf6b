package org.toguna.ingest.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldedTest {

  @Test
  void caseAccentsQuotesHyphensAndSpacesAreForgotten() {
    assertThat(Folded.key("Djenné\u00A0Être Jama’at Bangassi-Doudou  ŊƆƁi"))
        .isEqualTo("djenne etre jama'at bangassi doudou nobi");
  }

  @Test
  void mostTextsKeepTheirOffsets() {
    var folded = Folded.of("À Ténenkou");

    assertThat(folded.text()).isEqualTo("a tenenkou");
    assertThat(folded.end(folded.text().indexOf("kou") + 3)).isEqualTo(10);
  }

  @Test
  void ligaturesAndMarksLeadBackToWhereTheyStood() {
    var original = "cœur e\u0301te\u0301 fin";
    var folded = Folded.of(original);

    assertThat(folded.text()).isEqualTo("coeur ete fin");
    int summer = folded.text().indexOf("ete");
    assertThat(original.substring(folded.start(summer), folded.end(summer + 3)))
        .isEqualTo("e\u0301te\u0301");
    assertThat(original.substring(folded.start(0), folded.end(5))).isEqualTo("cœur");
  }

  @Test
  void wordsAreRunsOfLettersWithTheirOffsets() {
    var words = Words.of("Kodjo’s l’armée – 7.1");

    assertThat(words.size()).isEqualTo(6);
    assertThat(words.word(3)).isEqualTo("armee");
    assertThat(words.original().substring(words.start(3), words.end(3))).isEqualTo("armée");
    assertThat(words.capitalised(0)).isTrue();
    assertThat(words.adjacent(0)).isFalse();
    assertThat(words.word(-1)).isEmpty();
  }
}
