package org.toguna.cases.statements;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.toguna.cases.Scribe.GREEN;
import static org.toguna.cases.Scribe.asOther;
import static org.toguna.cases.Scribe.asOwner;
import static org.toguna.cases.Scribe.flawed;
import static org.toguna.cases.Scribe.read;
import static org.toguna.cases.Scribe.written;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
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
        written(
            "statements",
            """
            {"type":"policy_position","stance":"for","by":{"asStated":"a herder"},"modality":"stated",
             "text":"Talking is the best way left","place":{"asStated":"the region"}}""");
    String number =
        written(
            "statements",
            """
            {"type":"context_number","text":"People displaced",
             "quantity":{"low":350000,"unit":"persons","asStated":"more than 350,000"}}""");
    written(
        "statements",
        "{\"type\":\"context_claim\",\"text\":\"Pacts are fragile\",\"modality\":\"hedged\"}");

    asOwner()
        .queryParam("type", "policy_position")
        .queryParam("status", "for")
        .queryParam("q", "herder best")
        .get("/cases/v1/statements")
        .then()
        .body("items.id", org.hamcrest.Matchers.not(hasItem(number)));
    asOwner()
        .queryParam("type", "policy_position")
        .queryParam("q", "best way left")
        .get("/cases/v1/statements")
        .then()
        .body("items.id", contains(stance));
    read(asOwner(), "statements", number)
        .body("quantity.low", equalTo(350000))
        .body("quantity.high", nullValue());
  }

  @Test
  void othersLearnTheStanceAndNotWhose() {
    String stance =
        written(
            "statements",
            "{\"type\":\"policy_position\",\"stance\":\"against\",\"by\":{\"asStated\":\"a minister\"}"
                + GREEN
                + "}");

    read(asOther(), "statements", stance)
        .statusCode(200)
        .body("stance", equalTo("against"))
        .body("states.'/by'", equalTo("withheld"));
  }

  @Test
  void badStatementsAreRefusedWithPointerAndRemedy() {
    flawed("statements", "{\"type\":\"opinion\"}", "/text", "says-nothing");
    flawed("statements", "{\"type\":\"policy_position\",\"stance\":\"for\"}", "/by", "required");
    flawed(
        "statements",
        "{\"type\":\"policy_position\",\"by\":{\"asStated\":\"a herder\"}}",
        "/stance",
        "required");
    flawed("statements", "{\"type\":\"context_number\",\"text\":\"x\"}", "/quantity", "required");
  }
}
