package org.toguna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.toguna.stories.RunningStack.JSON;
import static org.toguna.stories.RunningStack.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.toguna.parts.BrokerCertificates;

/**
 * Whoever reaches the broker, with a certificate of a service or with the broker's own, changes
 * nothing in any service and reads no name of a person.
 */
@Order(10)
class BrokerTest {
  private static final Client OWNER = Client.as("reviewer", "ngo-a", "RED");
  private static final Client OFFICER = Client.as("protection-officer", "ngo-a", "RED");
  private static final String DOCUMENTS = "toguna.ingest.document";
  private static final String CRISES = "toguna.cases.crisis";
  private static final String ORGANISATIONS = "toguna.actors.organisation";
  private static final String INGEST = "ingest-service";

  @Test
  void ingestServicesCertificateLeavesOneDeadLetterForEachThingThatDoesNotHold() {
    attack(
        new Topic(DOCUMENTS, INGEST), "document", "ingest", "actors", List.of("cases", "actors"));
  }

  @Test
  void evenTheBrokersOwnCertificateChangesNothing() {
    attack(new Topic(CRISES), "crisis", "cases", "ingest", List.of("actors", "ingest"));
  }

  /** Forged, unsigned, foreign, replayed, replayed after erasure, on one topic. */
  private static void attack(
      Topic topic, String kind, String owner, String stranger, List<String> listeners) {
    var old = firstEvent(topic.name(), kind);
    listeners.forEach(new Topic(topic.name())::awaitHeardBy);
    var before = fingerprints(topic, listeners);
    var lie =
        new String(old.value(), StandardCharsets.UTF_8)
            .replaceFirst("\"version\":\\d+", "\"version\":77")
            .getBytes(StandardCharsets.UTF_8);
    var attempts = new LinkedHashMap<String, ProducerRecord<String, byte[]>>();
    attempts.put("forged", made(topic, old.key(), lie, old));
    attempts.put("unsigned", made(topic, old.key(), lie, null));
    var foreign = made(topic, old.key(), lie, null);
    stack().signer(stranger).sign(List.of(foreign));
    attempts.put("foreign-keyed", foreign);
    attempts.put(
        "moved to another key", made(topic, UUID.randomUUID().toString(), old.value(), old));
    attempts.put("a tombstone", made(topic, old.key(), null, null));

    attempts.forEach(
        (what, message) -> {
          var where = topic.send(List.of(message)).getFirst();
          listeners.forEach(service -> assertOneLetter(service, where, what));
        });
    var replayed = topic.send(List.of(made(topic, old.key(), old.value(), old))).getFirst();
    listeners.forEach(new Topic(topic.name())::awaitHeardBy);
    listeners.forEach(service -> assertThat(Letters.about(replayed, service)).isEmpty());
    assertThat(fingerprints(topic, listeners)).isEqualTo(before);
    listeners.forEach(service -> ReadModels.of(service).rebuild(topic.name().substring(7)));
    assertThat(fingerprints(topic, listeners)).as("after a rebuild").isEqualTo(before);

    erase(kind, old.key());
    Awaitility.await("the tombstone")
        .atMost(Duration.ofSeconds(60))
        .until(() -> new Topic(topic.name()).last().get(old.key()).value() == null);
    listeners.forEach(new Topic(topic.name())::awaitHeardBy);
    // What compaction and a rebuild after it would leave of the row.
    listeners.forEach(service -> forget(service, old.key()));
    var after = fingerprints(topic, listeners);
    var risen = topic.send(List.of(made(topic, old.key(), old.value(), old))).getFirst();
    listeners.forEach(new Topic(topic.name())::awaitHeardBy);
    listeners.forEach(service -> assertThat(Letters.about(risen, service)).isEmpty());
    assertThat(fingerprints(topic, listeners)).isEqualTo(after);
    listeners.forEach(service -> ReadModels.of(service).rebuild(topic.name().substring(7)));
    assertThat(fingerprints(topic, listeners)).as("after a rebuild").isEqualTo(after);
    System.out.printf(
        "BrokerTest: on %s as %s: %s each one dead letter in %s; two replays none%n",
        topic.name(), topic.certificate(), attempts.keySet(), listeners);
  }

