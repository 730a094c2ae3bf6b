package org.toguna.kit.values;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.toguna.kit.values.MayLie.Beyond;

/** Which days can be, whatever the form in which they are stated. */
class PossibleDaysTest {
  private static final LocalDate RECORDED = LocalDate.of(2026, 12, 1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2062-10-03",
        "2062",
        "2099-12-25",
        "Y170000002",
        "9999",
        "2026-12-03",
        "2027-01?",
        "2020-01/2062-05",
        "2026-11-20/2026-12-25",
        "2062/..",
        "[2020,2062]",
        "{2021..2062}",
        "2062-21",
        "206X"
      })
  void whatLiesAheadOfItsRecordingWasSeenByNobody(String edtf) {
    assertThat(code(edtf)).contains(PossibleDays.AHEAD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0025",
        "0000",
        "-0044",
        "Y-17000",
        "1899-12-31",
        "18XX",
        "1850/2020",
        "../1750",
        "[1492,2020]"
      })
  void whatLiesBeforeAnybodysMemoryIsMistyped(String edtf) {
    assertThat(code(edtf)).contains(PossibleDays.LONG_AGO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-12-01",
        "2026-12-02",
        "2026-12",
        "2026",
        "202X",
        "20XX",
        "2026-24",
        "1900",
        "19XX",
        "2020-05-01/..",
        "../2021",
        "2021-08~",
        "[2021-08,2021-09]",
        "2020/2026"
      })
  void whatMayHaveBeenIsNotOdd(String edtf) {
    assertThat(code(edtf)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    ",2062-01-01,day-ahead",
    "2020-01-01,2062-01-01,day-ahead",
    "2062-01-01,,day-ahead",
    "0025-01-01,2020-01-01,day-long-ago",
    ",0025-01-01,day-long-ago",
    "+170000002-01-01,,day-ahead",
    "2026-11-01,2026-12-31,",
    "2026-11-01,,",
    ",2026-12-31,"
  })
  void boundsAreJudgedAsExpressionsAre(String from, String to, String code) {
    var date = new UncertainDate(null, from, to, null, null, null, null);
    assertThat(code(date, Set.of())).isEqualTo(Optional.ofNullable(code));
  }

  @Test
  void plansLieAheadButNotForEver() {
    Set<Beyond> planned = Set.of(Beyond.AHEAD);
    assertThat(code(UncertainDate.of("2027-03"), planned)).isEmpty();
    assertThat(code(UncertainDate.of("2062"), planned)).contains(PossibleDays.AHEAD);
    assertThat(code(UncertainDate.of("9999-12-31"), planned)).contains(PossibleDays.AHEAD);
    assertThat(code(UncertainDate.of("0027"), planned)).contains(PossibleDays.LONG_AGO);
  }

  @Test
  void whatTiesRestOnMayBeLongAgo() {
    Set<Beyond> old = Set.of(Beyond.LONG_AGO);
    assertThat(code(UncertainDate.of("1818"), old)).isEmpty();
    assertThat(code(UncertainDate.of("0025"), old)).contains(PossibleDays.LONG_AGO);
    assertThat(code(UncertainDate.of("2062"), old)).contains(PossibleDays.AHEAD);
  }

  @Test
  void wordsWithoutADateAreNotOdd() {
    assertThat(code(UncertainDate.words("late last year"), Set.of())).isEmpty();
  }

  /** Whatever day, month or year is stated: odd if and only if none of its days can have been. */
  @Test
  void aStatedDayMonthOrYearIsOddIfNoDayOfItCanHaveBeen() {
    var random = new Random(11);
    for (int i = 0; i < 5_000; i++) {
      var day = LocalDate.ofEpochDay(random.nextLong(-900_000, 90_000));
      String text = day.toString();
      if (day.getYear() < 0) {
        continue;
      }
      String edtf =
          switch (random.nextInt(3)) {
            case 0 -> text;
            case 1 -> text.substring(0, 7);
            default -> text.substring(0, 4);
          };
      UncertainDate date = UncertainDate.of(edtf);
      boolean possible = date.overlaps(LocalDate.of(1900, 1, 1), RECORDED.plusDays(1));
      assertThat(code(date, Set.of()).isEmpty()).as(edtf).isEqualTo(possible);
    }
  }

  private static Optional<String> code(String edtf) {
    return code(UncertainDate.of(edtf), Set.of());
  }

  private static Optional<String> code(UncertainDate date, Set<Beyond> allowed) {
    return PossibleDays.oddity(date, allowed, RECORDED, JsonPointer.compile("/when"))
        .map(Flaw::code);
  }
}
