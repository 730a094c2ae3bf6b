package org.toguna.cases.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.toguna.cases.statistics.Lasting.LeftOut;
import org.toguna.cases.statistics.survival.Lifetime;

/** Durations are what dates allow; silence ends nothing, and keeps nothing going. */
class LastingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
  private static final String SINCE = "\"since\":{\"from\":\"2026-01-01\",\"to\":\"2026-01-31\"}";

  @Test
  void aLiftedSiegeLastedAsItsDatesAllow() {
    assertThat(
            siege("lifted", SINCE + ",\"until\":{\"from\":\"2026-02-10\",\"to\":\"2026-02-20\"}"))
        .isEqualTo(new Lasting(new Lifetime(10, 50, true), null));
  }

  @Test
  void aLiftedSiegeWithoutAnEndEndedByTheTimeThatWasSaid() {
    assertThat(
            siege(
                "lifted",
                SINCE
                    + ",\"observations\":[{\"status\":\"open\",\"when\":"
                    + "{\"from\":\"2026-02-01\",\"to\":\"2026-02-28\"}}]"
                    + ",\"lastConfirmed\":{\"from\":\"2026-05-01\",\"to\":\"2026-05-01\"}"))
        .isEqualTo(new Lasting(new Lifetime(1, 120, true), null));
    assertThat(siege("lifted", SINCE)).isEqualTo(new Lasting(new Lifetime(0, 180, true), null));
  }

  @Test
  void anOpenSiegeIsWatchedUntilItWasLastConfirmedAndNotUntilToday() {
    assertThat(
            siege(
                "open",
                SINCE + ",\"lastConfirmed\":{\"from\":\"2026-03-01\",\"to\":\"2026-03-31\"}"))
        .isEqualTo(new Lasting(new Lifetime(29, 89, false), null));
    assertThat(siege("open", SINCE)).isEqualTo(new Lasting(new Lifetime(0, 0, false), null));
  }

  @Test
  void aPartlyLiftedSiegeStands() {
    assertThat(
            siege(
                "partly_lifted",
                SINCE + ",\"lastConfirmed\":{\"from\":\"2026-03-01\",\"to\":\"2026-03-01\"}"))
        .isEqualTo(new Lasting(new Lifetime(29, 59, false), null));
  }

  @Test
  void anUnclearSiegeIsNeverAssumedLiftedNorSurelyStanding() {
    assertThat(
            siege(
                "unclear",
                SINCE
                    + ",\"until\":{\"from\":\"2026-04-01\",\"to\":\"2026-04-01\"}"
                    + ",\"lastConfirmed\":{\"from\":\"2026-03-01\",\"to\":\"2026-03-01\"}"))
        .isEqualTo(new Lasting(new Lifetime(0, 59, false), null));
  }

  @Test
  void aYearThatIsNotOverYetEndsToday() {
    assertThat(
            siege("lifted", SINCE + ",\"until\":{\"from\":\"2026-01-01\",\"to\":\"2026-12-31\"}"))
        .isEqualTo(new Lasting(new Lifetime(0, 180, true), null));
  }

  @Test
  void whatHasNoKnownBeginningIsLeftOutForAReason() {
    assertThat(siege("open", "\"since\":{\"asStated\":\"for long\"}").leftOut())
        .isEqualTo(LeftOut.START_UNKNOWN);
    assertThat(siege("lifted", "\"title\":\"x\"").leftOut()).isEqualTo(LeftOut.START_UNKNOWN);
    assertThat(siege("lifted", "\"since\":{\"to\":\"2026-01-31\"}").leftOut())
        .isEqualTo(LeftOut.START_OPEN);
    assertThat(
            siege("lifted", SINCE + ",\"until\":{\"from\":\"2025-01-01\",\"to\":\"2025-01-31\"}")
                .leftOut())
        .isEqualTo(LeftOut.ENDED_BEFORE_START);
  }

  @Test
  void aPactEndedOnAnEndThatHasPassedAndOtherwiseHeldWhenItWasLastSeenKept() {
    String agreed = "{\"agreedOn\":{\"from\":\"2026-01-01\",\"to\":\"2026-01-01\"}";
    assertThat(pact(agreed + ",\"until\":{\"from\":\"2026-02-01\",\"to\":\"2026-02-28\"}}"))
        .isEqualTo(new Lasting(new Lifetime(31, 58, true), null));
    assertThat(pact(agreed + ",\"until\":{\"from\":\"2026-12-01\",\"to\":\"2026-12-31\"}}"))
        .isEqualTo(new Lasting(new Lifetime(0, 0, false), null));
    assertThat(
            pact(
                agreed + "}",
                "{\"compliance\":2,\"when\":{\"from\":\"2026-03-01\",\"to\":\"2026-03-31\"}}",
                "{\"compliance\":0,\"when\":{\"from\":\"2026-05-01\",\"to\":\"2026-05-01\"}}",
                "{\"enforcement\":3,\"when\":{\"from\":\"2026-05-01\",\"to\":\"2026-05-01\"}}"))
        .isEqualTo(new Lasting(new Lifetime(59, 89, false), null));
  }

  @Test
  void aPactBeginsWhenItComesIntoForce() {
    assertThat(
            pact(
                "{\"agreedOn\":{\"from\":\"2026-01-01\",\"to\":\"2026-01-01\"},"
                    + "\"inForceFrom\":{\"from\":\"2026-02-01\",\"to\":\"2026-02-01\"},"
                    + "\"until\":{\"from\":\"2026-02-28\",\"to\":\"2026-02-28\"}}"))
        .isEqualTo(new Lasting(new Lifetime(27, 27, true), null));
  }

  private static Lasting siege(String status, String more) {
    return Sieges.lasting(json("{\"status\":\"%s\",%s}".formatted(status, more)), TODAY);
  }

  private static Lasting pact(String pact, String... observations) {
    return Pacts.lasting(
        json(pact), List.of(observations).stream().map(LastingTest::json).toList(), TODAY);
  }

  static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
