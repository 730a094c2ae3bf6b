package org.toguna.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Slow is not broken: only what stands still for long is given up. */
class ProgressTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private long now;
  private long logged;
  private long worked;
  private final Progress progress = new Progress(PATIENCE, () -> now, () -> logged, () -> worked);

  @Test
  void whatStandsStillIsGivenUpAfterThePatience() {
    assertThat(after(0, "starting")).isTrue();
    assertThat(after(59, "starting")).isTrue();
    assertThat(after(2, "starting")).isFalse();
  }

  @Test
  void aLineInTheLogIsProgressHoweverLongItTakes() {
    for (int minutes = 0; minutes < 300; minutes++) {
      logged += 80;
      assertThat(after(55, "starting")).isTrue();
    }
    assertThat(after(61, "starting")).isFalse();
  }

  @Test
  void workIsProgressOnTheBusiestMachine() {
    for (int times = 0; times < 300; times++) {
      worked += Duration.ofMillis(400).toNanos(); // of twenty seconds: a fiftieth of a processor
      assertThat(after(20, "starting")).isTrue();
    }
    assertThat(after(61, "starting")).isFalse();
  }

  @Test
  void whatAProgramTakesThatOnlyWaitsIsNoWork() {
    assertThat(after(0, "starting")).isTrue();
    boolean goesOn = true;
    for (int seconds = 0; seconds < 70; seconds += 5) {
      worked += Duration.ofMillis(10).toNanos();
      goesOn = after(5, "starting");
    }
    assertThat(goesOn).isFalse();
  }

  @Test
  void anotherAnswerIsProgress() {
    assertThat(after(50, "it does not answer yet")).isTrue();
    assertThat(after(50, "it is not ready, since these are not: database")).isTrue();
    assertThat(after(50, "it is not ready, since these are not: broker")).isTrue();
    assertThat(after(61, "it is not ready, since these are not: broker")).isFalse();
  }

  private boolean after(int seconds, String answer) {
    now += Duration.ofSeconds(seconds).toNanos();
    return progress.goesOn(answer);
  }
}