  /** The first event of a record; a crisis has a second version since, a document never. */
  private static ConsumerRecord<String, byte[]> firstEvent(String topic, String kind) {
    boolean crisis = kind.equals("crisis");
    var id =
        crisis
            ? OWNER
                .post(
                    "/cases/v1/crises",
                    "{\"type\":\"siege\",\"status\":\"open\",\"marking\":{\"tlp\":\"GREEN\"}}")
                .expect(201)
                .id()
            : OWNER
                .post(
                    "/ingest/v1/documents" + Client.query("marking", "GREEN"),
                    "{\"text\":\"A note of %s.\"}".formatted(UUID.randomUUID()))
                .expect(201)
                .id();
    var first =
        Awaitility.await("the first event")
            .atMost(Duration.ofSeconds(60))
            .until(() -> new Topic(topic).last().get(id), java.util.Objects::nonNull);
    if (crisis) {
      var path = path(kind, id);
      OWNER
          .patch(path, OWNER.get(path).expect(200).etag(), "{\"marking\":{\"tlp\":\"AMBER\"}}")
          .expect(200);
      Awaitility.await("the second event")
          .atMost(Duration.ofSeconds(60))
          .until(() -> Topic.version(new Topic(topic).last().get(id)) > Topic.version(first));
    }
    return first;
  }

  private static String path(String kind, String id) {
    return (kind.equals("crisis") ? "/cases/v1/crises/" : "/ingest/v1/documents/") + id;
  }

  private static void erase(String kind, String id) {
    var path = path(kind, id);
    OFFICER.delete(path, OWNER.get(path).expect(200).etag()).expect(204);
  }

