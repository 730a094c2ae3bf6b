package org.toguna.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.toguna.actors.Given.ALICE;
import static org.toguna.actors.Given.OUMOU;
import static org.toguna.actors.Given.actor;
import static org.toguna.actors.Given.as;
import static org.toguna.actors.Given.post;
import static org.toguna.test.Broker.headers;
import static org.toguna.test.Broker.message;
import static org.toguna.test.Broker.signed;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.toguna.kit.outbox.NamedPersons;
import org.toguna.kit.records.SayingAgain;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/**
 * Whoever reaches the broker changes nothing here: each thing that does not hold is a dead letter.
 */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "actors"))
class ForgedEventsTest {
  private static final String CASES = "cases.case";
  private static final String ORGANISATIONS = "actors.organisation";
  private static final String AUDIENCE =
      "{\"full\":[\"org:ngo-a\"],\"seen\":[\"org:ngo-a\",\"tlp:green\"]}";

  private static String dialogue(String id, int version, String stage, String actor) {
    return dialogue(id, version, stage, actor, AUDIENCE);
  }

  private static String dialogue(
      String id, int version, String stage, String actor, String audience) {
    return """
        {"id":"%s","kind":"case","version":%d,"marking":{"tlp":"GREEN","owner":"ngo-a"},
         "audience":%s,"changed":[],
         "data":{"full":{"type":"siege_lifting","stage":"%s","actors":["%s"]},"seen":{}}}"""
        .formatted(id, version, audience, stage, actor);
  }

  private static ProducerRecord<String, byte[]> unsigned(
      String id, int version, @Nullable String state) {
    return message(CASES, id, state, headers("case", id, version));
  }

  private static ProducerRecord<String, byte[]> again(ProducerRecord<String, byte[]> message) {
    return copy(message, message.topic(), message.key(), message.value());
  }

  private static ProducerRecord<String, byte[]> copy(
      ProducerRecord<String, byte[]> message, String topic, String key, byte[] value) {
    return new ProducerRecord<>(topic, null, key, value, message.headers());
  }

  private static List<String> stages(Tokens who, String actor) {
    return as(who)
        .get("/actors/v1/actors/" + actor + "/cases")
        .then()
        .statusCode(200)
        .extract()
        .path("items.stage");
  }

  /** The reasons of the letters about one message: one each, or none. */
  private static List<String> letters(RecordMetadata where) {
    List<Map<String, Object>> all =
        as(OUMOU)
            .get("/actors/v1/dead-letters?limit=1000")
            .then()
            .statusCode(200)
            .extract()
            .path("items");
    return all.stream()
        .filter(letter -> letter.get("topic").equals(where.topic()))
        .filter(letter -> letter.get("partition").equals(where.partition()))
        .filter(letter -> ((Number) letter.get("offset")).longValue() == where.offset())
        .map(letter -> letter.get("reason").toString())
        .toList();
  }

  private static void rebuild() {
    as(OUMOU).post("/actors/v1/read-models/" + CASES + "/rebuild").then().statusCode(200);
  }

  private static void heard() {
    await().until(() -> Broker.lag(CASES) == 0);
  }

