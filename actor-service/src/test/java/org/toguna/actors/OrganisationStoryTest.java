package org.toguna.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.toguna.actors.Given.ALICE;
import static org.toguna.actors.Given.CHAKA;
import static org.toguna.actors.Given.OUMOU;
import static org.toguna.actors.Given.actor;
import static org.toguna.actors.Given.as;
import static org.toguna.actors.Given.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** Organisations are let in, suspended, readmitted and closed by operators alone. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "actors"))
class OrganisationStoryTest {

  private static void registered(String shortName) {
    post(
            OUMOU,
            "organisations",
            "{\"shortName\":\"%s\",\"type\":\"partner\",\"name\":{\"en\":\"Sahel Bridges\"}}"
                .formatted(shortName))
        .statusCode(201)
        .body("status", equalTo("active"));
  }

  private static void standsWithin(Tokens member, int status) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> as(member).get("/actors/v1/me").then().statusCode(status));
  }

  @Test
  void everybodySignedInKnowsWhoTakesPartAndAShortNameIsTakenOnce() {
    registered("org-known");

    as(CHAKA)
        .get("/actors/v1/organisations/org-known")
        .then()
        .statusCode(200)
        .body("shortName", equalTo("org-known"))
        .body("name.en", equalTo("Sahel Bridges"));
    post(OUMOU, "organisations", "{\"shortName\":\"org-known\",\"type\":\"partner\"}")
        .statusCode(409)
        .body("type", equalTo("/problems/conflict"));
    as(CHAKA)
        .get("/actors/v1/organisations?limit=1000")
        .then()
        .body("items.findAll { it.shortName == 'org-known' }", hasSize(1));
    post(OUMOU, "organisations", "{\"shortName\":\"Org Known\",\"type\":\"club\"}")
        .statusCode(422)
        .body("errors.pointer", hasItem("/shortName"))
        .body("errors.pointer", hasItem("/type"));
    post(ALICE, "organisations", "{\"shortName\":\"org-alices\",\"type\":\"partner\"}")
        .statusCode(403);
    as(CHAKA).get("/actors/v1/organisations/org-nowhere").then().statusCode(404);
  }

  @Test
  void nothingOfASuspendedOrganisationIsAnsweredUntilItIsReadmitted() {
    registered("org-lost");
    Tokens member = Tokens.reviewer("org-lost").user("lalla");
    standsWithin(member, 200);

    as(OUMOU)
        .body("{\"reason\":\"A laptop was lost\"}")
        .put("/actors/v1/organisations/org-lost/suspension")
        .then()
        .statusCode(428);
    as(OUMOU)
        .header("If-Match", "*")
        .body("{\"reason\":\"A laptop was lost\"}")
        .put("/actors/v1/organisations/org-lost/suspension")
        .then()
        .statusCode(200)
        .body("status", equalTo("suspended"));

    standsWithin(member, 403);
    as(member)
        .get("/actors/v1/actors")
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/organisation-suspended"));
    as(CHAKA)
        .get("/actors/v1/organisations/org-lost")
        .then()
        .body("status", equalTo("suspended"))
        .body("reason", nullValue());

    as(OUMOU)
        .header("If-Match", "*")
        .delete("/actors/v1/organisations/org-lost/suspension")
        .then()
        .statusCode(200);
    standsWithin(member, 200);
  }

  @Test
  void aClosedOrganisationStaysClosed() {
    registered("org-ended");

    as(OUMOU)
        .header("If-Match", "*")
        .body("{\"reason\":\"It was dissolved\"}")
        .put("/actors/v1/organisations/org-ended/closure")
        .then()
        .statusCode(200);

    as(OUMOU)
        .header("If-Match", "*")
        .delete("/actors/v1/organisations/org-ended/suspension")
        .then()
        .statusCode(409);
    standsWithin(Tokens.reader("org-ended"), 403);
  }

  @Test
  void whatAnOrganisationReadOfOthersIsOnRecord() {
    Tokens borrower = Tokens.reader("org-borrower").user("bouba").cleared("AMBER");
    String read = actor(ALICE, "armed_group", "AMBER", "Bande lue");
    String unread = actor(ALICE, "armed_group", "AMBER", "Bande non lue");
    as(borrower).get("/actors/v1/actors/" + read).then().statusCode(200);
    as(borrower).get("/actors/v1/actors/" + read).then().statusCode(200);

    as(Tokens.administrator("ngo-a"))
        .get("/actors/v1/organisations/org-borrower/given")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(read))
        .body("items.id", not(hasItem(unread)))
        .body("items[0].times", equalTo(2))
        .body("kinds[0].kind", equalTo("actor"))
        .body("kinds[0].records", equalTo(1));
    as(Tokens.protectionOfficer("ngo-b"))
        .get("/actors/v1/organisations/org-borrower/given")
        .then()
        .statusCode(200)
        .body("items", hasSize(0))
        .body("kinds", hasSize(0));
    as(Tokens.protectionOfficer("ngo-a"))
        .get("/actors/v1/organisations/org-borrower/given")
        .then()
        .body("items.id", hasItem(read));
    as(ALICE).get("/actors/v1/organisations/org-borrower/given").then().statusCode(403);
  }

  @Test
  void nobodyOfAPartnerRunsTheRegistry() {
    registered("org-run");
    Tokens everything =
        Tokens.reviewer("ngo-b")
            .withRoles("reviewer", "protection-officer", "administrator", "operator");
    String organisation = "/actors/v1/organisations/org-run";
    String why = "{\"reason\":\"Rivals\"}";
    for (Tokens who : java.util.List.of(everything, Tokens.as("operator", "ngo-b"))) {
      post(who, "organisations", "{\"shortName\":\"org-mine\",\"type\":\"partner\"}")
          .statusCode(403);
      as(who)
          .header("If-Match", "*")
          .body(why)
          .put(organisation + "/suspension")
          .then()
          .statusCode(403);
      as(who)
          .header("If-Match", "*")
          .body(why)
          .put(organisation + "/closure")
          .then()
          .statusCode(403);
      as(who).header("If-Match", "*").delete(organisation + "/suspension").then().statusCode(403);
      as(who).get("/actors/v1/read-models").then().statusCode(403);
      as(who).post("/actors/v1/read-models/cases.crisis/rebuild").then().statusCode(403);
      as(who).get("/actors/v1/dead-letters").then().statusCode(403);
      as(who).post("/actors/v1/dead-letters/replay").then().statusCode(403);
      as(who).get("/actors/q/metrics").then().statusCode(403);
    }
    as(OUMOU).get("/actors/v1/read-models").then().statusCode(200);
    as(OUMOU).get("/actors/v1/dead-letters").then().statusCode(200);
    as(OUMOU).get("/actors/q/metrics").then().statusCode(200);
    as(OUMOU.withRoles("reviewer", "administrator", "protection-officer"))
        .get("/actors/v1/organisations")
        .then()
        .statusCode(403);
    post(OUMOU, "organisations", "{\"shortName\":\"anyone\",\"type\":\"partner\"}").statusCode(422);
  }

  @Test
  void howMuchAllOfThemReadAndWriteIsForTheOperator() {
    as(Tokens.protectionOfficer("ngo-a"))
        .get("/actors/v1/audit/verification")
        .then()
        .statusCode(200)
        .body("whole", equalTo(true))
        .body("entries", nullValue())
        .body("seals", nullValue())
        .body("unsealed", nullValue());
    as(OUMOU)
        .get("/actors/v1/audit/verification")
        .then()
        .statusCode(200)
        .body("seals", notNullValue());
    as(Tokens.administrator("ngo-a")).get("/actors/v1/audit/verification").then().statusCode(403);
  }

  @Test
  void anOpenStreamOfASuspendedOrganisationEnds() throws Exception {
    registered("org-streaming");
    Tokens member = Tokens.reader("org-streaming").user("salif");
    standsWithin(member, 200);
    var request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + "/actors/v1/changes/stream"))
            .header("Authorization", "Bearer " + member.token())
            .header("Accept", "text/event-stream")
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      var stream = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      assertThat(stream.statusCode()).isEqualTo(200);
      var ended = CompletableFuture.supplyAsync(() -> drained(stream.body()));

      as(OUMOU)
          .header("If-Match", "*")
          .body("{\"reason\":\"A laptop was lost\"}")
          .put("/actors/v1/organisations/org-streaming/suspension")
          .then()
          .statusCode(200);

      standsWithin(member, 403);
      String later = actor(ALICE, "militia", "GREEN", "Garde tue");
      assertThat(ended.get(20, TimeUnit.SECONDS)).doesNotContain(later);
    }
  }

  private static String drained(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
