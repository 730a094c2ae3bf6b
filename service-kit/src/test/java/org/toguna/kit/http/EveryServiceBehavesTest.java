package org.toguna.kit.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.toguna.kit.positions.Positions;
import org.toguna.kit.testapp.Shelf;
import org.toguna.kit.testapp.Tokens;

@QuarkusTest
@QuarkusTestResource(Tokens.class)
class EveryServiceBehavesTest {

  private static final String HUT = "/huts/v1/huts/0c9d7f5e-8f37-4e8c-9a3e-2f3b1d0c7a11";
  private static final String PATCH = MergePatch.MEDIA_TYPE;

  @Test
  void whoAmISaysRolesWithAllTheyImply() {
    as("reviewer")
        .get("/huts/v1/me")
        .then()
        .statusCode(200)
        .body("person", equalTo("ngo-a/alice"))
        .body("organisation", equalTo("ngo-a"))
        .body("roles", equalTo(List.of("reader", "contributor", "reviewer")))
        .body("clearance", equalTo("GREEN"))
        .body("limits.pageMaximum", equalTo(1000));
  }

  @Test
  void anAnswerAlreadyReadIsNotSentAgain() {
    var tag = as("reader").get(HUT).then().statusCode(200).extract().header("ETag");
    as("reader").header("If-None-Match", tag).get(HUT).then().statusCode(304).body(equalTo(""));
    as("reader").header("If-None-Match", "\"other\"").get(HUT).then().statusCode(200);
  }

  @Test
  void aMarkedAnswerStaysOutOfEveryCache() {
    as("reader")
        .get(HUT)
        .then()
        .header("Cache-Control", "private, no-store")
        .header("Vary", containsString("Authorization"))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", containsString("default-src 'none'"));
  }

  @Test
  void aChangeMustSayOfWhichVersion() {
    var change = as("reader").contentType(PATCH).body("{}");
    change.patch(HUT).then().statusCode(428);
    as("reader")
        .contentType(PATCH)
        .body("{}")
        .header("If-Match", "\"full-2\"")
        .patch(HUT)
        .then()
        .statusCode(412);
  }

  @Test
  void aPatchChangesWhatItNamesAndRemovesWhatItNulls() {
    as("reader")
        .contentType(PATCH)
        .header("If-Match", "\"full-3\"")
        .body("{\"village\":\"Banani\",\"builtOn\":null}")
        .patch(HUT)
        .then()
        .statusCode(200)
        .body("village", equalTo("Banani"))
        .body("builtOn", nullValue());
  }

  @Test
  void aPatchThatDoesNotFitIsRefusedWithItsPointer() {
    as("reader")
        .contentType(PATCH)
        .header("If-Match", "\"full-3\"")
        .body("{\"posts\":[{\"wood\":\"a\",\"height\":\"tall\"}]}")
        .patch(HUT)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/posts/0/height"));
  }

  @Test
  void pagesFollowEachOtherToTheEnd() {
    var first = as("reader").get("/huts/v1/huts?limit=2").then().statusCode(200).extract();
    assertThat(first.header("Link")).matches("</huts/v1/huts\\?limit=2&cursor=.+>; rel=\"next\"");
    var second = as("reader").get("/huts/v1/huts?limit=2&cursor=" + first.path("next"));
    second.then().statusCode(200).body("items", equalTo(List.of("Dama", "Hogon")));
    as("reader")
        .get("/huts/v1/huts?limit=2&cursor=" + second.path("next"))
        .then()
        .body("items", equalTo(List.of("Nommo")))
        .body("next", nullValue())
        .header("Link", nullValue());
  }

  @Test
  void whatAScriptLeftEmptyNamesNothingAndNotEverything() {
    as("reader")
        .get("/huts/v1/huts?height=")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/bad-parameter"))
        .body("detail", containsString("\"height\" is empty"));
    as("reader").get("/huts/v1/huts/").then().statusCode(404);
  }

  @Test
  void aCursorServesOnlyItsOwnReaderAndFilters() {
    String next = as("reader").get("/huts/v1/huts?limit=2").path("next");
    as("reader")
        .get("/huts/v1/huts?height=3&limit=2&cursor=" + next)
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/bad-cursor"));
    given()
        .auth()
        .oauth2(Tokens.of("ngo-b", "bob", "reader"))
        .get("/huts/v1/huts?limit=2&cursor=" + next)
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/bad-cursor"));
  }

  @Test
  void eachAnswerNamesTheRequestItBelongsTo() {
    given().header("X-Request-Id", "abc-1").get("/problems").then().header("X-Request-Id", "abc-1");
    given()
        .header("X-Request-Id", "no good")
        .get("/problems")
        .then()
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    given()
        .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
        .get("/problems")
        .then()
        .header("X-Request-Id", "0af7651916cd43dd8448eb211c80319c");
  }

  @Test
  void everyProblemHasAPageForPeopleAndForPrograms() {
    given()
        .accept("text/html")
        .header("Accept-Language", "fr")
        .get("/problems/stale-version")
        .then()
        .statusCode(200)
        .contentType("text/html")
        .body(containsString("Version périmée"));
    given()
        .accept("application/json")
        .get("/problems/stale-version")
        .then()
        .statusCode(200)
        .body("status", equalTo(412))
        .body("remedy", containsString("ETag"));
    given().accept("application/json").get("/problems").then().statusCode(200);
    given().get("/problems/unheard-of").then().statusCode(404);
  }

  @Test
  void codeListsSpeakTheLanguageOfWhoeverAsks() {
    given()
        .header("Accept-Language", "fr")
        .get("/huts/v1/codelists/wood")
        .then()
        .statusCode(200)
        .body("label", equalTo("Essence"))
        .body("entries[0].label", equalTo("Tamarinier"))
        .body("entries[0].crosswalk.trees", equalTo("T1"))
        .body("entries[1].broader", equalTo("tamarind"));
    var all = given().get("/huts/v1/codelists").then().statusCode(200).body("", hasSize(1));
    given()
        .header("If-None-Match", all.extract().header("ETag"))
        .get("/huts/v1/codelists")
        .then()
        .statusCode(304);
    given().get("/huts/v1/codelists/stone").then().statusCode(404);
  }

  @Test
  void aReaderWaitsForWhatTheyHaveJustWritten() {
    var positions = new Positions(new byte[32]);
    as("reader")
        .header("Toguna-Position", positions.token(Shelf.HELD, 7))
        .get(HUT)
        .then()
        .statusCode(200);
    as("reader")
        .header("Toguna-Position", positions.token(Shelf.HELD, 8))
        .get(HUT)
        .then()
        .statusCode(503)
        .header("Retry-After", "1")
        .body("type", equalTo("/problems/not-here-yet"));
    var foreignKey = new byte[32];
    foreignKey[0] = 1;
    var forged = new Positions(foreignKey).token(Shelf.HELD, 1);
    as("reader")
        .header("Toguna-Position", forged)
        .get(HUT)
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/bad-position"));
  }

  @Test
  void theContractIsStoredWithTheFailuresOfEveryOperation() throws IOException {
    var stored = Files.readString(Path.of("target/openapi/openapi.yaml"));
    assertThat(stored)
        .contains("/huts/v1/huts/{id}:", "#/components/responses/Problem428", "bearerFormat");
  }

  private static RequestSpecification as(String role) {
    return given().auth().oauth2(Tokens.of("ngo-a", "alice", role));
  }
}
