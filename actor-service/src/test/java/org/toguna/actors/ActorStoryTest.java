package org.toguna.actors;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.toguna.actors.Given.ADAMA;
import static org.toguna.actors.Given.ALICE;
import static org.toguna.actors.Given.BINTOU;
import static org.toguna.actors.Given.CHAKA;
import static org.toguna.actors.Given.actor;
import static org.toguna.actors.Given.as;
import static org.toguna.actors.Given.name;
import static org.toguna.actors.Given.post;
import static org.toguna.actors.Given.tlp;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Spellings;

@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "actors"))
class ActorStoryTest {

  @Test
  void anActorIsRecordedWithItsNamesInSeveralLanguagesAndFoundByEach() {
    String id =
        post(
                ALICE,
                "actors",
                actor(
                    "armed_group",
                    tlp("GREEN"),
                    name("Katiba de l’Épine", "fr", "main"),
                    name("Thorn Katiba", "en", "main"),
                    name("كتيبة الشوك", "ar", "transliteration")))
            .statusCode(201)
            .header("ETag", notNullValue())
            .header("Toguna-Position", notNullValue())
            .body("view", equalTo("full"))
            .body("marking.owner", equalTo("ngo-a"))
            .body("names.text", hasItems("Katiba de l’Épine", "كتيبة الشوك"))
            .extract()
            .path("id");

    for (String words : new String[] {"epine", "thorn", "الشوك"}) {
      as(CHAKA)
          .queryParam("q", words)
          .get("/actors/v1/actors")
          .then()
          .statusCode(200)
          .body("items.id", hasItem(id));
    }
  }

  @Test
  void twoActorsMayHaveTheSameNameAndStayTwo() {
    String one = actor(ALICE, "person", "GREEN", "Amadou Sidibeya");
    String other = actor(BINTOU, "person", "GREEN", "Amadou Sidibeya");

    as(CHAKA)
        .queryParam("q", "sidibeya")
        .queryParam("total", true)
        .get("/actors/v1/actors")
        .then()
        .body("items.id", hasItems(one, other))
        .body("total", equalTo(2));
  }

  @Test
  void aRepeatedPostWithItsKeyAnswersForTheSameActor() {
    String body = actor("militia", tlp("GREEN"), name("Veille du puits", "fr", "main"));
    String first =
        as(ALICE)
            .header("Idempotency-Key", "watch-1")
            .body(body)
            .post("/actors/v1/actors")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    as(ALICE)
        .header("Idempotency-Key", "watch-1")
        .body(body)
        .post("/actors/v1/actors")
        .then()
        .statusCode(201)
        .body("id", equalTo(first));
    as(ALICE)
        .header("Idempotency-Key", "watch-1")
        .body(actor("militia", tlp("GREEN"), name("Une autre", "fr", "main")))
        .post("/actors/v1/actors")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/key-reused"));
  }

  @Test
  void aboveGreenOthersLearnWhatKindOfActorItIsAndNoName() {
    String id =
        post(
                ALICE,
                "actors",
                actor("armed_group", tlp("AMBER"), name("Bande de Zorokoro", "fr", "main")))
            .statusCode(201)
            .extract()
            .path("id");

    as(BINTOU)
        .get("/actors/v1/actors/" + id)
        .then()
        .statusCode(200)
        .body("view", equalTo("blurred"))
        .body("type", equalTo("armed_group"))
        .body("names", nullValue())
        .body("states.'/names'", equalTo("withheld"));
    as(BINTOU)
        .queryParam("q", "zorokoro")
        .get("/actors/v1/actors")
        .then()
        .body("items", hasSize(0));
    as(BINTOU)
        .queryParam("marking", "AMBER")
        .get("/actors/v1/actors")
        .then()
        .body("items.id", hasItem(id));
    as(CHAKA).get("/actors/v1/actors/" + id).then().statusCode(404);
  }

