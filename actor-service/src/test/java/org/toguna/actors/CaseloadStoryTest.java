package org.toguna.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.toguna.actors.Given.ALICE;
import static org.toguna.actors.Given.BINTOU;
import static org.toguna.actors.Given.CHAKA;
import static org.toguna.actors.Given.OUMOU;
import static org.toguna.actors.Given.actor;
import static org.toguna.actors.Given.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** An actor's cases come by Kafka, each to those whom its event admits, and go when it is gone. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "actors"))
class CaseloadStoryTest {
  private static final String EVENT =
      """
      {"id":"%s","kind":"case","version":%d,"marking":{"tlp":"GREEN","owner":"ngo-a"},
       "audience":{"full":["org:ngo-a"],"seen":["org:ngo-a","tlp:green"]},"changed":[],
       "data":{"full":{"type":"siege_lifting","stage":"%s","actors":["%s"]},
               "seen":{"type":"siege_lifting"}}}""";

  private static String event(String id, int version, String stage, String actor) {
    return EVENT.formatted(id, version, stage, actor);
  }

  private static List<String> caseload(Tokens who, String actor) {
    return as(who)
        .get("/actors/v1/actors/" + actor + "/cases")
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }

  @Test
  void aCaseStandsInTheCaseloadWithinASecondOfItsEvent() {
    String actor = actor(ALICE, "person", "GREEN", "Médiateur de Bargou");
    String dialogue = UUID.randomUUID().toString();

    Broker.publish("cases.case", dialogue, 1, event(dialogue, 1, "meeting", actor));

    await()
        .atMost(Duration.ofSeconds(1))
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(() -> assertThat(caseload(ALICE, actor)).containsExactly(dialogue));
    as(ALICE)
        .get("/actors/v1/actors/" + actor + "/cases?total=true")
        .then()
        .body("items[0].kind", equalTo("case"))
        .body("items[0].type", equalTo("siege_lifting"))
        .body("items[0].stage", equalTo("meeting"))
        .body("items[0].url", equalTo("/cases/v1/cases/" + dialogue))
        .body("total", equalTo(1));
  }

  @Test
  void whoSeesACaseBlurredDoesNotSeeWhoTakesPartInIt() {
    String actor = actor(ALICE, "person", "GREEN", "Convive de Bargou");
    String dialogue = UUID.randomUUID().toString();
    Broker.publish("cases.case", dialogue, 1, event(dialogue, 1, "meeting", actor));
    await().until(() -> caseload(ALICE, actor).contains(dialogue));

    as(CHAKA)
        .get("/actors/v1/actors/" + actor + "/cases?total=true")
        .then()
        .statusCode(200)
        .body("items", hasSize(0))
        .body("total", equalTo(0));
  }

  @Test
  void lateAndRepeatedEventsChangeNothingAndATombstoneRemovesTheCase() {
    String actor = actor(ALICE, "person", "GREEN", "Passeur de Bargou");
    String dialogue = UUID.randomUUID().toString();
    Broker.publish("cases.case", dialogue, 3, event(dialogue, 3, "in_force", actor));
    Broker.publish("cases.case", dialogue, 3, event(dialogue, 3, "in_force", actor));
    Broker.publish("cases.case", dialogue, 2, event(dialogue, 2, "meeting", actor));
    String mark = UUID.randomUUID().toString();
    Broker.publish("cases.case", mark, 1, event(mark, 1, "trigger", actor));
    await().until(() -> caseload(ALICE, actor).contains(mark));

    as(ALICE)
        .get("/actors/v1/actors/" + actor + "/cases")
        .then()
        .body("items.find { it.id == '" + dialogue + "' }.stage", equalTo("in_force"));

    Broker.publish("cases.case", dialogue, 4, null);
    await().until(() -> !caseload(ALICE, actor).contains(dialogue));
  }

