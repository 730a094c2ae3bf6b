package org.toguna.kit.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldTest {
  /** As in a search engine; what somebody's keyboard or language adds changes nothing else. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Djenné OR Tombouctou;djenne OR tombouctou",
        "mine d'or;mine dor",
        "site or Kidal;site \"or\" kidal",
        "mine-d-or;\"mine d or\"",
        "Djenné -Ténenkou;djenne -tenenkou",
        "siège -Ouédraogo-Hélène;siege -\"ouedraogo helene\"",
        "« Marché de Sévaré » levé;\"marche de sevare\" leve",
        "\"Marché de Sévaré;\"marche de sevare\"",
        "levé -“Marché de Sévaré”;leve -\"marche de sevare\"",
        "أحمد OR آسفي;احمد OR اسفي",
        "- !;''"
      })
  void whatIsAskedKeepsItsQuotesItsHyphenAndItsOr(String written, String asked) {
    assertThat(Fold.asked(written)).isEqualTo(asked);
  }

  @ParameterizedTest
  @CsvSource({
    "احمد اسفي, أحمد آسفي",
    "احمد اسفي, أَحْمَد آسِفي",
    "مصطفي, مصطفى",
    "كنته, كنتة",
    "موسي, مـوســى",
    "الله, ﷲ",
    "سلام, ﺳﻼﻡ",
    "سوال, سؤال",
    "13, ١٣",
    "13, ۱۳",
    "djenne, Djenné",
    "istanbul, İSTANBUL",
    "igdir, ığdır",
    "ndolo, N’Dolo",
    "ndolo, NʿDolo",
    "korokoro, ＫｏｒｏＫｏｒｏ",
    "soeur, sœur",
    "fini, ﬁni",
    "strasse, Straße",
    "ouedraogo helene, Ouédraogo‑Hélène",
    "bandiagara, Ban\u00ADdia\u200Bgara",
    "koro, Koro¹",
    "𞤢𞤣𞤤𞤢𞤥, 𞤀𞤁𞤂𞤀𞤃"
  })
  void eachLetterHasOneForm(String folded, String written) {
    assertThat(Fold.of(written)).isEqualTo(folded);
    assertThat(Fold.of(folded)).isEqualTo(folded);
  }

  @Test
  void whatDiffersStaysApart() {
    assertThat(List.of("Koro", "Kora", "Kouro", "قورو", "كورو", "Do 1", "Do 2"))
        .extracting(Fold::of)
        .doesNotHaveDuplicates();
    assertThat(Fold.of(" – ?!\u200B")).isEmpty();
  }

  @Test
  void anIndexHasWordsWithAnApostropheWholeAndInParts() {
    assertThat(Fold.words("L’armée à N'Dolo-Wèré, 'Koro'"))
        .isEqualTo("l armee a n dolo were koro larmee ndolo koro");
  }
}
