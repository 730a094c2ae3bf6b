package org.toguna.ingest.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.toguna.ingest.text.Pace;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/** One report of a person at a time, few at all, and each with a deadline. */
class ReadingRoomTest {

  private static Reader person(String name) {
    return new Reader("ngo-a", "ngo-a/" + name, Set.of(Role.CONTRIBUTOR), Tlp.RED);
  }

  private static ReadingRoom room(Duration patience, Duration deadline) {
    return new ReadingRoom(2, 1, patience, deadline);
  }

  @Test
  void aPersonsReportsAreReadOneAfterTheOther() throws Exception {
    var room = room(Duration.ofMinutes(1), Duration.ofMinutes(1));
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(
            clients.submit(
                () ->
                    room.read(
                        person("p"),
                        () -> {
                          most.accumulateAndGet(now.incrementAndGet(), Math::max);
                          return now.decrementAndGet();
                        })));
      }
      for (var one : all) {
        one.get();
      }
    }
    assertThat(most.get()).isEqualTo(1);
  }

  @Test
  void whoPostsMoreThanMayWaitIsToldToComeBackAndOthersAreRead() throws Exception {
    var room = room(Duration.ZERO, Duration.ofMinutes(1));
    var reading = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          clients.submit(
              () ->
                  room.read(
                      person("p"),
                      () -> {
                        reading.countDown();
                        await(go);
                        return "read";
                      }));
      reading.await();

      assertThatThrownBy(() -> room.read(person("p"), () -> "too"))
          .isInstanceOf(Refusal.class)
          .extracting(refusal -> ((Refusal) refusal).type())
          .isEqualTo(ProblemType.TOO_MANY_REQUESTS);
      assertThat(room.read(person("q"), () -> "theirs")).isEqualTo("theirs");
      go.countDown();
      assertThat(first.get()).isEqualTo("read");
    }
    assertThat(room.read(person("p"), () -> "again")).isEqualTo("again");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aReadingWhoseTimeIsUpEndsAndTheNextOneIsNotInterrupted() {
    var room = room(Duration.ofMinutes(1), Duration.ofMillis(1));

    assertThatThrownBy(
            () ->
                room.read(
                    person("p"),
                    () -> {
                      while (true) {
                        Pace.keep();
                      }
                    }))
        .isInstanceOf(Pace.TimeIsUp.class);
    var patient = room(Duration.ofMinutes(1), Duration.ofMinutes(1));
    assertThat(patient.read(person("p"), () -> Thread.currentThread().isInterrupted())).isFalse();
  }
}