  private static void forget(String service, String id) {
    try {
      Rows.change(service, "delete from sibling where id = '%s'".formatted(id));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param like the message whose attributes and signature it bears; null for fresh ones
   */
  private static ProducerRecord<String, byte[]> made(
      Topic topic, String key, byte @Nullable [] value, @Nullable ConsumerRecord<?, ?> like) {
    var message = new ProducerRecord<String, byte[]>(topic.name(), key, value);
    if (like != null) {
      like.headers().forEach(message.headers()::add);
    } else {
      Map.of(
              "ce_specversion", "1.0",
              "ce_id", UUID.randomUUID().toString(),
              "ce_type", "org.toguna.record.revised.v1",
              "ce_aggregateversion", "77",
              "ce_marking", "GREEN")
          .forEach(
              (name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    }
    return message;
  }

  private static List<String> fingerprints(Topic topic, List<String> services) {
    return services.stream()
        .map(service -> ReadModels.of(service).fingerprint(topic.name().substring(7)))
        .toList();
  }

  private static void assertOneLetter(String service, RecordMetadata where, String what) {
    Awaitility.await("%s in %s".formatted(what, service))
        .atMost(Duration.ofSeconds(60))
        .until(() -> Letters.about(where, service).size() == 1);
    assertThat(Letters.about(where, service).getFirst().path("reason").asText())
        .as(what)
        .contains("signed");
  }

  @Test
  void nobodySuspendsAnOrganisationButActorService() {
    var member = Client.as("reader", "ngo-b");
    var topic = new Topic(ORGANISATIONS);
    var id = UUID.randomUUID().toString();
    var suspended =
        """
        {"id":"%s","kind":"organisation","version":77,"marking":{"tlp":"GREEN","owner":"ngo-a"},
         "audience":{"full":["org:ngo-a"],"seen":["org:ngo-a","tlp:green"]},"changed":[],
         "data":{"full":{"shortName":"ngo-b","status":"suspended"},"seen":{}}}\
        """
            .formatted(id)
            .getBytes(StandardCharsets.UTF_8);
    for (var speaker : List.of("cases", "ingest")) {
      var message = made(topic, id, suspended, null);
      stack().signer(speaker).sign(List.of(message));
      var where = topic.send(List.of(message)).getFirst();
      RunningStack.SERVICES.forEach(service -> assertOneLetter(service, where, speaker));
    }
    member.get("/actors/v1/me").expect(200);
    member.get("/cases/v1/crises").expect(200);
    member.get("/ingest/v1/documents").expect(200);
  }

  @Test
  void aCertificateOpensItsOwnTopicsAndNobodyComesInWithoutOne() {
    for (var name : List.of("toguna.actors.actor", ORGANISATIONS, CRISES, "toguna.cases.place")) {
      var topic = new Topic(name, INGEST);
      assertThatThrownBy(() -> topic.send(List.of(made(topic, "x", null, null))))
          .as(name)
          .hasRootCauseInstanceOf(TopicAuthorizationException.class);
    }
    assertThatThrownBy(() -> new Topic("toguna.ingest.suggestion", "case-service").all())
        .isInstanceOf(TopicAuthorizationException.class);
    for (var kept : List.of("ssl.keystore", "ssl.")) {
      var client = stack().brokerClient(BrokerCertificates.BROKER);
      client.keySet().removeIf(setting -> setting.startsWith(kept));
      client.put("security.protocol", kept.equals("ssl.") ? "PLAINTEXT" : "SSL");
      client.put("default.api.timeout.ms", 5000);
      client.put("request.timeout.ms", 4000);
      try (var admin = Admin.create(client)) {
        assertThatThrownBy(() -> admin.listTopics().names().get())
            .as("without %s", kept)
            .isNotNull();
      }
    }
  }

  @Test
  void whatIsOnTheBrokerNamesNoPerson() throws IOException {
    Client.as("administrator", "ngo-a")
        .send(
            "POST",
            "/cases/v1/gazetteer/imports?coding=INVENTED",
            Planted.UNITS,
            Map.of("Content-Type", "text/csv; charset=UTF-8"))
        .expect(201);
    var words = new Words();
    Planted.at(List.of("GREEN", "CLEAR", "AMBER", "RED"), words);
    var caller = words.fresh();
    OWNER
        .send(
            "POST",
            "/cases/v1/crises",
            "{\"type\":\"siege\",\"status\":\"open\",\"marking\":{\"tlp\":\"RED\",\"namedPersons\":[\"ngo-b/%s\"]}}"
                .formatted(words.fresh()),
            Map.of("Content-Type", "application/json", "X-Request-Id", caller))
        .expect(201);
    for (var service : RunningStack.SERVICES) {
      Awaitility.await("the outbox of " + service)
          .atMost(Duration.ofSeconds(60))
          .until(() -> Rows.number(service, "select count(*) from outbox") == 0);
    }

    var found = new ArrayList<String>();
    var groups = namesOfGroups();
    for (var name : Topic.allNames()) {
      for (var message : new Topic(name).all()) {
        var said = new StringBuilder(String.valueOf(message.key()));
        message.headers().forEach(header -> said.append(' ').append(Topic.text(header.value())));
        said.append(' ').append(Topic.text(message.value()));
        assertThat(said.toString()).doesNotContain("reviewer-of-", "/registry");
        words.in(said.toString()).stream()
            .filter(word -> !isId(word) && !groups.contains(word))
            .forEach(word -> found.add(name + ": " + said));
      }
    }
    assertThat(found).isEmpty();
    System.out.printf(
        "BrokerTest: %d words planted, on %d topics none but the names of groups%n",
        words.planted().size(), Topic.allNames().size());
  }

  private static boolean isId(String word) {
    return word.length() == 36;
  }

  /** What a group that is GREEN or CLEAR is called is for everybody who is signed in. */
  private static Set<String> namesOfGroups() throws IOException {
    var names = new HashSet<String>();
    for (var message : new Topic("toguna.actors.actor").all()) {
      if (message.value() != null) {
        var actor = JSON.readTree(message.value()).at("/data/full");
        assertThat(actor.has("names") && actor.path("type").asText().equals("person")).isFalse();
        actor.path("names").forEach(name -> names.add(name.path("text").asText()));
      }
    }
    return names;
  }
}
