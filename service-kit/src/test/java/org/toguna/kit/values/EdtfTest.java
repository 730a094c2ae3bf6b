package org.toguna.kit.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfTest {

  @ParameterizedTest(name = "{0} means {1} to {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        // level 0
        "2021-08-05           | 2021-08-05 | 2021-08-05",
        "2021-08              | 2021-08-01 | 2021-08-31",
        "2020-02              | 2020-02-01 | 2020-02-29",
        "2021                 | 2021-01-01 | 2021-12-31",
        "0000                 | 0000-01-01 | 0000-12-31",
        "2021-08-05T23:20:30  | 2021-08-05 | 2021-08-05",
        "2021-08-05T23:20:30Z | 2021-08-05 | 2021-08-05",
        "2021-08-05T23:20:30+01:00 | 2021-08-05 | 2021-08-05",
        "2021-08-05T23:20:30-04 | 2021-08-05 | 2021-08-05",
        "1964/2008            | 1964-01-01 | 2008-12-31",
        "2021-08/2021-09      | 2021-08-01 | 2021-09-30",
        "2021-08-05/2021-08   | 2021-08-05 | 2021-08-31",
        "2021/2021-03         | 2021-01-01 | 2021-03-31",
        // letter-prefixed years
        "Y170000002           | +170000002-01-01 | +170000002-12-31",
        "Y-17000              | -17000-01-01 | -17000-12-31",
        "Y999999999           | +999999999-01-01 | +999999999-12-31",
        // seasons
        "2021-21              | 2021-03-01 | 2021-05-31",
        "2021-22              | 2021-06-01 | 2021-08-31",
        "2021-23              | 2021-09-01 | 2021-11-30",
        "2021-24              | 2021-12-01 | 2022-02-28",
        "2019-24              | 2019-12-01 | 2020-02-29",
        // qualifiers
        "1984?                | 1984-01-01 | 1984-12-31",
        "2004-06~             | 2004-06-01 | 2004-06-30",
        "2004-06-11%          | 2004-06-11 | 2004-06-11",
        "2004-21~             | 2004-03-01 | 2004-05-31",
        "Y-17000~             | -17000-01-01 | -17000-12-31",
        // unspecified digits from the right
        "201X                 | 2010-01-01 | 2019-12-31",
        "20XX                 | 2000-01-01 | 2099-12-31",
        "2004-XX              | 2004-01-01 | 2004-12-31",
        "1985-04-XX           | 1985-04-01 | 1985-04-30",
        "1985-XX-XX           | 1985-01-01 | 1985-12-31",
        "201X?                | 2010-01-01 | 2019-12-31",
        // negative years
        "-1985                | -1985-01-01 | -1985-12-31",
        "-0044-03-15          | -0044-03-15 | -0044-03-15",
        "-004X                | -0049-01-01 | -0040-12-31",
        // open and unknown ends
        "1985-04-12/..        | 1985-04-12 | ",
        "1985-04/..           | 1985-04-01 | ",
        "../1985-04-12        |            | 1985-04-12",
        "1985/                | 1985-01-01 | ",
        "/1985-04             |            | 1985-04-30",
        "1984?/2004%          | 1984-01-01 | 2004-12-31",
        "1984~/..             | 1984-01-01 | ",
        "2021-22/2021-24      | 2021-06-01 | 2022-02-28",
        "201X/2020-XX         | 2010-01-01 | 2020-12-31",
        "-0044/0014           | -0044-01-01 | 0014-12-31",
        // sets of level 2
        "[1667,1668,1670..1672] | 1667-01-01 | 1672-12-31",
        "[1667, 1668]         | 1667-01-01 | 1668-12-31",
        "[..1760-12-03]       |            | 1760-12-03",
        "[1760-12..]          | 1760-12-01 | ",
        "[1760-01,1760-02,1760-12..] | 1760-01-01 | ",
        "[1667,1760-12]       | 1667-01-01 | 1760-12-31",
        "[1668,1667]          | 1667-01-01 | 1668-12-31",
        "{1667,1668,1670..1672} | 1667-01-01 | 1672-12-31",
        "{1960,1961-12}       | 1960-01-01 | 1961-12-31",
        "{..1984}             |            | 1984-12-31",
        "[2021-08]            | 2021-08-01 | 2021-08-31",
        "[2021~,202X]         | 2020-01-01 | 2029-12-31",
      })
  void anExpressionHasInclusiveBounds(String text, String from, String to) {
    Edtf date = Edtf.of(text);

    assertThat(Objects.toString(date.from(), null)).isEqualTo(from);
    assertThat(Objects.toString(date.to(), null)).isEqualTo(to);
    assertThat(date.toString()).isEqualTo(text.replace(" ", ""));
  }

  @ParameterizedTest(name = "{0} is refused as {1}, since {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2021-02-30     | date-does-not-exist | February 2021 has 28 days",
        "2021-02-29     | date-does-not-exist | February 2021 has 28 days",
        "2021-04-31     | date-does-not-exist | April 2021 has 30 days",
        "2021-08-32     | date-does-not-exist | No month has a day 32",
        "2021-13        | date-does-not-exist | no month 13",
        "2021-20        | date-does-not-exist | no month 20",
        "2021-25        | date-does-not-exist | seasons 21 to 24",
        "2021-00        | date-does-not-exist | month or day 00",
        "2021-08-00     | date-does-not-exist | month or day 00",
        "2021-21-05     | date-does-not-exist | season has no days",
        "2021-21-XX     | date-does-not-exist | season has no days",
        "2021-XX-32     | not-a-date, level-2 | level 2",
        "-0000          | date-does-not-exist | no year -0000",
        "2021-09/2021-08 | end-before-start | Exchange",
        "2021-08-06/2021-08-05 | end-before-start | Exchange",
        "2022/2021-12   | end-before-start    | Exchange",
        "[2021-09..2021-08] | end-before-start | Exchange",
        "/              | says-nothing        | one end",
        "../..          | says-nothing        | one end",
        "../            | says-nothing        | one end",
        "[..]           | says-nothing        | one end",
        "2021/2022/2023 | not-a-date          | an interval has two",
        "5/8/2021       | not-a-date          | year-month-day",
        "05.08.2021     | not-a-date          | year-month-day",
        "2021-8         | not-a-date          | two digits",
        "2021-8-5       | not-a-date          | two digits",
        "20210805       | not-a-date          | two digits and hyphens",
        "August 2021    | not-a-date          | asStated",
        "unknown        | not-a-date          | asStated",
        "..             | not-a-date          | asStated",
        "202            | not-a-date          | asStated",
        "2021~?         | not-a-date          | asStated",
        "+2021          | not-a-date          | asStated",
        "٢٠٢١           | not-a-date          | asStated",
        "Y2021          | not-a-date          | four digits",
        "Y02021         | not-a-date          | four digits",
        "Y17E7          | not-a-date          | four digits",
        "Y9999999999    | out-of-range        | nine digits",
        "Y2147483648    | out-of-range        | nine digits",
        "Y-2147483648   | out-of-range        | nine digits",
        "1XXX           | level-2             | from the right",
        "XXXX           | level-2             | from the right",
        "1XXX-12        | level-2             | from the right",
        "201X-12        | level-2             | from the right",
        "2021-XX-05     | level-2             | from the right",
        "2021-1X        | level-2             | from the right",
        "2021-08-1X     | level-2             | from the right",
        "2004-06~-11    | level-2             | whole date",
        "?2004-06       | level-2             | whole date",
        "2004-~06       | level-2             | whole date",
        "1950S2         | level-2             | sets",
        "2021-08T10:00:00 | not-a-time        | full date",
        "2021-08-05T25:00:00 | not-a-time     | T23:20:30",
        "2021-08-05T10:00 | not-a-time        | T23:20:30",
        "2021-08-05T10:00:00+99:00 | not-a-time | T23:20:30",
        "2021-08-XXT10:00:00 | not-a-time     | full date",
        "[]             | not-a-set           | one of",
        "[2021          | not-a-set           | one of",
        "[2021}         | not-a-set           | one of",
        "{2021]         | not-a-set           | all of",
        "[2021,..2020]  | not-a-set           | first date",
        "[2020..,2021]  | not-a-set           | first date",
        "[2020/2021]    | not-a-date          | an interval has two",
        "[2020,]        | not-a-date          | Leave the date out",
        "''             | not-a-date          | Leave the date out",
        "' 2021'        | not-a-date          | asStated",
      })
  void whatIsNoDateIsRefusedWithARemedy(String text, String code, String remedy) {
    assertThatThrownBy(() -> Edtf.of(text))
        .isInstanceOfSatisfying(
            NotADate.class, refused -> assertThat(code.split(", ")).contains(refused.code()))
        .hasMessageContaining(remedy);
  }

  @Test
  void aDateIsNotEndless() {
    assertThatThrownBy(() -> Edtf.of("[" + "2021,".repeat(200) + "2021]"))
        .isInstanceOfSatisfying(
            NotADate.class, refused -> assertThat(refused.code()).isEqualTo("too-long"));
  }

  @ParameterizedTest(name = "{0} is {1} by the month and {2} by the year")
  @CsvSource(
      delimiter = '|',
      value = {
        "2021-08-05          | 2021-08         | 2021",
        "2021-08-05T10:00:00 | 2021-08         | 2021",
        "2021-08-05~         | 2021-08~        | 2021~",
        "2021-08             | 2021-08         | 2021",
        "2021                | 2021            | 2021",
        "201X                | 201X            | 201X",
        "2021-XX-XX          | 2021-XX         | 2021",
        "2021-08-XX?         | 2021-08?        | 2021?",
        "2021-22             | 2021-22         | 2021",
        "2021-24%            | 2021-24%        | [2021%,2022%]",
        "Y170000002          | Y170000002      | Y170000002",
        "-0044-03-15         | -0044-03        | -0044",
        "2021-08-05/2021-09-03 | 2021-08/2021-09 | 2021/2021",
        "2021-08-05/..       | 2021-08/..      | 2021/..",
        "/2021-08-05~        | /2021-08~       | /2021~",
        "2021-24/2022-24     | 2021-24/2022-24 | 2021/2023",
        "[2021-08-05,2021-08-09] | 2021-08     | 2021",
        "{2021-08-05,2021-09-09} | {2021-08,2021-09} | 2021",
        "[2021-08-05..2021-08-09] | 2021-08    | 2021",
        "[2021-08-05..]      | [2021-08..]     | [2021..]",
        "[..2021-08-05,2021-24] | [..2021-08,2021-24] | [..2021,2021,2022]",
      })
  void aCutDateSaysNoMoreThanTheUnit(String text, String month, String year) {
    Edtf date = Edtf.of(text);

    assertThat(date.cut(ChronoUnit.MONTHS)).hasToString(month);
    assertThat(date.cut(ChronoUnit.YEARS)).hasToString(year);
    assertThat(Edtf.of(date.cut(ChronoUnit.YEARS).toString()))
        .isEqualTo(date.cut(ChronoUnit.YEARS));
    for (ChronoUnit unit :
        new ChronoUnit[] {ChronoUnit.DAYS, ChronoUnit.MONTHS, ChronoUnit.YEARS}) {
      assertThat(covers(date.cut(unit), date)).as("%s by %s", date, unit).isTrue();
    }
  }

  @Test
  void aTimeOfDayIsNoPartOfADay() {
    assertThat(Edtf.of("2021-08-05T10:00:00").cut(ChronoUnit.DAYS)).hasToString("2021-08-05");
    assertThatThrownBy(() -> Edtf.of("2021").cut(ChronoUnit.HOURS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2021?", "2021-08~/..", "../2021%", "[2020,2021~]", "{2020..2021?}"})
  void aQualifierAnywhereQualifies(String text) {
    assertThat(Edtf.of(text).isQualified()).isTrue();
    assertThat(Edtf.of(text.replaceAll("[?~%]", "")).isQualified()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2021-08-05, 2021-08-05, 2021-08-05",
    "2021-08-01, 2021-08-31, 2021-08",
    "2021-01-01, 2021-12-31, 2021",
    "2021-08-01, 2021-08-30, ",
    "2021-08-01, 2021-09-30, ",
    "2021-01-01, 2022-12-31, ",
    "-0001-01-01, -0001-12-31, ",
  })
  void aSpanThatIsADayMonthOrYearIsCalledThat(LocalDate from, LocalDate to, String edtf) {
    assertThat(Edtf.lasting(from, to).map(Edtf::toString).orElse(null)).isEqualTo(edtf);
  }

  @Test
  void whateverIsSentIsReadOrRefusedAndWhatIsReadIsWrittenTheSame() {
    Random random = new Random(20211);
    String[] pieces = {
      "2",
      "0",
      "1",
      "9",
      "X",
      "XX",
      "-",
      "-0",
      "-1",
      "-2",
      "/",
      "..",
      ",",
      "[",
      "]",
      "{",
      "}",
      "Y",
      "T",
      "?",
      "~",
      "%",
      "2021",
      "2020-02",
      "-29",
      "T10:00:00",
      "Z",
      "+01:00",
      "é",
      " ",
      "\u0000"
    };
    int read = 0;
    for (int i = 0; i < 60_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = 1 + random.nextInt(7); length > 0; length--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        Edtf date = Edtf.of(text.toString());
        read++;
        assertThat(Edtf.of(date.toString())).isEqualTo(date);
        LocalDate from = date.from();
        LocalDate to = date.to();
        assertThat(from == null || to == null || !from.isAfter(to)).as(text.toString()).isTrue();
        assertThat(covers(date.cut(ChronoUnit.YEARS), date)).as(text.toString()).isTrue();
      } catch (NotADate refused) {
        assertThat(refused.code()).matches("[a-z0-9-]+");
        assertThat(refused).hasMessageEndingWith(".");
      }
    }
    assertThat(read).isGreaterThan(500);
  }

  private static boolean covers(Edtf outer, Edtf inner) {
    LocalDate from = outer.from();
    LocalDate to = outer.to();
    return (from == null || (inner.from() != null && !from.isAfter(inner.from())))
        && (to == null || (inner.to() != null && !to.isBefore(inner.to())));
  }
}
