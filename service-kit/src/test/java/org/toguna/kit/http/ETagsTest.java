package org.toguna.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

class ETagsTest {

  private static final String CURRENT = ETags.of("full", 3);

  @ParameterizedTest
  @ValueSource(strings = {"\"full-3\"", "\"full-2\", \"full-3\"", "*"})
  void whoeverNamesTheCurrentVersionMayChangeIt(String ifMatch) {
    assertThatCode(() -> ETags.requireCurrent(ifMatch, CURRENT)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"full-2\"", "\"blurred-3\"", "full-3", "W/\"full-3\"", "\"full-30\""})
  void anyOtherTagIsStale(String ifMatch) {
    refused(ifMatch, ProblemType.STALE_VERSION);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void noTagAtAllIsAMissingPrecondition(String ifMatch) {
    refused(ifMatch, ProblemType.PRECONDITION_REQUIRED);
  }

  @Test
  void aWeakTagIsEnoughForNotReadingTwice() {
    assertThat(ETags.alreadyRead("W/\"full-3\"", CURRENT)).isTrue();
    assertThat(ETags.alreadyRead("\"full-2\"", CURRENT)).isFalse();
    assertThat(ETags.alreadyRead(null, CURRENT)).isFalse();
  }

  private static void refused(String ifMatch, ProblemType type) {
    assertThatThrownBy(() -> ETags.requireCurrent(ifMatch, CURRENT))
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.type()).isEqualTo(type));
  }
}