  @Test
  void whoMayNotSeeAnActorFindsNoTraceOfItAnywhere() {
    String id = actor(ALICE, "person", "AMBER+STRICT", "Bokary Nyangaly");
    String absent = "00000000-0000-4000-8000-000000000000";
    as(ALICE).get("/actors/v1/actors/" + id).then().statusCode(200);

    for (String path : new String[] {"", "/history", "/relations", "/cases"}) {
      String there =
          as(BINTOU)
              .get("/actors/v1/actors/" + id + path)
              .then()
              .statusCode(404)
              .extract()
              .asString();
      String nowhere =
          as(BINTOU)
              .get("/actors/v1/actors/" + absent + path)
              .then()
              .statusCode(404)
              .extract()
              .asString();
      org.assertj.core.api.Assertions.assertThat(there.replace(id, "-"))
          .isEqualTo(nowhere.replace(absent, "-"));
    }
    as(BINTOU)
        .queryParam("q", "nyangaly")
        .queryParam("total", true)
        .get("/actors/v1/actors")
        .then()
        .body("items", hasSize(0))
        .body("total", equalTo(0));
    as(BINTOU).get("/actors/v1/dictionary?limit=1000").then().body("items.id", not(hasItem(id)));
    as(BINTOU).get("/actors/v1/changes?limit=1000").then().body("changes.id", not(hasItem(id)));
    as(ALICE).get("/actors/v1/changes?limit=1000").then().body("changes.id", hasItem(id));
    as(BINTOU)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body("{\"type\":\"militia\"}")
        .patch("/actors/v1/actors/" + id)
        .then()
        .statusCode(404);
  }

  @Test
  void anActorIsRevisedOnTheVersionThatWasReadAndItsHistoryKept() {
    String id = actor(ALICE, "militia", "GREEN", "Garde de Tolo");
    String etag = as(ALICE).get("/actors/v1/actors/" + id).then().extract().header("ETag");

    as(ALICE)
        .contentType("application/merge-patch+json")
        .body("{\"type\":\"self_defence\"}")
        .patch("/actors/v1/actors/" + id)
        .then()
        .statusCode(428);
    as(ALICE)
        .header("If-Match", etag)
        .contentType("application/merge-patch+json")
        .body("{\"type\":\"self_defence\",\"why\":\"The villagers raised it.\"}")
        .patch("/actors/v1/actors/" + id)
        .then()
        .statusCode(200)
        .body("version", equalTo(2))
        .body("type", equalTo("self_defence"));
    as(ALICE)
        .header("If-Match", etag)
        .contentType("application/merge-patch+json")
        .body("{\"type\":\"militia\"}")
        .patch("/actors/v1/actors/" + id)
        .then()
        .statusCode(412);
    as(ALICE)
        .get("/actors/v1/actors/" + id + "/history")
        .then()
        .statusCode(200)
        .body("version", equalTo(java.util.List.of(1, 2)))
        .body("why[1]", equalTo("The villagers raised it."));
    as(BINTOU)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body("{\"type\":\"militia\"}")
        .patch("/actors/v1/actors/" + id)
        .then()
        .statusCode(403);
  }

  @Test
  void anErasedActorIsGoneForItsOwnerToo() {
    String id = actor(ALICE, "person", "AMBER+STRICT", "Seydou Oublié");

    as(ADAMA).header("If-Match", "*").delete("/actors/v1/actors/" + id).then().statusCode(204);

    as(ALICE).get("/actors/v1/actors/" + id).then().statusCode(404);
    as(ALICE).get("/actors/v1/actors/" + id + "/history").then().statusCode(404);
  }

  @Test
  void theDictionaryHoldsTheNamesThatTheCallerMaySeeAndIsNotSentTwice() {
    String open = actor(ALICE, "militia", "GREEN", "Chasseurs du lexique");
    String closed = actor(ALICE, "militia", "AMBER", "Veilleurs du lexique");

    var answer =
        as(BINTOU)
            .get("/actors/v1/dictionary?limit=1000")
            .then()
            .statusCode(200)
            .body("items.id", hasItem(open))
            .body("items.id", not(hasItem(closed)))
            .body("items.names.flatten().text", hasItem("Chasseurs du lexique"))
            .extract();
    as(ALICE)
        .get("/actors/v1/dictionary?limit=1000")
        .then()
        .body("items.find { it.id == '" + closed + "' }.tlp", equalTo("AMBER"));
    as(BINTOU)
        .header("If-None-Match", answer.header("ETag"))
        .get("/actors/v1/dictionary?limit=1000")
        .then()
        .statusCode(304);
  }

