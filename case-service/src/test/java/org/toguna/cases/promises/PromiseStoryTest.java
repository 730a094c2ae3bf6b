package org.toguna.cases.promises;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.toguna.cases.Registry.OTHER;
import static org.toguna.cases.Registry.OWNER;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.openCase;
import static org.toguna.cases.Registry.record;
import static org.toguna.cases.Registry.refused;
import static org.toguna.cases.Registry.revise;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** Whoever promised to call is on a list once the last possible day is over, and not before. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class PromiseStoryTest {

  @Test
  void onlyWhatIsOpenAndCertainlyPastItsDayIsOverdue() {
    String dialogue = openCase();
    Response late = promise(dialogue, "open", "{\"edtf\":\"2021-05\"}");
    promise(dialogue, "kept", "{\"edtf\":\"2021-05\"}");
    promise(dialogue, "open", "{\"edtf\":\"" + LocalDate.now() + "\"}");
    promise(dialogue, "open", "{\"edtf\":\"2021-05/..\"}");
    promise(dialogue, "open", "{\"asStated\":\"after the harvest\"}");
    Response latest =
        promise(dialogue, "open", "{\"edtf\":\"" + LocalDate.now().minusDays(1) + "\"}");

    overdue(OWNER, dialogue)
        .body("items.id", contains((String) latest.path("id"), late.path("id")));
    revise("promises", late, "{\"status\":\"kept\",\"kept\":{\"edtf\":\"2021-06-02\"}}");
    overdue(OWNER, dialogue).body("items.id", contains((String) latest.path("id")));
  }

  @Test
  void othersAreNotToldWhenSomethingIsDue() {
    String dialogue = openCase();
    promise(dialogue, "open", "{\"edtf\":\"2021-05\"}");

    overdue(OTHER, dialogue).body("items", hasSize(0));
    as(OTHER)
        .queryParam("about", dialogue)
        .get("/cases/v1/promises")
        .then()
        .body("items.status", contains("open"))
        .body("items.states.'/due'", contains("withheld"));
  }

  @Test
  void theListOfWhatIsOverduePages() {
    String dialogue = openCase();
    for (int day = 1; day <= 3; day++) {
      promise(dialogue, "open", "{\"edtf\":\"2021-05-0" + day + "\"}");
    }
    String cursor =
        as(OWNER)
            .queryParams("overdue", true, "about", dialogue, "limit", 2)
            .get("/cases/v1/promises")
            .then()
            .body("items", hasSize(2))
            .extract()
            .path("next");
    as(OWNER)
        .queryParams("overdue", true, "about", dialogue, "limit", 2, "cursor", cursor)
        .get("/cases/v1/promises")
        .then()
        .body("items", hasSize(1));
    as(OWNER)
        .queryParams("about", dialogue, "limit", 2, "cursor", cursor)
        .get("/cases/v1/promises")
        .then()
        .statusCode(400);
  }

  @Test
  void contradictionsAreRefused() {
    as(OWNER)
        .queryParams("overdue", true, "status", "kept")
        .get("/cases/v1/promises")
        .then()
        .statusCode(400);
    refused(
        "promises",
        """
        {"case":"%s","status":"open","what":"call","by":{"asStated":"a chief"},
         "kept":{"edtf":"2021-06-02"}}"""
            .formatted(openCase()),
        "/status",
        "kept-or-not");
  }

  private static Response promise(String dialogue, String status, String due) {
    return record(
        "promises",
        """
        {"case":"%s","status":"%s","by":{"asStated":"a chief"},"to":{"asStated":"a mediator"},
         "what":"call again","due":%s,"marking":{"tlp":"GREEN"}}"""
            .formatted(dialogue, status, due));
  }

  private static ValidatableResponse overdue(Tokens token, String dialogue) {
    return as(token)
        .queryParams("overdue", true, "about", dialogue)
        .get("/cases/v1/promises")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200);
  }
}
