package org.toguna.kit.positions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

class PositionsTest {

  private static final Position WRITTEN = new Position(UUID.randomUUID(), 7);

  private final Positions positions = new Positions(new byte[32]);

  @Test
  void aTokenComesBackAsThePositionItStandsFor() {
    assertThat(positions.read(positions.token(WRITTEN.record(), 7))).isEqualTo(WRITTEN);
  }

  @Test
  void anyEditSpoilsIt() {
    var bytes = Base64.getUrlDecoder().decode(positions.token(WRITTEN.record(), 7));
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= 1;
      var edited = Base64.getUrlEncoder().encodeToString(bytes);
      bytes[i] ^= 1;
      refused(() -> positions.read(edited), ProblemType.BAD_POSITION);
    }
    refused(() -> positions.read(""), ProblemType.BAD_POSITION);
    refused(() -> positions.read("***"), ProblemType.BAD_POSITION);
  }

  @Test
  void patienceLastsUntilTheVersionArrives() {
    var asked = new AtomicInteger();
    var patience = patience(position -> asked.incrementAndGet() >= 3, Duration.ofSeconds(30));
    assertThatCode(() -> patience.await(List.of(WRITTEN))).doesNotThrowAnyException();
    assertThat(asked).hasValue(3);
  }

  @Test
  void patienceHasAnEnd() {
    var patience = patience(position -> false, Duration.ofMillis(50));
    refused(() -> patience.await(List.of(WRITTEN)), ProblemType.NOT_HERE_YET);
  }

  private Patience patience(PositionHolder holder, Duration wait) {
    io.quarkus.runtime.BlockingOperationControl.setIoThreadDetector(
        new io.quarkus.runtime.IOThreadDetector[0]);
    return new Patience(positions, List.of(holder), wait);
  }

  private static void refused(Runnable request, ProblemType type) {
    assertThatThrownBy(request::run)
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.type()).isEqualTo(type));
  }
}
