package org.toguna.kit.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UncertainDateTest {

  private static final JsonPointer AT = JsonPointer.compile("/since");
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void boundsLeftOutAreThoseOfTheExpression() throws JsonProcessingException {
    UncertainDate date = read("{'edtf':'2021-08','asStated':'August 2021','basis':'derived'}");

    assertThat(json.writeValueAsString(date))
        .isEqualTo(
            "{'edtf':'2021-08','from':'2021-08-01','to':'2021-08-31','asStated':'August 2021','basis':'derived'}"
                .replace('\'', '"'));
    assertThat(date.flaws(AT)).isEmpty();
  }

  @Test
  void wordsThatCannotBeResolvedAreKeptAndTheDateStaysOpen() throws JsonProcessingException {
    UncertainDate date = read("{'asStated':'late last year'}");

    assertThat(date.flaws(AT)).isEmpty();
    assertThat(date.earliest()).isNull();
    assertThat(date.latest()).isNull();
    assertThat(date.basis()).isEqualTo(Basis.stated);
    assertThat(date).isEqualTo(UncertainDate.words("late last year"));
  }

  @Test
  void vagueWordsHaveTheBoundsOfWhoeverCodesThem() {
    UncertainDate late2020 =
        UncertainDate.between(LocalDate.of(2020, 7, 1), LocalDate.of(2020, 12, 31))
            .stated("late 2020")
            .on(Basis.inferred);

    assertThat(late2020.flaws(AT)).isEmpty();
    assertThat(late2020.edtf()).isNull();
    assertThat(late2020.basis()).isEqualTo(Basis.inferred);
    assertThat(late2020.latest()).isEqualTo(LocalDate.of(2020, 12, 31));
  }

  @ParameterizedTest(name = "{0} has the flaws {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{'edtf':'2021-02-30'}                            | /since/edtf date-does-not-exist",
        "{'edtf':'2021-09/2021-08'}                       | /since/edtf end-before-start",
        "{'from':'2021-02-30'}                            | /since/from date-does-not-exist",
        "{'to':'2021-08'}                                 | /since/to not-a-date",
        "{'to':'+170000002-13-01'}                        | /since/to date-does-not-exist",
        "{'to':'2021-08-05T10:00:00'}                     | /since/to not-a-date",
        "{'from':'2021-08-05','to':'2021-08-04'}          | /since/to end-before-start",
        "{'edtf':'2021-08','from':'2021-08-02'}           | /since/from bounds-disagree",
        "{'edtf':'2021-08','to':'2021-08-30'}             | /since/to bounds-disagree",
        "{'edtf':'2021','from':'2021-02-01','to':'2021-07-31'} | /since/from bounds-disagree; /since/to bounds-disagree",
        "{}                                               | /since says-nothing",
        "{'basis':'inferred'}                             | /since says-nothing",
        "{'asStated':' '}                                 | /since says-nothing",
        "{'edtf':'x','from':'y','to':'z'}                 | /since/edtf not-a-date; /since/from not-a-date; /since/to not-a-date",
        "{'anchor':{}}                                    | /since/anchor/field not-a-pointer; /since/anchor/offset not-an-offset",
        "{'anchor':{'field':'agreedOn','offset':'P7D'}}   | /since/anchor/field not-a-pointer",
        "{'anchor':{'field':'/a','offset':'7 days'}}      | /since/anchor/offset not-an-offset",
        "{'anchor':{'field':'/a','offset':'../..'}}       | /since/anchor/offset says-nothing",
        "{'anchor':{'field':'/a','offset':'P6M/P1M'}}     | /since/anchor/offset end-before-start",
      })
  void everythingThatIsWrongIsSaidAtOnce(String text, String flaws) throws JsonProcessingException {
    assertThat(read(text).flaws(AT))
        .extracting(flaw -> flaw.pointer() + " " + flaw.code())
        .containsExactly(flaws.split("; "));
  }

  @Test
  void theWordsOfTheSourceAreNotAWholeChapter() {
    assertThat(UncertainDate.words("x".repeat(501)).flaws(AT))
        .extracting(Flaw::code)
        .containsExactly("too-long");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'edtf':'2021-08','from':'2021-08-01','to':'2021-08-31'}",
        "{'edtf':'2021-08~','from':'2021-07-15','to':'2021-09-15'}",
        "{'edtf':'2021-08/','to':'2022-03-31'}",
        "{'edtf':'../2021-08','from':'2020-01-01'}",
        "{'from':'2021-08-01'}",
        "{'edtf':'Y170000002'}",
        "{'edtf':'-0044-03-15'}",
        "{'anchor':{'field':'/agreedOn','offset':'P7D'},'edtf':'2021-08','from':'2021-08-08'}",
      })
  void givenBoundsMayBeWiderAndFillWhatIsOpen(String text) throws JsonProcessingException {
    assertThat(read(text).flaws(AT)).isEmpty();
  }

  @ParameterizedTest(name = "{0} after {1} is {2} to {3}, {4}")
  @CsvSource(
      delimiter = '|',
      value = {
        "P7D     | 2021-08-05 | 2021-08-12 | 2021-08-12 | 2021-08-12",
        "P7D     | 2021-08    | 2021-08-08 | 2021-09-07 | ",
        "-P1D    | 2021-03-01 | 2021-02-28 | 2021-02-28 | 2021-02-28",
        "P-1D    | 2021-03-01 | 2021-02-28 | 2021-02-28 | 2021-02-28",
        "P1W     | 2021-08-05 | 2021-08-12 | 2021-08-12 | 2021-08-12",
        "P1Y     | 2020       | 2021-01-01 | 2021-12-31 | 2021",
        "-P6M/-P1M | 2021-08  | 2021-02-01 | 2021-07-31 | ",
        "P0D/..  | 2021-08    | 2021-08-01 |            | ",
        "../P0D  | 2021-08    |            | 2021-08-31 | ",
        "P7D     | 2021-08/.. | 2021-08-08 |            | ",
        "P999999999Y | 2021   |            |            | ",
      })
  void aRelativeDateMovesWithItsAnchor(
      String offset, String anchor, String from, String to, String edtf) {
    UncertainDate relative =
        new UncertainDate(
            "2019",
            null,
            null,
            "a week later",
            null,
            new Anchor(null, "/agreedOn", offset),
            "so told");

    UncertainDate resolved = relative.resolve(UncertainDate.of(anchor));

    assertThat(resolved)
        .isEqualTo(
            new UncertainDate(
                edtf, from, to, "a week later", Basis.derived, relative.anchor(), "so told"));
  }

  @Test
  void aDateWithoutAnchorStaysWhereItIs() {
    UncertainDate date = UncertainDate.of("2021-08");

    assertThat(date.resolve(UncertainDate.of("1999"))).isSameAs(date);
  }

  @Test
  void aRelativeDateWithoutAKnownAnchorIsOpen() {
    UncertainDate relative =
        new UncertainDate(
            null, null, null, "the following day", null, new Anchor(null, "/call", "P1D"), null);

    UncertainDate resolved = relative.resolve(UncertainDate.words("soon after"));

    assertThat(resolved.earliest()).isNull();
    assertThat(resolved.latest()).isNull();
    assertThat(resolved.asStated()).isEqualTo("the following day");
  }

  @ParameterizedTest(name = "2021-08-05/2021-09-03 overlaps {0} to {1}: {2}")
  @CsvSource({
    "2021-08-01, 2021-08-05, true",
    "2021-08-01, 2021-08-04, false",
    "2021-09-03, 2021-09-30, true",
    "2021-09-04, 2021-09-30, false",
    "2021-08-10, 2021-08-11, true",
    "2021-01-01, 2021-12-31, true",
    ", 2021-08-04, false",
    ", 2021-08-05, true",
    "2021-09-04, , false",
    "2021-09-03, , true",
    ", , true",
  })
  void twoSpansOverlapIfTheyShareADay(LocalDate first, LocalDate last, boolean overlaps) {
    assertThat(UncertainDate.of("2021-08-05/2021-09-03").overlaps(first, last)).isEqualTo(overlaps);
  }

  @Test
  void whatIsOpenReachesEverywhere() {
    LocalDate someDay = LocalDate.of(1492, 10, 12);

    assertThat(UncertainDate.words("long ago").overlaps(someDay, someDay)).isTrue();
    assertThat(UncertainDate.of("../2021").overlaps(someDay, someDay)).isTrue();
    assertThat(UncertainDate.of("2021/..").overlaps(someDay, someDay)).isFalse();
  }

  @ParameterizedTest(name = "{0}, {1} to {2}, is by the month {3}, {4} to {5}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2021-08-05  |            |            | 2021-08  | 2021-08-01 | 2021-08-31",
        "2021-08-05~ | 2021-07-29 | 2021-08-09 | 2021-08~ | 2021-07-01 | 2021-08-31",
        "            | 2020-07-15 | 2020-12-24 |          | 2020-07-01 | 2020-12-31",
        "            | 2020-07-15 |            |          | 2020-07-01 | ",
        "2021-08-05/ |            | 2022-03-02 | 2021-08/ | 2021-08-01 | 2022-03-31",
        "nonsense    | nonsense   |            |          |            | ",
      })
  void aCutDateIsWidenedInAllItsParts(
      String edtf, String from, String to, String cutEdtf, String cutFrom, String cutTo) {
    UncertainDate date =
        new UncertainDate(
            edtf,
            from,
            to,
            "on market day",
            Basis.inferred,
            new Anchor(null, "/x", "P1D"),
            "it says so between the lines");

    assertThat(date.cut(ChronoUnit.MONTHS))
        .isEqualTo(new UncertainDate(cutEdtf, cutFrom, cutTo, null, Basis.inferred, null, null));
  }

  @Test
  void aDayIsItsOwnExpression() {
    assertThat(UncertainDate.of(LocalDate.of(2021, 8, 5)))
        .isEqualTo(UncertainDate.of("2021-08-05"));
  }

  @Test
  void anUnknownBasisIsRefusedInPlainWords() {
    assertThatThrownBy(() -> read("{'edtf':'2021','basis':'guessed'}"))
        .hasMessageContaining("stated, derived or inferred");
  }

  private UncertainDate read(String text) throws JsonProcessingException {
    return json.readValue(text.replace('\'', '"'), UncertainDate.class);
  }
}
