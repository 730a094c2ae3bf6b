package org.toguna.cases.crises;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** Crises are recorded, seen by each reader as they may, revised, followed and erased. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class CrisisStoryTest {
  private static final String SIEGE =
      """
      {"type":"siege","status":"open","title":"%s",
       "place":{"asStated":"a village in Koro district"},
       "since":{"edtf":"2021-05-14","asStated":"since mid-May"},
       "cause":"Young men had formed a militia",
       "narrative":"Told by a trader who left at night",
       "states":{"/until":"unknown"}%s}""";

  @Test
  void aSiegeIsItsOwnersUnlessMarkedOtherwise() {
    String id = recorded(siege("Owner only", ""));

    as(Tokens.reader("ngo-a")).get("/cases/v1/crises/{id}", id).then().statusCode(200);
    as(Tokens.reader("ngo-b"))
        .get("/cases/v1/crises/{id}", id)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/not-found"));
    as(Tokens.reader("ngo-b"))
        .get("/cases/v1/crises/{id}", UUID.randomUUID())
        .then()
        .statusCode(404)
        .body("title", equalTo("Not found"));
    given().get("/cases/v1/crises/{id}", id).then().statusCode(401);
  }

  @Test
  void othersWhomTheLevelAdmitsSeeItBlurredAndCannotTellWhatIsWithheld() {
    String id = recorded(siege("Seen roughly", ",\"marking\":{\"tlp\":\"GREEN\"}"));

    as(Tokens.reader("ngo-b"))
        .get("/cases/v1/crises/{id}", id)
        .then()
        .statusCode(200)
        .body("view", equalTo("blurred"))
        .body("type", equalTo("siege"))
        .body("since.from", equalTo("2021-05-01"))
        .body("since.to", equalTo("2021-05-31"))
        .body("since.asStated", nullValue())
        .body("title", nullValue())
        .body("states.'/title'", equalTo("withheld"))
        .body("states.'/cause'", equalTo("withheld"))
        .body("states.'/victims'", equalTo("withheld"))
        .body("marking.sharedWith", nullValue());
    as(Tokens.reader("ngo-b"))
        .queryParam("q", "roughly")
        .get("/cases/v1/crises")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    as(Tokens.reader("ngo-b"))
        .queryParam("from", "2021-05-20")
        .queryParam("to", "2021-05-20")
        .get("/cases/v1/crises")
        .then()
        .body("items.id", hasItem(id));
  }

  @Test
  void aRedCrisisIsForNamedPersonsEvenInsideTheOwner() {
    String id =
        recorded(
            siege(
                "Named only", ",\"marking\":{\"tlp\":\"RED\",\"namedPersons\":[\"ngo-b/dina\"]}"));

    as(Tokens.reviewer("ngo-a")).get("/cases/v1/crises/{id}", id).then().statusCode(200);
    as(Tokens.reader("ngo-a").user("somebody-else"))
        .get("/cases/v1/crises/{id}", id)
        .then()
        .statusCode(404);
    as(Tokens.reader("ngo-b").user("dina"))
        .get("/cases/v1/crises/{id}", id)
        .then()
        .statusCode(200)
        .body("view", equalTo("full"));
    as(Tokens.reader("ngo-b")).get("/cases/v1/crises/{id}", id).then().statusCode(404);
  }

  @Test
  void aRepeatedRequestAnswersForTheSameRecordAndAnotherBodyIsRefused() {
    String key = UUID.randomUUID().toString();
    String body = siege("Once", "");
    var reviewer = Tokens.reviewer("ngo-a");
    String first =
        as(reviewer).header("Idempotency-Key", key).body(body).post("/cases/v1/crises").path("id");
    as(reviewer)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/cases/v1/crises")
        .then()
        .statusCode(201)
        .body("id", equalTo(first));
    as(reviewer)
        .header("Idempotency-Key", key)
        .body(siege("Twice", ""))
        .post("/cases/v1/crises")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/key-reused"));
  }

  @Test
  void aRevisionNeedsTheVersionItWasMadeOnAndTheOldOneStaysReadable() {
    Response recorded = record(siege("Revised", ""));
    String id = recorded.path("id");
    String etag = recorded.header("ETag");
    assertThat(recorded.header("Location")).isEqualTo("/cases/v1/crises/" + id);
    String before = recorded.path("updatedAt");

    patch(id)
        .body("{\"status\":\"lifted\"}")
        .patch("/cases/v1/crises/{id}", id)
        .then()
        .statusCode(428);
    patch(id)
        .header("If-Match", "\"0123456789\"")
        .body("{\"status\":\"lifted\"}")
        .patch("/cases/v1/crises/{id}", id)
        .then()
        .statusCode(412);
    patch(id)
        .header("If-Match", etag)
        .body(
            """
            {"status":"lifted","until":{"edtf":"2021-08","asStated":"last August","basis":"derived"},
             "states":{"/until":null},"why":"A mediator called"}""")
        .patch("/cases/v1/crises/{id}", id)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200)
        .header("ETag", not(equalTo(etag)))
        .body("version", equalTo(2))
        .body("until.to", equalTo("2021-08-31"));
    patch(id)
        .header("If-Match", etag)
        .body("{\"status\":\"open\"}")
        .patch("/cases/v1/crises/{id}", id)
        .then()
        .statusCode(412);
    as(Tokens.reader("ngo-a"))
        .get("/cases/v1/crises/{id}/history", id)
        .then()
        .statusCode(200)
        .body("version", contains(1, 2))
        .body("[1].why", equalTo("A mediator called"))
        .body("[1].changed", hasItem("/status"));
    as(Tokens.reader("ngo-a"))
        .queryParam("asOf", before)
        .get("/cases/v1/crises/{id}", id)
        .then()
        .statusCode(200)
        .body("status", equalTo("open"))
        .body("version", equalTo(1));
  }

  @Test
  void whatABlurredReaderIsNotShownDoesNotChangeTheirVersion() {
    Response recorded = record(siege("Quiet change", ",\"marking\":{\"tlp\":\"GREEN\"}"));
    String id = recorded.path("id");
    String blurred = as(Tokens.reader("ngo-b")).get("/cases/v1/crises/{id}", id).header("ETag");

    patch(id)
        .header("If-Match", recorded.header("ETag"))
        .body("{\"cause\":\"Another reason\"}")
        .patch("/cases/v1/crises/{id}", id)
        .then()
        .statusCode(200);

    as(Tokens.reader("ngo-b"))
        .get("/cases/v1/crises/{id}", id)
        .then()
        .header("ETag", equalTo(blurred))
        .body("version", equalTo(1));
    as(Tokens.reader("ngo-b"))
        .header("If-None-Match", blurred)
        .get("/cases/v1/crises/{id}", id)
        .then()
        .statusCode(304);
    as(Tokens.reader("ngo-b"))
        .get("/cases/v1/crises/{id}/history", id)
        .then()
        .body("version", contains(1))
        .body("[0].person", nullValue());
  }

  @Test
  void onlyTheOwnerRevisesAndTheOrderOfChecksTellsNothing() {
    Response recorded = record(siege("Theirs", ",\"marking\":{\"tlp\":\"GREEN\"}"));
    String green = recorded.path("id");
    String hidden = recorded(siege("Hidden", ""));
    var other = Tokens.reviewer("ngo-b");

    for (String id : List.of(hidden, UUID.randomUUID().toString())) {
      as(other)
          .contentType("application/merge-patch+json")
          .body("{\"status\":\"lifted\"}")
          .patch("/cases/v1/crises/{id}", id)
          .then()
          .statusCode(404);
    }
    String etag = as(other).get("/cases/v1/crises/{id}", green).header("ETag");
    as(other)
        .contentType("application/merge-patch+json")
        .header("If-Match", etag)
        .body("{\"status\":\"lifted\"}")
        .patch("/cases/v1/crises/{id}", green)
        .then()
        .statusCode(403);
    as(Tokens.reader("ngo-a"))
        .body(siege("No", ""))
        .post("/cases/v1/crises")
        .then()
        .statusCode(403);
  }

  @Test
  void listsPageWithoutCliffAndCursorsAreTheirReadersOwn() {
    String word = "paging" + UUID.randomUUID().toString().substring(0, 8);
    for (int i = 0; i < 5; i++) {
      recorded(siege(word, ""));
    }
    Response first =
        as(Tokens.reader("ngo-a"))
            .queryParam("q", word)
            .queryParam("limit", 2)
            .queryParam("total", true)
            .get("/cases/v1/crises");
    first.then().statusCode(200).body("items", hasSize(2)).body("total", equalTo(5));
    assertThat(first.header("Link")).contains("rel=\"next\"");
    String cursor = first.path("next");
    Response second = page(word, cursor);
    second.then().body("items", hasSize(2));
    Response third = page(word, second.path("next"));
    third.then().body("items", hasSize(1)).body("next", nullValue());
    as(Tokens.reader("ngo-b"))
        .queryParam("q", word)
        .queryParam("limit", 2)
        .queryParam("cursor", cursor)
        .get("/cases/v1/crises")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/bad-cursor"));
    as(Tokens.reader("ngo-a"))
        .queryParam("limit", 1001)
        .get("/cases/v1/crises")
        .then()
        .statusCode(400);
    as(Tokens.reader("ngo-a"))
        .queryParam("stauts", "open")
        .get("/cases/v1/crises")
        .then()
        .statusCode(400)
        .body("detail", containsString("status"));
  }

  private static Response page(String word, String cursor) {
    return as(Tokens.reader("ngo-a"))
        .queryParam("q", word)
        .queryParam("limit", 2)
        .queryParam("cursor", cursor)
        .get("/cases/v1/crises");
  }

  @Test
  void whoFollowsTheChangesIsToldWhenARecordLeavesTheirSight() {
    String start =
        as(Tokens.reader("ngo-b")).queryParam("limit", 1000).get("/cases/v1/changes").path("next");
    Response recorded = record(siege("Followed", ",\"marking\":{\"tlp\":\"GREEN\"}"));
    String id = recorded.path("id");
    String hidden = recorded(siege("Never theirs", ""));

    Response seen = changesOf(id, start);
    seen.then()
        .body("changes.find { it.id == '%s' }.record.view".formatted(id), equalTo("blurred"))
        .body("changes.id", not(hasItem(hidden)));

    patch(id)
        .header("If-Match", recorded.header("ETag"))
        .body("{\"marking\":{\"tlp\":\"AMBER+STRICT\"}}")
        .patch("/cases/v1/crises/{id}", id)
        .then()
        .statusCode(200);
    changesOf(id, seen.path("next"))
        .then()
        .body("changes.find { it.id == '%s' }.gone".formatted(id), equalTo(true))
        .body("changes.find { it.id == '%s' }.record".formatted(id), nullValue());
  }

  private static Response changesOf(String id, String since) {
    return await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                as(Tokens.reader("ngo-b"))
                    .queryParam("since", since)
                    .queryParam("limit", 1000)
                    .get("/cases/v1/changes"),
            answer -> answer.jsonPath().getList("changes.id").contains(id));
  }

  @Test
  void anErasedCrisisIsGoneForEverybody() {
    Response recorded = record(siege("Erased", ""));
    String id = recorded.path("id");
    as(Tokens.reviewer("ngo-a"))
        .header("If-Match", recorded.header("ETag"))
        .delete("/cases/v1/crises/{id}", id)
        .then()
        .statusCode(403);
    as(Tokens.protectionOfficer("ngo-a"))
        .header("If-Match", recorded.header("ETag"))
        .delete("/cases/v1/crises/{id}", id)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(204);
    as(Tokens.reviewer("ngo-a")).get("/cases/v1/crises/{id}", id).then().statusCode(404);
    as(Tokens.reviewer("ngo-a")).get("/cases/v1/crises/{id}/history", id).then().statusCode(404);
  }

  @Test
  void badInputIsRefusedWithPointerAndRemedyAndNothingIsWritten() {
    refused("{\"type\":\"siege\"", 400, "malformed-json");
    refused("{\"type\":\"siege\",\"stauts\":\"open\"}", 400, "unknown-member");
    flawed("\"since\":{\"edtf\":\"2021-02-30\"}", "/since/edtf");
    flawed("\"since\":{\"edtf\":\"2021-09\"},\"until\":{\"edtf\":\"2021-08\"}", "/until");
    flawed("\"place\":{\"asStated\":\"x\",\"lat\":91.0,\"lon\":0}", "/place/lat");
    flawed("\"place\":{\"id\":\"ML9999999\"}", "/place/id");
    flawed("\"by\":[{\"actor\":\"%s\"}]".formatted(UUID.randomUUID()), "/by/0/actor");
    flawed("\"marking\":{\"owner\":\"ngo-b\"}", "/marking/owner");
    flawed("\"states\":{\"/type\":\"unknown\"}", "/states/~1type");
    as(Tokens.reviewer("ngo-a"))
        .contentType("text/plain")
        .body("siege")
        .post("/cases/v1/crises")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
  }

  private static void refused(String body, int status, String type) {
    as(Tokens.reviewer("ngo-a"))
        .body(body)
        .post("/cases/v1/crises")
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/" + type))
        .body("detail", notNullValue());
  }

  private static void flawed(String members, String pointer) {
    as(Tokens.reviewer("ngo-a"))
        .body("{\"type\":\"siege\",\"status\":\"lifted\"," + members + "}")
        .post("/cases/v1/crises")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(422)
        .body("type", equalTo("/problems/invalid"))
        .body("errors.pointer", hasItem(pointer));
  }

  private static String siege(String title, String more) {
    return SIEGE.formatted(title, more);
  }

  private static Response record(String body) {
    Response response = as(Tokens.reviewer("ngo-a")).body(body).post("/cases/v1/crises");
    response.then().log().ifValidationFails().statusCode(201);
    return response;
  }

  private static String recorded(String body) {
    return record(body).path("id");
  }

  private static RequestSpecification patch(String id) {
    return as(Tokens.reviewer("ngo-a")).contentType("application/merge-patch+json");
  }

  private static RequestSpecification as(Tokens token) {
    return given().auth().oauth2(token.token()).contentType(ContentType.JSON);
  }
}
