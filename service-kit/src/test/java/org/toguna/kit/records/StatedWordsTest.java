package org.toguna.kit.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.Flaw;

/** A passage cited for a stated value holds the value's own words. */
class StatedWordsTest {

  private static List<Flaw> flaws(String json, String field, String quote, boolean accepted) {
    var citation =
        new Citation(
            field, UUID.randomUUID(), 0, quote.length(), quote, null, null, null, null, null, null);
    try {
      return StatedWords.flaws(new ObjectMapper().readTree(json), List.of(citation), accepted);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"place":{"asStated":"Koro"}}                                    | /place      | a village in Djenné cercle
          {"since":{"asStated":"3 October 2026","basis":"stated"}}         | /since      | since 5 October 2026
          {"since":{"asStated":"3 October 2026"}}                          | /since      | they came in May
          {"victims":[{"description":"two police officers"}]}              | /victims/0  | three teachers were taken
          {"harms":[{"asStated":"2 people"}]}                              | /harms/0    | 3 people died
          {"proposal":{"place":{"asStated":"Koro"}}}                       | /proposal/place | Bankass
          {"place":{"asStated":"Dia"}}                                     | /place      | the town of Bankass
          {"place":{"asStated":"the town of Dia"}}                         | /place      | the town of Bankass
          {"place":{"asStated":"koro"}}                                    | /place      | the town of Bankass
          {"place":{"asStated":"قرية كورو"}}                               | /place      | قرية باندياغارا
          {"victims":[{"description":"deux policiers"}]}                   | /victims/0  | trois enseignants
          {"place":{"asStated":"Koro town"}}                               | /place      | the town of Bankass
          {"by":[{"asStated":"men of Katiba Macina"}]}                     | /by/0       | men of Katiba Serma
          """)
  void whatThePassageDoesNotSayIsRefused(String json, String field, String quote) {
    assertThat(flaws(json, field, quote, false))
        .singleElement()
        .satisfies(flaw -> assertThat(flaw.pointer()).isEqualTo("/citations/0/quote"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"place":{"asStated":"Soyékouma"}}                               | /place      | Soye\u0301kouma, a village
          {"place":{"asStated":"كُورُو"}}                                  | /place      | في كورو
          {"place":{"asStated":"Kɔrɔ"}}                                    | /place      | à Koro
          {"place":{"asStated":"Le marché de Dia"}}                        | /place      | au marché de Dia
          {"place":{"asStated":"Ban\u00ADdiagara"}}                        | /place      | à Bandiagara
          {"until":{"asStated":"last August","basis":"derived"}}           | /until      | in August 2023
          {"harms":[{"asStated":"at least three people"}]}                 | /harms/0    | At least three people have died
          {"victims":[{"description":"le troisième"}]}                     | /victims/0  | Du troisième, personne ne sait rien
          {"cause":"They lent carts."}                                     | /cause      | the night in February
          {"type":"siege"}                                                 | /type       | has been encircled
          {"since":{"edtf":"2026"}}                                        | /nowhere    | words
          """)
  void whatItSaysInOtherWordsOrNotAtAllIsNotJudged(String json, String field, String quote) {
    assertThat(flaws(json, field, quote, true)).isEmpty();
    assertThat(flaws(json, field, quote, false)).isEmpty();
  }

  /** Whoever codes by hand may sum up; a draft has its words from the passage. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"trigger":{"asStated":"siege to crush a militia"}}              | /trigger    | a village was besieged
          {"place":{"asStated":"a hamlet near the river"}}                 | /place      | where the boats land
          {"by":[{"asStated":"Gunmen from elsewhere"}]}                    | /by/0       | fighters nobody knew
          {"by":[{"asStated":"P-WARD-CAPTIVE (in ward)"}]}                 | /by/0       | swapped for somebody held
          """)
  void whatSumsUpAPassageIsRefusedOnlyOfWhatWasDrafted(String json, String field, String quote) {
    assertThat(flaws(json, field, quote, true)).hasSize(1);
    assertThat(flaws(json, field, quote, false)).isEmpty();
  }
}
