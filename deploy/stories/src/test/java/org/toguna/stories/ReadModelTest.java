package org.toguna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toguna.stories.RunningStack.stack;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A read model is its topic's last states, however often and in whatever order they come. */
@Order(5)
class ReadModelTest {
  private static final Topic CRISES = new Topic("toguna.cases.crisis");
  private static final String MODEL = "cases.crisis";
  private static final List<String> LISTENERS = List.of("actors", "ingest");
  private static final Client OWNER = Client.as("reviewer", "ngo-a");

  /** Records of several versions, one of them erased. */
  @BeforeAll
  static void record() {
    for (var i = 0; i < 12; i++) {
      var answer =
          OWNER
              .post(
                  "/cases/v1/crises",
                  "{\"type\":\"siege\",\"status\":\"open\",\"marking\":{\"tlp\":\"%s\"}}"
                      .formatted(i % 2 == 0 ? "GREEN" : "AMBER"))
              .expect(201);
      var path = "/cases/v1/crises/" + answer.id();
      var etag = answer.etag();
      for (var revision = 0; revision < i % 3; revision++) {
        etag = OWNER.patch(path, etag, "{\"cause\":\"%d\"}".formatted(revision)).expect(200).etag();
      }
      if (i == 11) {
        Client.as("protection-officer", "ngo-a").delete(path, etag).expect(204);
      }
    }
    OWNER
        .post(
            "/actors/v1/actors",
            "{\"type\":\"community\",\"names\":[{\"text\":\"Read models\",\"type\":\"main\"}]}")
        .expect(201);
    awaitQuiet();
  }

  private static void awaitQuiet() {
    for (var service : List.of("cases", "actors")) {
      Awaitility.await("the outbox of " + service)
          .atMost(Duration.ofSeconds(60))
          .until(() -> Rows.number(service, "select count(*) from outbox") == 0);
    }
    LISTENERS.forEach(CRISES::awaitHeardBy);
    new Topic("toguna.actors.actor").awaitHeardBy("cases");
  }

  @Test
  void aDroppedReadModelIsRebuiltAsItWas() throws SQLException {
    for (var service : RunningStack.SERVICES) {
      var before = ReadModels.of(service).list();
      assertThat(before).as(service).isNotEmpty();
      Rows.change(service, "truncate sibling");
      assertThat(ReadModels.of(service).list()).isEmpty();
      for (var model : before) {
        ReadModels.of(service).rebuild(model.path("topic").asText());
      }
      assertThat(ReadModels.of(service).list()).isEqualTo(before);
      System.out.printf("ReadModelTest: %s rebuilt as it was: %s%n", service, before);
    }
  }

  @Test
  void aTopicThreeTimesOverAndShuffledChangesNothing() {
    var before = LISTENERS.stream().map(s -> ReadModels.of(s).fingerprint(MODEL)).toList();
    var once = CRISES.all().stream().map(CRISES::again).toList();
    var last = CRISES.last().values().stream().map(CRISES::again).toList();
    var thrice = new ArrayList<ProducerRecord<String, byte[]>>();
    for (var time = 0; time < 3; time++) {
      thrice.addAll(once);
    }
    var seed = System.nanoTime();
    Collections.shuffle(thrice, new Random(seed));
    CRISES.send(thrice);
    // The topic is compacted to what comes last, so the true last states close the muddle.
    CRISES.send(last);
    LISTENERS.forEach(CRISES::awaitHeardBy);

    assertThat(LISTENERS.stream().map(s -> ReadModels.of(s).fingerprint(MODEL)).toList())
        .as("seed %d, %d messages", seed, thrice.size())
        .isEqualTo(before);
    LISTENERS.forEach(service -> ReadModels.of(service).rebuild(MODEL));
    assertThat(LISTENERS.stream().map(s -> ReadModels.of(s).fingerprint(MODEL)).toList())
        .isEqualTo(before);
    System.out.printf("ReadModelTest: %d messages again, same hashes %s%n", thrice.size(), before);
  }

