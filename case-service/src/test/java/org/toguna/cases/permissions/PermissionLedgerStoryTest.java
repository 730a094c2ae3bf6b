package org.toguna.cases.permissions;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.toguna.cases.Registry.OTHER;
import static org.toguna.cases.Registry.OWNER;
import static org.toguna.cases.Registry.PARTNER;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.green;
import static org.toguna.cases.Registry.openCase;
import static org.toguna.cases.Registry.read;
import static org.toguna.cases.Registry.recorded;
import static org.toguna.cases.Registry.refused;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** Who could have stopped the talks, and whether they were asked: unknown is no list of nobody. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class PermissionLedgerStoryTest {

  @Test
  void theLedgerSaysWhoGaveLeaveToWhomAndInWhichOrder() {
    String dialogue = openCase();
    permission(dialogue, "the besiegers", "granted", "after_contact", "2021-08", "");
    permission(dialogue, "the security service", "refused", "before_contact", "2021-06", "");

    ledger(OWNER, dialogue)
        .body("items", hasSize(1))
        .body("items[0].case", equalTo(dialogue))
        .body("items[0].states", equalTo(java.util.Map.of()))
        .body("items[0].permissions.status", contains("refused", "granted"))
        .body("items[0].permissions.order", contains("before_contact", "after_contact"))
        .body("items[0].permissions[1].grantor.asStated", equalTo("the besiegers"))
        .body("items[0].permissions[1].grantee.asStated", equalTo("a herder"))
        .body("items[0].permissions[1].expired", equalTo(true));
  }

  @Test
  void whereNothingIsRecordedTheLedgerSaysUnknown() {
    String silent = openCase();

    ledger(OWNER, silent)
        .body("items[0].permissions", nullValue())
        .body("items[0].states.'/permissions'", equalTo("unknown"));
  }

  @Test
  void whatAReaderMayNotSeeIsLikeNothingRecorded() {
    String dialogue = openCase();
    permission(dialogue, "the besiegers", "granted", "before_contact", "2021-08", "");
    String hidden = recorded("cases", "{\"type\":\"local_truce\"}");

    ledger(OTHER, dialogue).body("items[0].states.'/permissions'", equalTo("unknown"));
    ledger(OTHER, hidden).body("items", hasSize(0));
    ledger(OTHER, "11111111-1111-4111-8111-111111111111").body("items", hasSize(0));
  }

  @Test
  void othersLearnTheOrderAndNobodysName() {
    String dialogue = openCase();
    permission(
        dialogue, "the besiegers", "granted", "before_contact", "2021-08", "," + green("ngo-b"));

    ledger(PARTNER, dialogue)
        .body("items[0].permissions[0].grantor.asStated", equalTo("the besiegers"));
    ledger(OTHER, dialogue)
        .body("items[0].permissions[0].view", equalTo("blurred"))
        .body("items[0].permissions[0].order", equalTo("before_contact"))
        .body("items[0].permissions[0].grantor", nullValue())
        .body("items[0].permissions[0].citations", nullValue());
  }

  @Test
  void theLedgerTakesTheFiltersOfCasesAndPages() {
    as(OWNER)
        .queryParams("type", "siege_lifting", "limit", 1, "total", true)
        .get("/cases/v1/permission-ledger")
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
    as(OWNER)
        .queryParams("type", "siege_lifting", "case", openCase())
        .get("/cases/v1/permission-ledger")
        .then()
        .statusCode(400);
  }

  @Test
  void aPermissionNamesWhoCouldHaveStoppedItOrSaysUnknown() {
    String dialogue = openCase();
    refused(
        "permissions",
        "{\"case\":\"%s\",\"status\":\"granted\"}".formatted(dialogue),
        "/grantor",
        "say-it-or-say-unknown");
    recorded(
        "permissions",
        """
        {"case":"%s","status":"granted","states":{"/grantor":"unknown","/grantee":"unknown"}}"""
            .formatted(dialogue));
    refused("permissions", "{\"status\":\"granted\"}", "/case", "required");
  }

  @Test
  void aMandateIsAnotherThingAndAStandingOneNeedsNoCase() {
    String standing =
        recorded(
            "mandates",
            """
            {"type":"standing","holder":{"asStated":"a son"},
             "onBehalfOf":{"asStated":"an ageing chief"},"formalised":"no",
             "states":{"/givenBy":"unknown","/until":"unknown"}}""");

    read(OWNER, "mandates", standing)
        .body("formalised", equalTo("no"))
        .body("states.'/until'", equalTo("unknown"));
    refused(
        "mandates",
        "{\"type\":\"one_off\",\"holder\":{\"asStated\":\"a herder\"}}",
        "/case",
        "required");
    as(OWNER)
        .queryParams("type", "standing", "limit", 1000)
        .get("/cases/v1/mandates")
        .then()
        .body("items.id", hasItems(standing));
  }

  private static ValidatableResponse ledger(Tokens token, String dialogue) {
    return as(token)
        .queryParam("case", dialogue)
        .get("/cases/v1/permission-ledger")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200);
  }

  private static void permission(
      String dialogue, String grantor, String status, String order, String when, String more) {
    recorded(
        "permissions",
        """
        {"case":"%s","status":"%s","grantor":{"asStated":"%s"},"grantee":{"asStated":"a herder"},
         "scope":"speak about the blockade","order":"%s","asked":{"edtf":"%s"},
         "until":{"edtf":"2021-12-31"}%s}"""
            .formatted(dialogue, status, grantor, order, when, more));
  }
}
