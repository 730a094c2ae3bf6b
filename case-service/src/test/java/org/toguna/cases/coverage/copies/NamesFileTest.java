package org.toguna.cases.coverage.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Names as they leave. */
class NamesFileTest {

  @Test
  void aTextHasOneNameALineAndNothingElse() {
    assertThat(NamesFile.text(List.of("Dounfana", "Péléngana"))).isEqualTo("Dounfana\nPéléngana\n");
    assertThat(NamesFile.text(List.of())).isEmpty();
  }

  @Test
  void noSpreadsheetRunsAName() {
    assertThat(NamesFile.csv(List.of("=1+1", "+3", "-4", "@a", "N\"Golo")))
        .isEqualTo("name\r\n\"'=1+1\"\r\n\"'+3\"\r\n\"'-4\"\r\n\"'@a\"\r\n\"N\"\"Golo\"\r\n");
    assertThat(NamesFile.csv(List.of())).isEqualTo("name\r\n");
  }
}