  @Test
  void aCaseThatDropsAnActorLeavesTheirCaseload() {
    String actor = actor(ALICE, "person", "GREEN", "Absent de Bargou");
    String other = actor(ALICE, "person", "GREEN", "Présent de Bargou");
    String dialogue = UUID.randomUUID().toString();
    Broker.publish("cases.case", dialogue, 1, event(dialogue, 1, "meeting", actor));
    await().until(() -> caseload(ALICE, actor).contains(dialogue));

    Broker.publish("cases.case", dialogue, 2, event(dialogue, 2, "meeting", other));

    await().until(() -> caseload(ALICE, other).contains(dialogue));
    assertThat(caseload(ALICE, actor)).isEmpty();
  }

  @Test
  void theCaseloadOfAnActorOneMayNotSeeIsNotThere() {
    String actor = actor(ALICE, "person", "AMBER+STRICT", "Caché de Bargou");

    as(BINTOU).get("/actors/v1/actors/" + actor + "/cases").then().statusCode(404);
  }

  @Test
  void aCaseloadIsReadInPages() {
    String actor = actor(ALICE, "person", "GREEN", "Occupé de Bargou");
    for (int i = 0; i < 3; i++) {
      String id = UUID.randomUUID().toString();
      Broker.publish("cases.case", id, 1, event(id, 1, "meeting", actor));
    }
    await().until(() -> caseload(ALICE, actor).size() == 3);

    String next =
        as(ALICE)
            .get("/actors/v1/actors/" + actor + "/cases?limit=2")
            .then()
            .body("items", hasSize(2))
            .extract()
            .path("next");
    as(ALICE)
        .queryParam("cursor", next)
        .queryParam("limit", 2)
        .get("/actors/v1/actors/" + actor + "/cases")
        .then()
        .body("items", hasSize(1));
  }

  @Test
  void aRebuiltReadModelHashesAsBefore() {
    String actor = actor(ALICE, "person", "GREEN", "Témoin de Bargou");
    String dialogue = UUID.randomUUID().toString();
    Broker.publish("cases.case", dialogue, 1, event(dialogue, 1, "meeting", actor));
    await().until(() -> caseload(ALICE, actor).contains(dialogue));
    String before = hash();

    as(OUMOU)
        .post("/actors/v1/read-models/cases.case/rebuild")
        .then()
        .statusCode(200)
        .body("removed", equalTo(0));

    assertThat(hash()).isEqualTo(before);
    assertThat(caseload(ALICE, actor)).containsExactly(dialogue);
  }

  private static String hash() {
    return as(OUMOU)
        .get("/actors/v1/read-models")
        .then()
        .statusCode(200)
        .extract()
        .path("find { it.topic == 'cases.case' }.hash");
  }

  @Test
  void anEventThatCannotBeReadIsOneDeadLetterAndTheNextIsHeard() {
    String actor = actor(ALICE, "person", "GREEN", "Suivant de Bargou");
    String poisoned = UUID.randomUUID().toString();
    Broker.send(
        "cases.case",
        poisoned,
        "{\"id\":",
        Map.of("ce_type", "org.toguna.case.recorded.v1", "ce_aggregateversion", "1"));
    String dialogue = UUID.randomUUID().toString();
    Broker.publish("cases.case", dialogue, 1, event(dialogue, 1, "meeting", actor));

    await().until(() -> caseload(ALICE, actor).contains(dialogue));
    await()
        .untilAsserted(
            () ->
                as(OUMOU)
                    .get("/actors/v1/dead-letters")
                    .then()
                    .statusCode(200)
                    .body("items.findAll { it.reason == 'not JSON' }", hasSize(1)));
    as(OUMOU)
        .post("/actors/v1/dead-letters/replay")
        .then()
        .statusCode(200)
        .body("replayed", equalTo(0))
        .body("stillUnreadable", greaterThan(0));
    as(ALICE).get("/actors/v1/dead-letters").then().statusCode(403);
    var all = as(OUMOU).get("/actors/v1/dead-letters?limit=1000").jsonPath().getList("items");
    as(OUMOU)
        .get("/actors/v1/dead-letters?limit=" + all.size())
        .then()
        .body("items", hasSize(all.size()))
        .body("more", equalTo(false));
    Broker.send(
        "cases.case",
        UUID.randomUUID().toString(),
        "{\"id\":",
        Map.of("ce_type", "org.toguna.case.recorded.v1", "ce_aggregateversion", "1"));
    await()
        .untilAsserted(
            () ->
                as(OUMOU)
                    .get("/actors/v1/dead-letters?limit=" + all.size())
                    .then()
                    .body("items", hasSize(all.size()))
                    .body("more", equalTo(true)));
  }

