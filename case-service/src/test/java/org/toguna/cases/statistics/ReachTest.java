package org.toguna.cases.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toguna.cases.statistics.LastingTest.json;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.toguna.cases.statistics.Reach.LeftOut;

/** Days to contact are what dates allow, and what they do not tell is left out for a reason. */
class ReachTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
  private static final String JANUARY = "{\"from\":\"2026-01-01\",\"to\":\"2026-01-31\"}";
  private static final String MARCH = "{\"from\":\"2026-03-01\",\"to\":\"2026-03-31\"}";
  private static final String MADE = "{\"status\":\"made\",\"when\":%s}";

  @Test
  void fromTheTriggerToTheFirstContactThatWasMade() {
    assertThat(
            reach(
                "{\"trigger\":{\"when\":%s},\"stages\":[{\"stage\":\"contact_made\",\"when\":%s}]}"
                    .formatted(JANUARY, MARCH),
                "{\"since\":{\"from\":\"2020-01-01\",\"to\":\"2020-01-01\"}}",
                "{\"status\":\"sought\",\"when\":%s}".formatted(JANUARY)))
        .isEqualTo(new Reach(29L, 89L, null));
  }

  @Test
  void fromTheCrisisWhereNobodyTellsOfATrigger() {
    assertThat(reach("{}", "{\"since\":%s}".formatted(JANUARY), MADE.formatted(MARCH)))
        .isEqualTo(new Reach(29L, 89L, null));
  }

  /** The first of several contacts is no later than each, and as early as any of them. */
  @Test
  void anUndatedContactMayHaveBeenTheFirst() {
    assertThat(
            reach(
                "{\"stages\":[{\"stage\":\"contact_made\"}]}",
                "{\"since\":%s}".formatted(JANUARY),
                MADE.formatted(MARCH)))
        .isEqualTo(new Reach(0L, 89L, null));
  }

  @Test
  void whatIsNotToldIsLeftOutForAReason() {
    String since = "{\"since\":%s}".formatted(MARCH);
    assertThat(reach("{}", "{}", MADE.formatted(MARCH)).leftOut()).isEqualTo(LeftOut.START_UNKNOWN);
    assertThat(reach("{}", "{\"since\":{\"to\":\"2026-03-01\"}}", MADE.formatted(MARCH)).leftOut())
        .isEqualTo(LeftOut.START_OPEN);
    assertThat(
            reach("{}", since, "{\"status\":\"refused\",\"when\":%s}".formatted(MARCH)).leftOut())
        .isEqualTo(LeftOut.NO_CONTACT);
    assertThat(reach("{}", since, "{\"status\":\"made\"}").leftOut())
        .isEqualTo(LeftOut.CONTACT_UNDATED);
    assertThat(reach("{}", since, MADE.formatted(JANUARY)).leftOut())
        .isEqualTo(LeftOut.CONTACT_BEFORE_START);
  }

  @Test
  void theMedianIsABand() {
    ReachAnswer answer =
        ReachAnswer.of(
            List.of(
                new Reach(1L, 10L, null),
                new Reach(5L, 6L, null),
                new Reach(2L, 90L, null),
                new Reach(null, null, LeftOut.NO_CONTACT)),
            null);

    assertThat(answer.cases()).isEqualTo(4);
    assertThat(answer.n()).isEqualTo(3);
    assertThat(answer.leftOut().noContact()).isEqualTo(1);
    assertThat(answer.median()).isEqualTo(new ReachAnswer.Days(2.0, 10.0));
    assertThat(answer.least()).isEqualTo(new ReachAnswer.Days(1.0, 6.0));
    assertThat(answer.most()).isEqualTo(new ReachAnswer.Days(5.0, 90.0));
  }

  private static Reach reach(String dialogue, String crisis, String contact) {
    return Reach.of(json(dialogue), List.of(json(crisis)), List.of(json(contact)), TODAY);
  }
}