  @Test
  void anActorIsReadAsTheRegistryHeldItThen() {
    String id = actor(ALICE, "militia", "GREEN", "Garde d’avant");
    String recorded = as(ALICE).get("/actors/v1/actors/" + id).then().extract().path("updatedAt");
    as(ALICE)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body("{\"type\":\"self_defence\"}")
        .patch("/actors/v1/actors/" + id)
        .then()
        .statusCode(200);

    as(ALICE)
        .queryParam("asOf", recorded)
        .get("/actors/v1/actors/" + id)
        .then()
        .statusCode(200)
        .body("type", equalTo("militia"));
    as(ALICE)
        .queryParam("asOf", "2020-01-01T00:00:00Z")
        .get("/actors/v1/actors/" + id)
        .then()
        .statusCode(404);
  }

  @Test
  void aRedActorIsSeenByThePersonsNamedAndByNobodyElseOfTheOwner() {
    String id = actor(ALICE, "person", "RED", "Source de Dourou");

    as(ALICE)
        .get("/actors/v1/actors/" + id)
        .then()
        .statusCode(200)
        .body("marking.namedPersons", equalTo(java.util.List.of("ngo-a/alice")));
    as(org.toguna.test.Tokens.reviewer("ngo-a").user("amidou").cleared("RED"))
        .get("/actors/v1/actors/" + id)
        .then()
        .statusCode(404);
    as(BINTOU).get("/actors/v1/actors/" + id).then().statusCode(404);
  }

  @Test
  void whoFollowsTheChangesIsToldThatAnActorLeftTheirSight() {
    String id = actor(ALICE, "militia", "GREEN", "Garde qui se cache");
    String cursor = "";
    boolean more = true;
    while (more) {
      var page =
          (cursor.isEmpty() ? as(CHAKA) : as(CHAKA).queryParam("since", cursor))
              .queryParam("limit", 1000)
              .get("/actors/v1/changes")
              .then()
              .statusCode(200)
              .extract();
      cursor = page.path("next");
      more = page.path("more");
    }
    as(ALICE)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body("{\"marking\":{\"tlp\":\"AMBER+STRICT\"}}")
        .patch("/actors/v1/actors/" + id)
        .then()
        .statusCode(200);

    String since = cursor;
    await()
        .untilAsserted(
            () ->
                as(CHAKA)
                    .queryParam("since", since)
                    .get("/actors/v1/changes")
                    .then()
                    .body("changes.id", hasItem(id))
                    .body("changes.find { it.id == '" + id + "' }.record", nullValue()));
  }

  /** Where one word finds a village, it finds an actor. */
  @Test
  void anActorIsFoundByEverySpellingOfItsName() {
    var random = new Random(29);
    for (String name :
        List.of("أحمد آسفي", "Hélène Ouédraogo", "Fakɔrɔba Kɔnɛ", "Jama'at al-Waha")) {
      String id =
          post(ALICE, "actors", actor("armed_group", tlp("GREEN"), name(name, "fr", "main")))
              .statusCode(201)
              .extract()
              .path("id");
      var asked =
          Stream.concat(
              Stream.of(
                  name,
                  name.replace('أ', 'ا').replace('آ', 'ا'),
                  name.replace(' ', '\u00A0'),
                  name.replace(' ', '-')),
              Stream.generate(() -> Spellings.of(name, random)).limit(10));
      asked.forEach(
          words ->
              as(ALICE)
                  .queryParam("q", words)
                  .get("/actors/v1/actors")
                  .then()
                  .statusCode(200)
                  .body("items.id", hasItem(id)));
    }
  }
}
