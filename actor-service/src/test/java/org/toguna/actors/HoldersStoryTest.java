package org.toguna.actors;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.toguna.actors.Given.ADAMA;
import static org.toguna.actors.Given.ALICE;
import static org.toguna.actors.Given.BINTOU;
import static org.toguna.actors.Given.OUMOU;
import static org.toguna.actors.Given.actor;
import static org.toguna.actors.Given.as;
import static org.toguna.actors.Given.post;
import static org.toguna.actors.Given.relation;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** Whoever closes a record learns who holds it, and nobody else does. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "actors"))
class HoldersStoryTest {
  private static final Tokens ADMINISTRATOR_A = Tokens.administrator("ngo-a").user("aminata");

  private static ValidatableResponse holders(Tokens who, String record) {
    return as(who).get("/actors/v1/records/" + record + "/holders").then();
  }

  private static Map<String, Object> holder(String record, String organisation) {
    List<Map<String, Object>> items =
        holders(ALICE, record).statusCode(200).extract().path("items");
    return items.stream()
        .filter(item -> item.get("organisation").equals(organisation))
        .findFirst()
        .orElse(Map.of());
  }

  private static void close(String record) {
    as(ALICE)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body("{\"marking\":{\"tlp\":\"RED\"}}")
        .patch("/actors/v1/actors/" + record)
        .then()
        .statusCode(200);
  }

  @Test
  void whoHasReadAGreenRecordIsKnownWhenItBecomesRed() {
    Instant before = Instant.now();
    String record = actor(ALICE, "militia", "GREEN", "Garde qui ferme");
    Tokens outside = Tokens.reader("hold-out").user("omar");
    as(outside).get("/actors/v1/actors/" + record).then().statusCode(200);
    close(record);
    as(outside).get("/actors/v1/actors/" + record).then().statusCode(404);

    Map<String, Object> held = holder(record, "hold-out");

    assertThat(held).containsEntry("view", "blurred").containsEntry("times", 1);
    assertThat(Instant.parse((String) held.get("first"))).isAfterOrEqualTo(before);
    assertThat(held).containsKeys("last", "version");
  }

  @Test
  void everyWayInWhichARecordLeavesCounts() {
    String record = actor(ALICE, "militia", "GREEN", "Garde aux mille chemins");
    String other = actor(ALICE, "militia", "GREEN", "Garde voisine des chemins");
    post(
            ALICE,
            "relations",
            relation(record, "member_of", other, ",\"marking\":{\"tlp\":\"GREEN\"}"))
        .statusCode(201);
    Map<String, Consumer<Tokens>> ways = new LinkedHashMap<>();
    ways.put("one", who -> as(who).get("/actors/v1/actors/" + record));
    ways.put(
        "as-of",
        who ->
            as(who).queryParam("asOf", "2999-01-01T00:00:00Z").get("/actors/v1/actors/" + record));
    ways.put("history", who -> as(who).get("/actors/v1/actors/" + record + "/history"));
    ways.put("list", who -> as(who).get("/actors/v1/actors?q=chemins"));
    ways.put("changes", HoldersStoryTest::followAll);
    ways.put("dictionary", who -> as(who).get("/actors/v1/dictionary?limit=1000"));
    ways.forEach((way, ask) -> ask.accept(Tokens.reader("hold-" + way)));

    List<String> organisations =
        holders(ALICE, record).statusCode(200).extract().path("items.organisation");

    assertThat(organisations).containsAll(ways.keySet().stream().map("hold-"::concat).toList());
    assertThat(organisations).doesNotContain("ngo-a");
  }

  private static void followAll(Tokens who) {
    String since = null;
    boolean more = true;
    while (more) {
      var request = as(who).queryParam("limit", 1000);
      var answer = since == null ? request : request.queryParam("since", since);
      var page = answer.get("/actors/v1/changes").then().statusCode(200).extract();
      since = page.path("next");
      more = page.path("more");
    }
  }

  @Test
  void partnersHoldItInFullAndWhoDoesNotSignInHoldsWhatIsClear() {
    String marking = "{\"tlp\":\"CLEAR\",\"sharedWith\":[\"hold-partner\"]}";
    String record =
        post(ALICE, "actors", actor("militia", marking, Given.name("Garde en clair", "fr", "main")))
            .statusCode(201)
            .extract()
            .path("id");
    as(Tokens.reader("hold-partner")).get("/actors/v1/actors/" + record).then().statusCode(200);
    given().get("/actors/v1/actors/" + record);

    assertThat(holder(record, "hold-partner")).containsEntry("view", "full");
    int nobody = given().get("/actors/v1/actors/" + record).statusCode();
    assertThat(holder(record, "anyone").containsKey("view")).isEqualTo(nobody == 200);
  }

