package org.toguna.cases.anomalies;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.toguna.cases.Registry.GREEN;
import static org.toguna.cases.Registry.PARTNER;
import static org.toguna.cases.Registry.REVIEWER;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.patch;
import static org.toguna.cases.Registry.read;
import static org.toguna.cases.Registry.recorded;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/**
 * What cannot be right is kept as stated, found by whoever may see it, and settled with a reason.
 */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class AnomalyStoryTest {
  private static final String TWO_DATES =
      """
      {"type":"siege","status":"lifted","title":"Told in two ways","since":{"edtf":"2021-05"},
       "readings":[{"field":"/since","value":{"edtf":"2021-06"},"status":"conflict","reason":"A trader says so"}]%s}""";

  @Test
  void anImpossibleStatementOfAnyKindIsOnTheRegisterAsStated() {
    String said =
        recorded(
            "statements",
            """
            {"type":"policy_position","stance":"against","by":{"asStated":"the then governor"},
             "when":{"edtf":"2020"},
             "readings":[{"field":"/by","value":{"asStated":"the then governor"},"status":"issue",
                          "reason":"He had left office by then"}]}""");
    String siege = recorded("crises", TWO_DATES.formatted(""));

    anomalies(as(REVIEWER))
        .body("items.record", hasItem(said))
        .body("items.record", hasItem(siege))
        .body("items.find { it.record == '%s' }.kind".formatted(said), equalTo("statement"))
        .body(
            "items.find { it.record == '%s' }.flags[0].value.asStated".formatted(said),
            equalTo("the then governor"));
    anomalies(as(REVIEWER).queryParam("kind", "crisis"))
        .body("items.record", hasItem(siege))
        .body("items.record", not(hasItem(said)));
    anomalies(as(REVIEWER).queryParam("status", "issue"))
        .body("items.record", hasItem(said))
        .body("items.record", not(hasItem(siege)));
  }

  @Test
  void whoSeesARecordBlurredOrNotAtAllFindsNoFlagOnIt() {
    String blurred = recorded("crises", TWO_DATES.formatted(GREEN));
    String hidden = recorded("crises", TWO_DATES.formatted(""));

    anomalies(as(PARTNER).queryParam("settled", true))
        .body("items.record", not(hasItem(blurred)))
        .body("items.record", not(hasItem(hidden)));
    for (String id : new String[] {hidden, java.util.UUID.randomUUID().toString()}) {
      settle(as(Tokens.reviewer("ngo-b")), id, "\"x\"", "accepted", "Mine").statusCode(404);
    }
    String etag = as(PARTNER).get("/cases/v1/crises/" + blurred).header("ETag");
    settle(as(Tokens.reviewer("ngo-b")), blurred, etag, "accepted", "Mine").statusCode(403);
  }

  @Test
  void acceptingAReadingFollowsItAndKeepsTheOther() {
    String siege = recorded("crises", TWO_DATES.formatted(""));
    String etag = as(REVIEWER).get("/cases/v1/crises/" + siege).header("ETag");

    settle(as(REVIEWER), siege, null, "accepted", "Two more say so").statusCode(428);
    settle(as(REVIEWER), siege, etag, "accepted", " ").statusCode(422);
    settle(as(REVIEWER), siege, etag, "accepted", "Two more say so")
        .statusCode(200)
        .body("since.edtf", equalTo("2021-06"))
        .body("readings.status", contains("accepted", "conflict"))
        .body("readings[1].value.edtf", equalTo("2021-05"));
    anomalies(as(REVIEWER)).body("items.record", not(hasItem(siege)));
    anomalies(as(REVIEWER).queryParam("settled", true)).body("items.record", hasItem(siege));
    as(REVIEWER)
        .get("/cases/v1/crises/{id}/history", siege)
        .then()
        .body("[1].why", equalTo("Two more say so"));
  }

  @Test
  void aPatchNeitherDropsAReadingNorAcceptsOneWithoutAReason() {
    String siege = recorded("crises", TWO_DATES.formatted(""));
    String accepted =
        """
        {"readings":[{"field":"/since","value":{"edtf":"2021-06"},"status":"accepted"}]%s}""";

    patch("crises", siege, "{\"readings\":[]}")
        .statusCode(422)
        .body("errors.code", hasItem("reading-dropped"));
    patch("crises", siege, accepted.formatted(""))
        .statusCode(422)
        .body("errors.pointer", hasItem("/readings/0/reason"));
    patch("crises", siege, accepted.formatted(",\"why\":\"Two more say so\"")).statusCode(200);
    read(REVIEWER, "crises", siege).body("readings", hasSize(1));
  }

  @Test
  void theRegisterPagesAndAnErasedRecordLeavesIt() {
    Tokens other = Tokens.reviewer("ngo-pages");
    for (int i = 0; i < 3; i++) {
      as(other).body(TWO_DATES.formatted("")).post("/cases/v1/crises").then().statusCode(201);
    }
    Response first =
        as(other).queryParam("limit", 2).queryParam("total", true).get("/cases/v1/anomalies");
    first.then().body("items", hasSize(2)).body("total", equalTo(3));
    String erased = first.path("items[0].record");
    as(other)
        .queryParam("limit", 2)
        .queryParam("cursor", first.<String>path("next"))
        .get("/cases/v1/anomalies")
        .then()
        .body("items", hasSize(1))
        .body("next", nullValue());
    as(Tokens.protectionOfficer("ngo-pages"))
        .header("If-Match", first.<String>path("items[0].etag"))
        .delete("/cases/v1/crises/{id}", erased)
        .then()
        .statusCode(204);
    anomalies(as(other)).body("items", hasSize(2)).body("items.record", not(hasItem(erased)));
  }

  private static ValidatableResponse anomalies(RequestSpecification asked) {
    return asked
        .queryParam("limit", 1000)
        .get("/cases/v1/anomalies")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200);
  }

  private static ValidatableResponse settle(
      RequestSpecification who, String id, String etag, String status, String reason) {
    RequestSpecification request = etag == null ? who : who.header("If-Match", etag);
    return request
        .body("{\"status\":\"%s\",\"reason\":\"%s\"}".formatted(status, reason))
        .put("/cases/v1/anomalies/{id}/readings/0/resolution", id)
        .then();
  }
}
