package org.toguna.ingest.mentions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateMentionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          It began on 12 August 2031.          | en | 12 August 2031    | 2031-08-12
          It began on August 12, 2031.         | en | August 12, 2031   | 2031-08-12
          Le 1er août 2031, tout changea.      | fr | 1er août 2031     | 2031-08-01
          On 2031-08-12 it began.              | en | 2031-08-12        | 2031-08-12
          It began in August 2031.             | en | August 2031       | 2031-08
          En août 2031, rien.                  | fr | août 2031         | 2031-08
          It began in late 2030.               | en | in late 2030      | [2030-07..2030-12]
          Taken in mid-2030, he fled.          | en | in mid-2030       | [2030-05..2030-08]
          Début 2030, ils revinrent.           | fr | Début 2030        | [2030-01..2030-06]
          À la mi-2030, ils revinrent.         | fr | mi-2030           | [2030-05..2030-08]
          Fin 2030, ils revinrent.             | fr | Fin 2030          | [2030-07..2030-12]
          Between 2029 and 2031 it grew.       | en | Between 2029 and 2031 | 2029/2031
          The junta (2029-2031) fell.          | en | 2029-2031         | 2029/2031
          It began in 2031.                    | en | 2031              | 2031
          """)
  void whatTheWordsDateIsDated(String text, String language, String asStated, String edtf) {
    var date = only(text, language, Publication.UNKNOWN);

    assertThat(date.asStated()).isEqualTo(asStated);
    assertThat(when(date).edtf()).isEqualTo(edtf);
    assertThat(when(date).basis()).isEqualTo(When.Basis.STATED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          It was lifted last August.           | en | last August
          Late last year they came.            | en | Late last year
          Ils sont venus en août dernier.      | fr | août dernier
          Elle est partie il y a trois mois.   | fr | il y a trois mois
          They left three months ago.          | en | three months ago
          A trader said so in March.           | en | in March
          Depuis mars, rien ne passe.          | fr | Depuis mars
          Over a two-year period they fled.    | en | Over a two-year period
          A week later they met.               | en | A week later
          On 30 February 2031 he came.         | en | 30 February 2031
          """)
  void whatTheyDoNotDateStaysInWords(String text, String language, String asStated) {
    var date = only(text, language, Publication.UNKNOWN);

    assertThat(date.asStated()).isEqualTo(asStated);
    assertThat(when(date).dated()).isFalse();
    assertThat(when(date).edtf()).isNull();
  }

  @Test
  void aMonthOfUnsaidYearIsDatedThroughAnotherPassageOfItsSection() {
    var text = "He went there in August 2031.\n\nThe blockade was lifted last August.";

    var date = when(dates(text, "en", Publication.UNKNOWN).getLast());

    assertThat(date.edtf()).isEqualTo("2031-08");
    assertThat(date.basis()).isEqualTo(When.Basis.DERIVED);
    assertThat(date.restsOn()).hasSize(2);
  }

  @Test
  void whereTheTextKnowsTwoSuchMonthsItStaysOpen() {
    var text = "He went in August 2031, and in August 2030. It was lifted last August.";

    assertThat(when(dates(text, "en", Publication.UNKNOWN).getLast()).dated()).isFalse();
  }

  @Test
  void anotherSectionDatesNothing() {
    var text = "He went there in August 2031.\n\nA second story\n\nIt was lifted last August.";

    assertThat(when(dates(text, "en", Publication.UNKNOWN).getLast()).dated()).isFalse();
  }

  @Test
  void theDayOfPublicationDatesWhatIsCountedFromIt() {
    var published = Publication.on(LocalDate.of(2032, 3, 10));

    assertThat(when(only("Lifted last August.", "en", published)).edtf()).isEqualTo("2031-08");
    assertThat(when(only("Elle est partie il y a trois mois.", "fr", published)).edtf())
        .isEqualTo("2031-12");
    assertThat(when(only("They left two years ago.", "en", published)).basis())
        .isEqualTo(When.Basis.DERIVED);
    assertThat(when(only("A trader said so in March.", "en", published)).dated()).isFalse();
  }

  @Test
  void monthsBeforeADatedSentenceEndThere() {
    var text = "He called them in August 2031. For the previous few months, nobody had left.";

    var date = when(dates(text, "en", Publication.UNKNOWN).getLast());

    assertThat(date.edtf()).isEqualTo("[..2031-08]");
    assertThat(date.from()).isNull();
    assertThat(date.to()).isEqualTo(LocalDate.of(2031, 8, 31));
    assertThat(date.restsOn()).hasSize(2);
    var counted = "He called them in August 2031. For the previous three months, nobody had left.";
    assertThat(when(dates(counted, "en", Publication.UNKNOWN).getLast()).edtf())
        .isEqualTo("[2031-05..2031-08]");
  }

  @Test
  void wordsThatLookLikeMonthsAreNot() {
    assertThat(dates("They may march in may numbers. 2031 people came.", "en", Publication.UNKNOWN))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          As many as 80 people may have died.  | en | -       | -       | 80 | people
          More than 350,000 were displaced.    | en | 350000  | -       | -  | -
          1.8 million people are hungry.       | en | -       | 1800000 | -  | people
          Half a dozen died.                   | en | -       | 6       | -  | died
          Plus de 1 200 familles ont fui.      | fr | 1200    | -       | -  | familles
          """)
  void numbersKeepTheirHedge(
      String text, String language, Double low, Double best, Double high, String unit) {
    var number =
        Fiction.mentions(text, language).stream()
            .filter(m -> m.kind() == Mention.Kind.NUMBER)
            .findFirst()
            .orElseThrow();
    var quantity = Objects.requireNonNull(number.quantity());

    assertThat(quantity.low()).isEqualTo(low);
    assertThat(quantity.best()).isEqualTo(best);
    assertThat(quantity.high()).isEqualTo(high);
    assertThat(quantity.unit()).isEqualTo(unit);
  }

  private static List<Mention> dates(String text, String language, Publication published) {
    return Fiction.mentions(text, language, published).stream()
        .filter(m -> m.kind() == Mention.Kind.DATE)
        .toList();
  }

  private static Mention only(String text, String language, Publication published) {
    var dates = dates(text, language, published);
    assertThat(dates).hasSize(1);
    return dates.getFirst();
  }

  private static When when(Mention date) {
    return Objects.requireNonNull(date.when());
  }
}