  @Test
  void aReadingKnownAlreadyIsCountedAndTheNewestVersionTold() {
    String record = actor(ALICE, "militia", "AMBER", "Garde revue");
    Tokens outside = Tokens.reader("hold-again").user("ousmane").cleared("AMBER");
    for (int i = 0; i < 5; i++) {
      as(outside).get("/actors/v1/actors/" + record).then().statusCode(200);
    }
    assertThat(holder(record, "hold-again")).containsEntry("times", 5).containsEntry("version", 1);
    as(ALICE)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body("{\"type\":\"armed_group\"}")
        .patch("/actors/v1/actors/" + record)
        .then()
        .statusCode(200);
    as(outside).get("/actors/v1/actors/" + record).then().body("version", equalTo(2));
    assertThat(holder(record, "hold-again")).containsEntry("times", 6).containsEntry("version", 2);
  }

  @Test
  void onlyThoseOfTheOwnerWhoGetItInFullMayAsk() {
    String green = actor(ALICE, "militia", "GREEN", "Garde demandée");
    as(BINTOU).get("/actors/v1/actors/" + green).then().statusCode(200);

    holders(BINTOU, green).statusCode(404);
    holders(OUMOU, green).statusCode(404);
    holders(ADAMA, green).statusCode(200);
    close(green);
    holders(ADAMA, green).statusCode(404);
    holders(ADMINISTRATOR_A, green).statusCode(404);
    holders(ALICE, green).statusCode(200);
    holders(ALICE, "0c9d7f5e-8f37-4e8c-9a3e-2f3b1d0c7a11").statusCode(404);
    given().get("/actors/v1/records/" + green + "/holders").then().statusCode(401);
  }

  @Test
  void whatWasErasedIsStillHeldByThoseWhoReadIt() {
    String record = actor(ALICE, "militia", "GREEN", "Garde effacée");
    as(Tokens.reader("hold-erased")).get("/actors/v1/actors/" + record).then().statusCode(200);

    as(ADAMA).header("If-Match", "*").delete("/actors/v1/actors/" + record).then().statusCode(204);

    holders(ADAMA, record)
        .statusCode(200)
        .body("items.organisation", equalTo(List.of("hold-erased")));
    holders(ALICE, record).statusCode(404);
    holders(Tokens.protectionOfficer("ngo-b"), record).statusCode(404);
    as(ADAMA)
        .get("/actors/v1/organisations/hold-erased/given")
        .then()
        .body("items.id", hasItem(record));
  }

  /**
   * An administrator asks what another was given: of their own organisation's, never of others'.
   */
  @Test
  void whatAnotherSharesWithAThirdIsNobodyElsesToKnow() {
    Tokens third = Tokens.reader("hold-third").user("tidiani").cleared("AMBER");
    String ofA = actor(ALICE, "militia", "GREEN", "Garde partagée par a");
    String ofB = actor(BINTOU, "militia", "GREEN", "Garde partagée par b");
    String red = actor(ALICE, "militia", "GREEN", "Garde fermée après coup");
    for (String record : List.of(ofA, ofB, red)) {
      as(third).get("/actors/v1/actors/" + record).then().statusCode(200);
    }
    close(red);
    String report = "/actors/v1/organisations/hold-third/given";

    as(Tokens.administrator("ngo-b"))
        .get(report)
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of(ofB)))
        .body("kinds.records", equalTo(List.of(1)))
        .body("owners", nullValue());
    // What is RED by now is for those it names, whatever office somebody else holds.
    as(ADMINISTRATOR_A)
        .get(report)
        .then()
        .body("items.id", equalTo(List.of(ofA)))
        .body("kinds.records", equalTo(List.of(1)));
    as(Tokens.administrator("hold-third")).get(report).then().body("items", hasSize(0));
    as(OUMOU)
        .get(report)
        .then()
        .statusCode(200)
        .body("items", hasSize(0))
        .body("kinds", hasSize(0))
        .body("owners.owner", equalTo(List.of("ngo-a", "ngo-b")))
        .body("owners.records", equalTo(List.of(2, 1)))
        .body("owners.id", not(hasItem(ofA)));
  }
}