  private static void behindThePolicies(String sql) throws SQLException {
    String url = ConfigProvider.getConfig().getValue("toguna.test.superuser-url", String.class);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void whatIsForgedUnsignedForeignOrMovedIsOneDeadLetterAndChangesNothing() {
    String actor = actor(ALICE, "person", "GREEN", "Témoin de Bargou");
    String id = UUID.randomUUID().toString();
    var true1 = signed(unsigned(id, 1, dialogue(id, 1, "meeting", actor)), "cases");
    org.toguna.test.Broker.send(true1);
    await().until(() -> stages(ALICE, actor).equals(List.of("meeting")));

    String lie = dialogue(id, 9, "in_force", actor);
    byte[] words = lie.getBytes(StandardCharsets.UTF_8);
    String other = UUID.randomUUID().toString();
    var forged =
        Map.of(
            "unsigned", unsigned(id, 9, lie),
            "of a sibling that may not speak here", signed(unsigned(id, 9, lie), "ingest"),
            "by this service itself", signed(unsigned(id, 9, lie), "actors"),
            "other words", copy(again(true1), true1.topic(), id, words),
            "another key", copy(again(true1), true1.topic(), other, true1.value()),
            "no words", copy(again(true1), true1.topic(), id, null));
    forged.forEach(
        (what, message) -> {
          var where = org.toguna.test.Broker.send(message);
          await(what).until(() -> letters(where).size() == 1);
          assertThat(letters(where).getFirst()).as(what).contains("signed");
        });

    assertThat(stages(ALICE, actor)).containsExactly("meeting");
    rebuild();
    assertThat(stages(ALICE, actor)).as("after a rebuild").containsExactly("meeting");
    var moved =
        org.toguna.test.Broker.send(
            copy(again(true1), org.toguna.test.Broker.topic("cases.crisis"), id, true1.value()));
    await().until(() -> letters(moved).equals(List.of("not what was signed")));
  }

  @Test
  void whatWasTrueOnceChangesNothingWhenItIsSaidAgain() {
    String actor = actor(ALICE, "person", "GREEN", "Revenant de Bargou");
    String id = UUID.randomUUID().toString();
    var first = signed(unsigned(id, 1, dialogue(id, 1, "trigger", actor)), "cases");
    org.toguna.test.Broker.send(first);
    Broker.publish(CASES, id, 2, dialogue(id, 2, "meeting", actor));
    await().until(() -> stages(ALICE, actor).equals(List.of("meeting")));

    var where = org.toguna.test.Broker.send(again(first));
    heard();

    assertThat(stages(ALICE, actor)).containsExactly("meeting");
    assertThat(letters(where)).isEmpty();
    rebuild();
    assertThat(stages(ALICE, actor)).containsExactly("meeting");
  }

  /** Compaction keeps what was sent last, be it old: a row that is newer is not thrown away. */
  @Test
  void aRebuildFromATopicThatHoldsAnOlderStateKeepsTheNewer() throws SQLException {
    String actor = actor(ALICE, "person", "GREEN", "Tenace de Bargou");
    String id = UUID.randomUUID().toString();
    Broker.publish(CASES, id, 1, dialogue(id, 1, "trigger", actor));
    await().until(() -> stages(ALICE, actor).equals(List.of("trigger")));
    behindThePolicies("update sibling set version = 7 where id = '" + id + "'");

    rebuild();

    assertThat(stages(ALICE, actor)).containsExactly("trigger");
  }

  @Test
  void whatWasErasedStaysGoneThoughTheTopicForgotTheTombstone() throws SQLException {
    String actor = actor(ALICE, "person", "GREEN", "Oublié de Bargou");
    String id = UUID.randomUUID().toString();
    var state = signed(unsigned(id, 1, dialogue(id, 1, "trigger", actor)), "cases");
    org.toguna.test.Broker.send(state);
    await().until(() -> stages(ALICE, actor).size() == 1);
    Broker.publish(CASES, id, 2, null);
    await().until(() -> stages(ALICE, actor).isEmpty());
    // As a rebuild leaves it once compaction has taken the tombstone, and as a lost table would.
    behindThePolicies("delete from sibling where id = '" + id + "'");

    var where = org.toguna.test.Broker.send(again(state));
    heard();

    assertThat(stages(ALICE, actor)).isEmpty();
    assertThat(letters(where)).isEmpty();
    rebuild();
    assertThat(stages(ALICE, actor)).isEmpty();
  }

  /** A tombstone that came and went while this service was away is not undone by an old event. */
  @Test
  void whatATopicNoLongerHoldsIsRememberedAsErased() throws SQLException {
    String actor = actor(ALICE, "person", "GREEN", "Absent de Bargou");
    String id = UUID.randomUUID().toString();
    var state = signed(unsigned(id, 1, dialogue(id, 1, "trigger", actor)), "cases");
    behindThePolicies(
        "insert into sibling values ('%s', '%s', 'full', 1, false, '{org:ngo-a}', '{}', '{org:ngo-a}', '{org:ngo-a}', '{\"actors\":[]}', 0)"
            .formatted(CASES, id));
    rebuild();

    org.toguna.test.Broker.send(state);
    heard();

    assertThat(stages(ALICE, actor)).isEmpty();
  }

  @Test
  void theStandingOfAnOrganisationIsBelievedFromThisServiceAlone() {
    String member = "org-" + UUID.randomUUID().toString().substring(0, 8);
    String id =
        post(
                OUMOU,
                "organisations",
                "{\"shortName\":\"%s\",\"type\":\"partner\"}".formatted(member))
            .statusCode(201)
            .extract()
            .path("id");
    String suspended =
        """
        {"id":"%s","kind":"organisation","version":9,"marking":{"tlp":"GREEN","owner":"operator"},
         "audience":{"full":["org:operator"],"seen":["org:operator","tlp:green"]},"changed":[],
         "data":{"full":{"shortName":"%s","status":"suspended"},"seen":{}}}"""
            .formatted(id, member);
    for (String speaker : List.of("ingest", "cases")) {
      var where =
          org.toguna.test.Broker.send(
              signed(
                  message(ORGANISATIONS, id, suspended, headers("organisation", id, 9)), speaker));
      await().until(() -> letters(where).size() == 1);
    }
    var unsigned =
        org.toguna.test.Broker.send(
            message(ORGANISATIONS, id, suspended, headers("organisation", id, 9)));
    await().until(() -> letters(unsigned).equals(List.of("not signed")));

    as(Tokens.reader(member)).get("/actors/v1/me").then().statusCode(200);
  }

  @Test
  void whomAnAudienceNamesIsSealedForItsRecordAndTheSharedKey() {
    NamedPersons persons = Arc.container().select(NamedPersons.class).get();
    String actor = actor(ALICE, "person", "GREEN", "Confident de Bargou");
    String id = UUID.randomUUID().toString();
    String alice = "person:ngo-a/" + ALICE.user();
    String sealed = persons.sealed(Set.of(alice), id).iterator().next();
    assertThat(sealed).startsWith("person:~").doesNotContain(ALICE.user());
    assertThat(persons.opened(Set.of(sealed), id)).containsExactly(alice);
    assertThat(persons.sealed(Set.of(alice), UUID.randomUUID().toString()))
        .as("two records do not tell that they name the same")
        .doesNotContain(sealed);
    String audience = "{\"full\":[\"%1$s\"],\"seen\":[\"%1$s\"]}";

    Broker.publish(CASES, id, 1, dialogue(id, 1, "meeting", actor, audience.formatted(sealed)));
    await().until(() -> stages(ALICE, actor).equals(List.of("meeting")));

    for (String person : List.of(alice, persons.sealed(Set.of(alice), "other").iterator().next())) {
      var where =
          org.toguna.test.Broker.send(
              signed(
                  unsigned(id, 2, dialogue(id, 2, "in_force", actor, audience.formatted(person))),
                  "cases"));
      await().until(() -> letters(where).equals(List.of("no audience that can be read")));
    }
  }

  @Test
  void allIsSaidAgainUnderANewKey() throws SQLException {
    String kept = actor(ALICE, "armed_group", "GREEN", "Redite de Bargou");
    String secret = actor(ALICE, "person", "RED", "Redite en secret");
    String erased = actor(ALICE, "person", "GREEN", "Redite effacée");
    as(Given.ADAMA)
        .header("If-Match", "*")
        .delete("/actors/v1/actors/" + erased)
        .then()
        .statusCode(204);
    for (String id : List.of(kept, secret, erased)) {
      await().until(() -> Broker.last("actors.actor", id).isPresent());
    }
    await().until(() -> Broker.last("actors.actor", erased).orElseThrow().value() == null);
    var before = Broker.last("actors.actor", kept).orElseThrow();
    var tombstone = Broker.last("actors.actor", erased).orElseThrow();
    var hidden = Broker.last("actors.actor", secret).orElseThrow();

    behindThePolicies("delete from said_under_key");
    Arc.container().select(SayingAgain.class).get().all();

    for (var old : List.of(before, tombstone, hidden)) {
      await()
          .until(
              () ->
                  Broker.last("actors.actor", old.key()).orElseThrow().timestamp()
                      > old.timestamp());
      var now = Broker.last("actors.actor", old.key()).orElseThrow();
      assertThat(now.value())
          .isEqualTo(
              old.value() == null
                  ? null
                  : old.value().replaceFirst("\"changed\":\\[[^]]*", "\"changed\":["));
      assertThat(now.headers().lastHeader("ce_aggregateversion"))
          .isEqualTo(old.headers().lastHeader("ce_aggregateversion"));
    }
  }
}
