package org.toguna.cases.statements;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.toguna.cases.Registry.GREEN;
import static org.toguna.cases.Registry.PARTNER;
import static org.toguna.cases.Registry.REVIEWER;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.read;
import static org.toguna.cases.Registry.recorded;
import static org.toguna.cases.Registry.refused;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;

/** What somebody says of the context stays theirs: a stance, a claim, a number. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class StatementStoryTest {

  @Test
  void aStanceANumberAndAClaimAreKeptAsTheirSourcePutsThem() {
    String stance =
        recorded(
            "statements",
            """
            {"type":"policy_position","stance":"for","by":{"asStated":"a herder"},"modality":"stated",
             "text":"Talking is the best way left","place":{"asStated":"the region"}}""");
    String number =
        recorded(
            "statements",
            """
            {"type":"context_number","text":"People displaced",
             "quantity":{"low":350000,"unit":"persons","asStated":"more than 350,000"}}""");
    recorded(
        "statements",
        "{\"type\":\"context_claim\",\"text\":\"Pacts are fragile\",\"modality\":\"hedged\"}");

    as(REVIEWER)
        .queryParam("type", "policy_position")
        .queryParam("status", "for")
        .queryParam("q", "herder best")
        .get("/cases/v1/statements")
        .then()
        .body("items.id", org.hamcrest.Matchers.not(hasItem(number)));
    as(REVIEWER)
        .queryParam("type", "policy_position")
        .queryParam("q", "best way left")
        .get("/cases/v1/statements")
        .then()
        .body("items.id", contains(stance));
    read(REVIEWER, "statements", number)
        .body("quantity.low", equalTo(350000))
        .body("quantity.high", nullValue());
  }

  @Test
  void othersLearnTheStanceAndNotWhose() {
    String stance =
        recorded(
            "statements",
            "{\"type\":\"policy_position\",\"stance\":\"against\",\"by\":{\"asStated\":\"a minister\"}"
                + GREEN
                + "}");

    read(PARTNER, "statements", stance)
        .statusCode(200)
        .body("stance", equalTo("against"))
        .body("states.'/by'", equalTo("withheld"));
  }

  @Test
  void aSuggestionIsAcceptedOnceWhateverItBecomes() {
    String accepted = ",\"suggestion\":\"" + UUID.randomUUID() + "\"}";
    recorded("statements", "{\"type\":\"context_claim\",\"text\":\"Pacts hold\"" + accepted);

    as(REVIEWER)
        .body("{\"type\":\"siege_lifting\"" + accepted)
        .post("/cases/v1/cases")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/already-accepted"));
  }

  @Test
  void badStatementsAreRefusedWithPointerAndRemedy() {
    refused("statements", "{\"type\":\"opinion\"}", "/text", "says-nothing");
    refused("statements", "{\"type\":\"policy_position\",\"stance\":\"for\"}", "/by", "required");
    refused(
        "statements",
        "{\"type\":\"policy_position\",\"by\":{\"asStated\":\"a herder\"}}",
        "/stance",
        "required");
    refused("statements", "{\"type\":\"context_number\",\"text\":\"x\"}", "/quantity", "required");
  }
}