  @Test
  void aCaseJustWrittenIsWaitedForByItsPosition() {
    String actor = actor(ALICE, "person", "GREEN", "Attendu de Bargou");
    String dialogue = UUID.randomUUID().toString();
    var positions =
        io.quarkus.arc.Arc.container().select(org.toguna.kit.positions.Positions.class).get();
    String position = positions.token(UUID.fromString(dialogue), 1);
    Broker.publish("cases.case", dialogue, 1, event(dialogue, 1, "meeting", actor));

    as(ALICE)
        .header("Toguna-Position", position)
        .get("/actors/v1/actors/" + actor + "/cases")
        .then()
        .statusCode(200)
        .body("items.id", contains(dialogue));
    as(ALICE)
        .header("Toguna-Position", positions.token(UUID.randomUUID(), 1))
        .get("/actors/v1/actors/" + actor + "/cases")
        .then()
        .statusCode(503)
        .body("type", equalTo("/problems/not-here-yet"));
  }

  @Test
  void aTopicToldAgainInAnyOrderLeavesTheReadModelAsItWas() {
    String actor = actor(ALICE, "person", "GREEN", "Constant de Bargou");
    var told = new ArrayList<Runnable>();
    for (int record = 0; record < 10; record++) {
      String id = UUID.randomUUID().toString();
      for (String stage : List.of("trigger", "meeting", "in_force")) {
        int version = List.of("trigger", "meeting", "in_force").indexOf(stage) + 1;
        told.add(() -> Broker.publish("cases.case", id, version, event(id, version, stage, actor)));
      }
    }
    told.forEach(Runnable::run);
    await().until(() -> stages(actor).equals(Collections.nCopies(10, "in_force")));
    String before = hash();

    for (int seed = 1; seed <= 3; seed++) {
      Collections.shuffle(told, new Random(seed));
      told.forEach(Runnable::run);
    }
    await().until(CaseloadStoryTest::everythingIsHeard);

    assertThat(hash()).isEqualTo(before);
  }

  private static List<String> stages(String actor) {
    return as(ALICE)
        .get("/actors/v1/actors/" + actor + "/cases")
        .then()
        .extract()
        .path("items.stage");
  }

  /** Whether the service has taken everything that lies on the topic. */
  private static boolean everythingIsHeard() {
    return Broker.lag("cases.case") == 0;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "org.toguna.case.recorded.v1 | 1 | [] | not a JSON object",
        "com.example.surprise | 1 | {} | unknown type",
        "org.toguna.case.recorded.v1 | one | {} | aggregateversion is no number",
        "org.toguna.case.recorded.v1 | | {} | no attribute aggregateversion",
        "org.toguna.case.recorded.v1 | 1 | {\"data\":{\"full\":{},\"seen\":{}}} | no audience",
        "org.toguna.case.recorded.v1 | 1 | {\"audience\":{\"full\":[],\"seen\":[]}} | no data"
      })
  void whatNobodyCanReadIsPutAsideWithItsReason(
      String type, @Nullable String version, String value, String reason) {
    long before = deadLetters(reason);

    Broker.send(
        "cases.case",
        UUID.randomUUID().toString(),
        value,
        version == null
            ? Map.of("ce_type", type)
            : Map.of("ce_type", type, "ce_aggregateversion", version));

    await().until(() -> deadLetters(reason) == before + 1);
  }

  private static long deadLetters(String reason) {
    List<String> reasons =
        as(OUMOU)
            .get("/actors/v1/dead-letters?limit=1000")
            .then()
            .statusCode(200)
            .extract()
            .path("items.reason");
    return reasons.stream().filter(reason::equals).count();
  }
}
