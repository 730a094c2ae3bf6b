package org.toguna.cases.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toguna.cases.Registry.GREEN;
import static org.toguna.cases.Registry.aCase;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.toguna.test.EventStream;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** Whoever follows the stream loses nothing, holds no more seats than theirs, and no old rights. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class StreamStoryTest {

  private static EventStream follow(Tokens token, @Nullable String lastEventId) {
    return EventStream.open(
        "http://localhost:" + RestAssured.port + "/cases/v1/changes/stream", token, lastEventId);
  }

  @Test
  void whatHappensBeforeTheFirstEventIsToldAfterwards() {
    Tokens reader = Tokens.reader("ngo-follows").user("first");
    EventStream.Frame first;
    try (EventStream stream = follow(reader, null)) {
      first = stream.next();
    }
    assertThat(first.id()).isNotBlank();
    assertThat(first.data()).isNull();
    assertThat(first.retry()).isNotBlank();

    String recorded = aCase(GREEN);

    try (EventStream again = follow(reader, first.id())) {
      EventStream.Frame event = again.nextEvent();
      assertThat(event.event()).isEqualTo("change");
      assertThat(event.data()).contains(recorded);
    }
  }

  @Test
  void eachFrameMovesOnAndAHeartbeatFiresNothing() {
    Tokens reader = Tokens.reader("ngo-follows").user("second");
    try (EventStream stream = follow(reader, null)) {
      stream.next();
      EventStream.Frame heartbeat = stream.next();
      assertThat(heartbeat.comment()).isEqualTo("still here");
      assertThat(heartbeat.id()).isNotBlank();
      assertThat(heartbeat.data()).isNull();

      List<String> recorded = List.of(aCase(GREEN), aCase(GREEN), aCase(GREEN));
      EventStream.Frame one = stream.nextEvent();
      assertThat(one.id()).isNotBlank();
      assertThat(one.data()).contains(recorded.get(0));

      try (EventStream afterOne = follow(reader, one.id())) {
        assertThat(afterOne.nextEvent().data()).contains(recorded.get(1));
        assertThat(afterOne.nextEvent().data()).contains(recorded.get(2));
      }
    }
  }

  @Test
  void aPositionThatIsNoLongerGoodSaysSo() {
    Tokens reader = Tokens.reader("ngo-follows").user("third");
    String others;
    try (EventStream stream = follow(Tokens.reader("ngo-follows").user("somebody"), null)) {
      others = stream.next().id();
    }
    for (String position : List.of("no-position", String.valueOf(others))) {
      try (EventStream stream = follow(reader, position)) {
        EventStream.Frame frame = stream.next();
        assertThat(frame.event()).isEqualTo("reset");
        assertThat(frame.id()).isNotBlank();
        assertThat(frame.data()).contains("v1/changes");
      }
    }
  }

  @Test
  void aStreamEndsWithItsToken() {
    Tokens endsSoon =
        Tokens.reader("ngo-follows").user("fourth").aged(Duration.ofMinutes(30).minusSeconds(3));
    try (EventStream stream = follow(endsSoon, null)) {
      assertThat(stream.status()).isEqualTo(200);
      stream.awaitEnd();
    }
  }

  @Test
  void aStreamEndsWhenItsReaderIsClearedForLess() {
    Tokens reader = Tokens.reader("ngo-follows").user("fifth");
    try (EventStream cleared = follow(reader.cleared("AMBER"), null)) {
      cleared.next();
      try (EventStream less = follow(reader.cleared("GREEN"), null)) {
        less.next();
        cleared.awaitEnd();
        assertThat(less.next().id()).isNotBlank();
      }
    }
  }

  @Test
  void aReaderHasTenStreamsAndGetsTheSeatsBack() {
    Tokens reader = Tokens.reader("ngo-follows").user("sixth");
    var open = new ArrayList<EventStream>();
    try {
      for (int i = 0; i < 10; i++) {
        open.add(follow(reader, null));
        assertThat(open.getLast().status()).isEqualTo(200);
      }
      try (EventStream tooMany = follow(reader, null)) {
        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.header("Retry-After")).isNotNull();
        assertThat(tooMany.header("RateLimit")).isNotNull();
      }
      try (EventStream colleague = follow(Tokens.reader("ngo-follows").user("seventh"), null)) {
        assertThat(colleague.status()).isEqualTo(200);
      }
    } finally {
      open.forEach(EventStream::close);
    }
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              try (EventStream again = follow(reader, null)) {
                assertThat(again.status()).isEqualTo(200);
              }
            });
  }
}
