package org.toguna.ingest.mentions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.toguna.ingest.mentions.Mention.Role;
import org.toguna.ingest.mentions.Mention.Status;

class PlaceMentionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Fighting went on in Kelmou district.                | en | TG0102   | Kelmou district
          Des combats dans le cercle de Kelmou.               | fr | TG0102   | cercle de Kelmou
          They fled the region of Wandou.                     | en | TG01     | region of Wandou
          La région de Wandou est calme.                      | fr | TG01     | région de Wandou
          La commune de Sorobé a voté.                        | fr | TG010101 | commune de Sorobé
          The town of Dangaba was quiet.                      | en | v:dangaba| town of Dangaba
          They met in Tin Souma village.                      | en | v:tinsouma | Tin Souma village
          """)
  void aWordOfKindDecidesWhichBearerIsMeant(
      String text, String language, String id, String asStated) {
    var place = only(text, language);

    assertThat(place.isLinkedTo(id)).as(place.toString()).isTrue();
    assertThat(place.asStated()).isEqualTo(asStated);
  }

  @Test
  void aKindTheGazetteerDoesNotKnowLeavesTheMentionAsStated() {
    var place = only("A camp in Sorobé region in Tilgara.", "en");

    assertThat(place.status()).isEqualTo(Status.OPEN);
    assertThat(place.asStated()).isEqualTo("Sorobé region");
    assertThat(ids(place)).containsExactlyInAnyOrder("TG0101", "TG010101", "v:sorobe");
    assertThat(place.reason()).contains("no adm1");
  }

  @Test
  void namesakesStayOpenWithReasons() {
    var place = only("Two men were seen in Kelmou. Tilgara is large.", "en");

    assertThat(place.status()).isEqualTo(Status.OPEN);
    assertThat(ids(place)).containsExactlyInAnyOrder("TG0102", "v:kelmou-1", "v:kelmou-2");
  }

  @Test
  void namesakesThatAreTooManyToBeListedAreCounted() {
    var place = only("Two men were seen in Gourel-Maro. Tilgara is large.", "en");

    assertThat(place.candidates()).hasSize(12);
    assertThat(place.reason()).endsWith("; 3 more may be meant and are not listed");
  }

  @Test
  void aKindNamedElsewhereInTheTextDecidesTheBareName() {
    var places = places("He fled Kelmou district. Weeks later he was seen in Kelmou.", "en");

    assertThat(places).hasSize(2).allMatch(place -> place.isLinkedTo("TG0102"));
    assertThat(places.getLast().reason()).isEqualTo("named as adm2 in this text");
  }

  @Test
  void whereAllBearersLieInOneTheTextIsCertainOfThatOne() {
    var place = only("Traders met in Sorobé.", "en");

    assertThat(place.isLinkedTo("TG0101")).isTrue();
    assertThat(place.reason()).contains("every place of this name lies in this adm2");
  }

  @Test
  void aNamesakeNamedWithItsUnitIsTheOneInThatUnit() {
    assertThat(first("They met in Yéréwo, Kelmou district.", "en").isLinkedTo("v:yere-2")).isTrue();
    assertThat(first("Réunion à Yéréwo (cercle de Sorobé).", "fr").isLinkedTo("v:yere-1")).isTrue();
    assertThat(first("They met in Yéréwo, in Kelmou district.", "en").isLinkedTo("v:yere-2"))
        .isTrue();
  }

  @Test
  void aKindInThePluralServesAllItsNames() {
    assertThat(places("Roads in Kelmou and Sorobé districts are cut.", "en"))
        .extracting(place -> place.linked() == null ? "open" : place.linked().recordId())
        .containsExactly("TG0102", "TG0101");
  }

  @Test
  void aVillageIsLinkedOnlyWhereItsCountryIsSpokenOf() {
    assertThat(
            only("Raiders came to Tilgara and slept in Pelga.", "en", "Pelga")
                .isLinkedTo("v:pelga"))
        .isTrue();
    assertThat(only("Raiders slept in Pelga.", "en").status()).isEqualTo(Status.OPEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Here is the news. Same story again. To many it was new.",
        "The Bani went on strike.",
        "Yesterday Oumou Tallo spoke. Tallo said no.",
        "General Tallo arrived.",
        "The Pelga Peace Committee met.",
        "En mars ils partirent. Mars fut sec.",
        "Soldiers from France left.",
        "pelga is a kind of millet."
      })
  void wordsAndPersonsThatAreAlsoVillagesAreNotPlaces(String text) {
    assertThat(places(text, "en")).isEmpty();
  }

  @Test
  void aWordOfKindSavesEvenACommonWord() {
    assertThat(only("They fled the village of Same.", "en").isLinkedTo("v:same")).isTrue();
    assertThat(places("Some village burnt. Here villages burn.", "en")).isEmpty();
  }

  @Test
  void originIsNotLocation() {
    assertThat(only("Issa, a herder from Kelmou district, wept.", "en").role())
        .isEqualTo(Role.ORIGIN);
    assertThat(only("Un berger originaire du cercle de Kelmou.", "fr").role())
        .isEqualTo(Role.ORIGIN);
    assertThat(only("A trader who lives in Kelmou district.", "en").role()).isEqualTo(Role.ORIGIN);
    assertThat(
            only("Shots were heard in northern Tilgara's Kelmou district.", "en", "Kelmou district")
                .role())
        .isEqualTo(Role.LOCATIVE);
    assertThat(only("Des tirs près de Pelga.", "fr").role()).isEqualTo(Role.LOCATIVE);
  }

  @Test
  void aHyphenASpaceAndAnAccentMakeNoDifference() {
    assertThat(
            only("In Tilgara, near TIN-SOUMA, it rained.", "en", "TIN-SOUMA")
                .isLinkedTo("v:tinsouma"))
        .isTrue();
    assertThat(
            only("In Tilgara, near Tin\u00A0Soumá, it rained.", "en", "Tin\u00A0Soumá")
                .isLinkedTo("v:tinsouma"))
        .isTrue();
  }

  private static List<Mention> places(String text, String language) {
    return Fiction.mentions(text, language).stream()
        .filter(mention -> mention.kind() == Mention.Kind.PLACE)
        .filter(mention -> mention.linked() == null || !mention.linked().level().equals("country"))
        .toList();
  }

  private static Mention only(String text, String language) {
    var places = places(text, language);
    assertThat(places).hasSize(1);
    return places.getFirst();
  }

  private static Mention only(String text, String language, String asStated) {
    return places(text, language).stream()
        .filter(place -> place.asStated().equals(asStated))
        .findFirst()
        .orElseThrow(() -> new AssertionError(places(text, language).toString()));
  }

  private static Mention first(String text, String language) {
    return places(text, language).getFirst();
  }

  private static List<String> ids(Mention place) {
    return place.candidates().stream().map(NameEntry::recordId).toList();
  }
}
