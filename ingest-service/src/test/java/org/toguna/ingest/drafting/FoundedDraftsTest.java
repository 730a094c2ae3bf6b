package org.toguna.ingest.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.toguna.ingest.mentions.Fiction;
import org.toguna.ingest.mentions.NameEntry;
import org.toguna.ingest.mentions.Publication;
import org.toguna.ingest.text.Repetitions;

/** A draft states only what its passage says. */
class FoundedDraftsTest {

  private static Suggestion only(String text, String language) {
    var drafts = Drafts.of(text, language);
    assertThat(drafts).as(text).hasSize(1);
    return drafts.getFirst();
  }

  private static List<Value.Harm> harms(Suggestion draft) {
    return draft.fields().stream()
        .filter(field -> field.value() instanceof Value.Harm)
        .map(field -> (Value.Harm) field.value())
        .toList();
  }

  @Test
  void aHarmIsWhatItsWordsSayOnTheDayTheySay() {
    var harms =
        harms(
            only(
                "Fighters have besieged the village of Pelga since 5 October 2031. On 7 October they shot"
                    + " 2 people dead there.",
                "en"));

    assertThat(harms)
        .singleElement()
        .satisfies(
            harm -> {
              assertThat(harm.code()).isEqualTo("killing");
              assertThat(harm.count()).isNotNull();
              assertThat(harm.count().best()).isEqualTo(2);
              assertThat(harm.when()).isNotNull();
              assertThat(harm.when().edtf()).isEqualTo("2031-10-07");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The village has 300 people.",
        "The market has 40 traders and 12 drivers.",
        "They killed 30 goats.",
        "Nobody was killed.",
        "Twelve people could die of hunger.",
        "Three people were not wounded.",
        "They threatened to kill two teachers.",
        "Were two teachers killed?",
        "On 9 October 2031 they killed three herders in Dangaba district."
      })
  void aNumberThatIsNoHarmIsNone(String next) {
    assertThat(
            harms(
                only(
                    "Fighters have besieged Pelga, in Kelmou district, since May 2031. " + next,
                    "en")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Douze personnes sont mortes de faim.      | starvation      | 12
          Ils ont tué deux femmes.                  | killing         | 2
          Trois enfants ont été blessés.            | injury          | 3
          Deux femmes ont été violées.              | sexual_violence | 2
          Quatre hommes ont été battus.             | beating         | 4
          Deux malades sont décédés faute de soins. | lack_of_care    |
          Cinq habitants sont morts.                | other           | 5
          """)
  void eachHarmHasTheCodeOfItsWords(String next, String code, Double count) {
    var harms = harms(only("Des combattants assiègent Pelga depuis mai 2031. " + next, "fr"));

    assertThat(harms).extracting(Value.Harm::code).containsExactly(code);
    if (count != null) {
      assertThat(harms.getFirst().count().best()).isEqualTo(count);
    }
  }

  @Test
  void aReasonOfAnotherVerbIsNoCause() {
    assertThat(
            Drafts.said(
                only(
                    "Fighters besieged Pelga in May 2031, and traders left because prices rose.",
                    "en"),
                "/cause"))
        .isEqualTo("unknown");
    assertThat(
            Drafts.said(
                only(
                    "Fighters besieged Pelga in May 2031. Prices rose because roads were cut.",
                    "en"),
                "/cause"))
        .isEqualTo("unknown");
    assertThat(
            Drafts.said(
                only("Fighters, accused of looting, besieged Pelga in May 2031.", "en"), "/cause"))
        .isEqualTo("unknown");
    assertThat(
            Drafts.said(
                only("Fighters besieged Pelga in May 2031 because residents refused to pay.", "en"),
                "/cause"))
        .isEqualTo("because residents refused to pay");
    assertThat(
            Drafts.said(
                only("Des combattants ont encerclé Pelga. C'était une punition collective.", "fr"),
                "/cause"))
        .contains("punition");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | Two traders were abducted on 3 October 2031; one of them was freed two days later. | 2 | 1
          en | Two traders were abducted on 3 October 2031. Both were released on 9 October 2031. | 2 | 2
          en | Three drivers, including one woman, were abducted. Two of them were freed.         | 3 | 2
          en | Two of the three teachers abducted in May 2031 were freed.                          | 3 | 2
          en | Two traders and their driver were abducted. The driver was freed.                   | 3 |
          fr | Deux commerçants ont été enlevés le 3 octobre 2031 ; l'un d'eux a été libéré.        | 2 | 1
          fr | Trois enseignants ont été kidnappés. Deux d'entre eux ont été relâchés.              | 3 | 2
          fr | Quatre femmes ont été enlevées. Toutes ont été libérées.                             | 4 | 4
          """)
  void whoSharedAFateIsOneOfThoseWhoWereTaken(
      String language, String text, int taken, Integer freed) {
    var people = Drafts.victims(only(text, language));

    assertThat(people.count()).isEqualTo(taken);
    if (freed != null) {
      assertThat(people.fates())
          .singleElement()
          .satisfies(
              fate -> {
                assertThat(fate.code()).isEqualTo("freed");
                assertThat(fate.count()).isEqualTo(freed);
              });
    }
  }

  @Test
  void withoutRansomIsNoRansom() {
    assertThat(
            Drafts.victims(
                    only(
                        "Deux enseignants ont été enlevés. Deux enseignants ont été libérés sans rançon.",
                        "fr"))
                .fates())
        .extracting(Value.Fate::code)
        .containsExactly("freed");
  }

  private static Value.Where where(Suggestion draft) {
    return (Value.Where) draft.field("/place").orElseThrow().value();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | The village of Pelga in Sorobé district has been under siege since 16 June 2031.
          en | In Sorobé district, fighters have besieged the village of Pelga since June 2031.
          en | Fighters besieged the village of Pelga in June 2031, in Sorobé district.
          en | Pelga, a village in Sorobé district, has been encircled since June 2031.
          en | Sorobé district's village of Pelga has been under blockade since June 2031.
          en | Fighters besieged Pelga (Sorobé district) in June 2031.
          fr | Le village de Pelga, dans le cercle de Sorobé, est encerclé depuis le 16 juin 2031.
          fr | Dans le cercle de Sorobé, des combattants ont assiégé le village de Pelga en juin 2031.
          fr | Cercle de Sorobé. Le village de Pelga est assiégé depuis juin 2031.
          """)
  void aStatedUnitBoundsTheMatch(String language, String text) {
    var where = where(only(text, language));

    assertThat(where.linked()).isNull();
    assertThat(where.asStated()).isEqualTo("Pelga");
    assertThat(where.within()).extracting(NameEntry::recordId).isEqualTo("TG0101");
    assertThat(where.candidates()).extracting(NameEntry::recordId).containsExactly("v:pelga");
    assertThat(only(text, language).field("/place").orElseThrow().reason())
        .contains("of this name is known in Sorobé")
        .contains("lie in Kelmou");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | The village of Nouh Peul in Kelmou district has been encircled since 26 March 2031. | Nouh Peul
          en | Nouh Peul, a village in Kelmou district, has been encircled since 26 March 2031.    | Nouh Peul
          en | In Kelmou district, fighters besieged the village of Nouh Peul in March 2031.       | Nouh Peul
          en | The village of Pelga Peul in Kelmou district has been besieged since March 2031.    | Pelga Peul
          fr | Le village de Nouh Peul, cercle de Kelmou, est sous blocus depuis le 26 mars 2031.  | Nouh Peul
          fr | Des combattants assiègent le hameau de Sogou-Wel, dans le cercle de Kelmou.         | Sogou-Wel
          """)
  void aNameThatNoGazetteerHasIsKept(String language, String text, String name) {
    var where = where(only(text, language));

    assertThat(where.asStated()).isEqualTo(name);
    assertThat(where.linked()).isNull();
    assertThat(where.within()).extracting(NameEntry::recordId).isEqualTo("TG0102");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | The siege of Kelmou began on 25 September.              | 2031-09-25
          en | The siege of Kelmou began on 5 October.                 | 2030-10-05
          en | The siege of Kelmou began on September 25.              | 2031-09-25
          en | Fighters have besieged Kelmou since 16 June.            | 2031-06-16
          en | Fighters besieged Kelmou yesterday.                     | 2031-09-30
          en | Fighters besieged Kelmou three days ago.                | 2031-09-28
          en | Fighters besieged Kelmou on Monday.                     | 2031-09-29
          fr | Le siège de Kelmou a commencé le 25 septembre.          | 2031-09-25
          fr | Des combattants assiègent Kelmou depuis hier.           | 2031-09-30
          fr | Depuis lundi, des combattants encerclent Kelmou.        | 2031-09-29
          """)
  void aDayWithoutAYearIsTheLastBeforeTheReport(String language, String text, String day) {
    var since = since(text, language, Publication.on(LocalDate.of(2031, 10, 1)));

    assertThat(since.when().edtf()).isEqualTo(day);
    assertThat(since.when().basis().name()).isEqualTo("DERIVED");
    assertThat(since.when().restsOn()).isNotEmpty();
  }

  @Test
  void aDayThatMayBeTwoStaysOpen() {
    var october = Publication.on(LocalDate.of(2031, 10, 1));
    assertThat(
            since(
                    "In August 2028 fighters were seen. The siege of Kelmou began on 25 September.",
                    "en",
                    october)
                .when()
                .dated())
        .as("told beside another year")
        .isFalse();
    assertThat(
            since("The siege of Kelmou began on 25 September.", "en", Publication.UNKNOWN)
                .when()
                .dated())
        .as("nobody knows when the report came out")
        .isFalse();
    assertThat(
            since(
                    "The siege of Kelmou began on 25 September.",
                    "en",
                    new Publication(LocalDate.of(2031, 1, 1), LocalDate.of(2031, 12, 31)))
                .when()
                .dated())
        .as("some time in 2031")
        .isFalse();
  }

  private static Value.Time since(String text, String language, Publication published) {
    var segments = Fiction.segments(text);
    var drafts =
        new Drafter()
            .draft(
                segments,
                Fiction.mentions(text, language, published),
                Repetitions.in(segments),
                language);
    return (Value.Time) drafts.getFirst().field("/since").orElseThrow().value();
  }
}
