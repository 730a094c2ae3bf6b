package org.toguna.cases.crises;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.toguna.cases.Registry.GREEN;
import static org.toguna.cases.Registry.OTHER;
import static org.toguna.cases.Registry.OWNER;
import static org.toguna.cases.Registry.PARTNER;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.green;
import static org.toguna.cases.Registry.read;
import static org.toguna.cases.Registry.recorded;
import static org.toguna.cases.Registry.refused;
import static org.toguna.cases.Registry.village;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** Why a date is taken to be so, and what a place without a name lies near. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class WhatTheCoderAddsStoryTest {

  @Test
  void itIsKeptForThoseWhoSeeAllAndNeverBlurred() {
    village();
    String id =
        recorded(
            "crises",
            """
            {"type":"siege","status":"open",
             "place":{"id":"ML050731","asStated":"a village","unnamed":true,"near":"the tamarind ford"},
             "since":{"from":"2021-02-01","to":"2021-07-31","basis":"inferred",
                      "because":"he speaks of August as past"},%s}"""
                .formatted(green("ngo-b")));

    for (Tokens reader : List.of(OWNER, PARTNER)) {
      read(reader, "crises", id)
          .body("view", equalTo("full"))
          .body("place.name", equalTo("Wendéfara"))
          .body("place.near", equalTo("the tamarind ford"))
          .body("since.because", equalTo("he speaks of August as past"));
      found(reader, 1);
    }
    read(OTHER, "crises", id)
        .body("view", equalTo("blurred"))
        .body("place.near", nullValue())
        .body("since.from", equalTo("2021-02-01"))
        .body("since.because", nullValue());
    found(OTHER, 0);
  }

  @Test
  void aDateThatMovesWithItsAnchorKeepsTheReason() {
    String id =
        recorded(
            "crises",
            """
            {"type":"siege","status":"lifted","since":{"edtf":"2021-02"},
             "until":{"anchor":{"field":"/since","offset":"P1M"},"because":"the market tells"}%s}"""
                .formatted(GREEN));

    read(OWNER, "crises", id)
        .body("until.from", equalTo("2021-03-01"))
        .body("until.because", equalTo("the market tells"));
  }

  @Test
  void neitherSaysAnythingAlone() {
    refused(
        "crises",
        "{\"type\":\"siege\",\"status\":\"open\",\"place\":{\"near\":\"a ford\"}}",
        "/place/id",
        "required");
    refused(
        "crises",
        "{\"type\":\"siege\",\"status\":\"open\",\"since\":{\"because\":\"so told\"}}",
        "/since",
        "says-nothing");
  }

  private static void found(Tokens reader, int times) {
    as(reader)
        .queryParam("q", "tamarind")
        .get("/cases/v1/crises")
        .then()
        .statusCode(200)
        .body("items", hasSize(times));
  }
}
