package org.toguna.cases.coverage.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.toguna.kit.values.UncertainNumber;

/** A number said of a list and a commune at once is read in every way that it can be. */
class TotalsTest {
  private static final UncertainNumber N109 = UncertainNumber.exactly(109, "villages");

  @Test
  void whatCountsBothIsReadBothWays() {
    var totals = Totals.of(new Totals.Stated(N109, "both", null), 109, found(112, 109, 109));

    assertThat(says(totals)).containsExactly("106/109", "109/112+", "109/112");
    assertThat(totals.listed()).isEqualTo(109);
    assertThat(totals.gazetteer()).isEqualTo(112);
    assertThat(totals.stated()).isEqualTo(N109);
  }

  @Test
  void whatASourceSaysWasLeftOffIsReadWithoutAnyNames() {
    var three = UncertainNumber.exactly(3, "villages");
    var totals = Totals.of(new Totals.Stated(N109, "both", three), null, null);

    assertThat(says(totals)).containsExactly("106/109", "109/112+");
    assertThat(totals.readings()).allMatch(reading -> reading.missingBy().equals("source"));
    assertThat(totals.listed()).isNull();
    assertThat(totals.missing()).isNull();
  }

  @Test
  void doubtsMakeRangesOfThem() {
    var totals = Totals.of(new Totals.Stated(N109, "unit", null), 109, found(109, 104, 106));

    assertThat(says(totals)).containsExactly("104-106/109", "104-106/109");
    assertThat(totals.missing().low()).isEqualByComparingTo("3");
    assertThat(totals.missing().high()).isEqualByComparingTo("5");
  }

  @Test
  void whatIsNotSaidToCountOneIsReadBothWays() {
    assertThat(says(Totals.of(new Totals.Stated(N109, null, null), 109, found(112, 109, 109))))
        .hasSize(3);
    assertThat(says(Totals.of(new Totals.Stated(N109, "list", null), 109, found(112, 109, 109))))
        .containsExactly("109/112+", "109/112");
  }

  @Test
  void aNumberWithoutAFloorIsNotReckonedFromNought() {
    var atMost =
        Totals.of(
            new Totals.Stated(UncertainNumber.atMost(120, null), "unit", null),
            109,
            found(112, 109, 109));

    assertThat(says(atMost)).containsExactly("?-117/?-120", "109/112");
  }

  private static Findings found(int places, int atLeast, int atMost) {
    return new Findings(List.of(), places, atLeast, atMost);
  }

  private static List<String> says(Totals totals) {
    return totals.readings().stream().map(CoverageReading::says).toList();
  }
}