  @Test
  void aPoisonedRecordEndsAsOneDeadLetterAndCanBeReplayed() throws Exception {
    CRISES.takeLargeMessages();
    var sound = CRISES.last().values().stream().filter(m -> m.value() != null).findFirst();
    var value = sound.orElseThrow().value();
    var poison = new LinkedHashMap<String, ProducerRecord<String, byte[]>>();
    poison.put("not JSON", message("{\"id\":".getBytes(StandardCharsets.UTF_8), headers()));
    var lacking = message(value, headers());
    lacking.headers().remove("ce_type");
    poison.put("no attribute type", lacking);
    var unknown = headers();
    unknown.put("ce_type", "org.example.weather.forecast.v9");
    poison.put("unknown type", message(value, unknown));
    poison.put("larger than", message(new byte[5 << 20], headers()));
    poison.put("no audience", message("{\"data\":{}}".getBytes(StandardCharsets.UTF_8), headers()));
    var before = LISTENERS.stream().map(s -> ReadModels.of(s).fingerprint(MODEL)).toList();
    var where = CRISES.send(poison.values());
    LISTENERS.forEach(CRISES::awaitHeardBy);

    for (var listener : LISTENERS) {
      var i = 0;
      for (var reason : poison.keySet()) {
        var letters = Letters.about(where.get(i++), listener);
        assertThat(letters).as(reason).hasSize(1);
        assertThat(letters.getFirst().path("reason").asText()).contains(reason);
        assertThat(letters.getFirst().toString()).doesNotContain("weather", "owner");
      }
      ReadModels.of(listener).rebuild(MODEL);
      assertThat(Letters.about(where.getFirst(), listener)).as("a rebuild adds none").hasSize(1);
    }
    assertThat(LISTENERS.stream().map(s -> ReadModels.of(s).fingerprint(MODEL)).toList())
        .isEqualTo(before);
    replay(where.get(1));
    System.out.printf("ReadModelTest: dead letters for %s%n", poison.keySet());
  }

  /** Once its headers were mended, a message is read and its letter ticked off. */
  private static void replay(RecordMetadata where) throws SQLException {
    var at =
        "topic = '%s' and partition = %d and kafka_offset = %d"
            .formatted(where.topic(), where.partition(), where.offset());
    Rows.change(
        "actors",
        "update dead_letter set headers = headers || '{\"ce_type\":\"org.toguna.crisis.recorded.v1\"}' where "
            + at);
    var done = Client.operator().post("/actors/v1/dead-letters/replay", "").expect(200).json();
    assertThat(done.path("replayed").asInt()).isEqualTo(1);
    assertThat(Letters.about(where, "actors").getFirst().hasNonNull("replayedAt")).isTrue();
    assertThat(
            Rows.number(
                "actors",
                "select count(*) from sibling where view = 'full' and id = (select convert_from(key, 'UTF8') from dead_letter where "
                    + at
                    + ")"))
        .isEqualTo(1);
    Rows.change(
        "actors",
        "delete from sibling where id = (select convert_from(key, 'UTF8') from dead_letter where "
            + at
            + ")");
  }

  private static Map<String, String> headers() {
    return new LinkedHashMap<>(
        Map.of(
            "ce_specversion", "1.0",
            "ce_id", UUID.randomUUID().toString(),
            "ce_type", "org.toguna.crisis.recorded.v1",
            "ce_source", "/cases",
            "ce_time", "2026-01-01T00:00:00Z",
            "ce_aggregateversion", "1",
            "ce_marking", "GREEN"));
  }

  /** Signed by case-service, whatever it says. */
  private static ProducerRecord<String, byte[]> message(byte[] value, Map<String, String> headers) {
    var message =
        new ProducerRecord<String, byte[]>(CRISES.name(), UUID.randomUUID().toString(), value);
    headers.forEach(
        (name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    stack().signer("cases").sign(List.of(message));
    return message;
  }
}
