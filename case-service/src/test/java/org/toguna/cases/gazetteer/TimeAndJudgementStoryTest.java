package org.toguna.cases.gazetteer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** Units come and go by law; entries are the same or not because somebody judged so. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class TimeAndJudgementStoryTest {
  private static final String BEFORE =
      """
      country,level,pcode,name,parent_pcode,valid_from,valid_to
      BFA,1,BF91,Ogoville,BF,1990-01-01,2023-03-12
      BFA,2,BF9101,Wendé,BF91,1990-01-01,2023-03-12
      """;
  private static final String REFORM =
      """
      country,level,pcode,name,parent_pcode,unit_id,parent_id,valid_from,source
      BFA,1,,Ogoville,BF,BF-2023:ogoville,,2023-03-13,An invented law of 13 March 2023
      BFA,1,,Wendé,BF,BF-2023:wende,,2023-03-13,An invented law of 13 March 2023
      BFA,2,,Wendé-Est,,BF-2023:wende-est,BF-2023:wende,2023-03-13,An invented law of 13 March 2023
      """;

  @BeforeEach
  void load() {
    imported(BEFORE, "INVENTED-1990").statusCode(201).body("rejected", equalTo(0));
    imported(REFORM, "INVENTED-2023").statusCode(201).body("rejected", equalTo(0));
    imported(GazetteerStoryTest.places(), "COD-PPL-2015").statusCode(201);
  }

  @Test
  void onADayTheUnitsOfThatDayAnswer() {
    read("/cases/v1/units?parent=BF&validOn=2022-06-01")
        .body("items.id", hasItem("BF91"))
        .body("items.id", not(hasItem("BF-2023:wende")));
    read("/cases/v1/units?parent=BF&validOn=2024-06-01")
        .body("items.id", hasItems("BF-2023:ogoville", "BF-2023:wende"))
        .body("items.id", not(hasItem("BF91")));
    read("/cases/v1/places?q=Wendé&level=adm2&validOn=2022-06-01")
        .body("items.entry.id", hasItem("BF9101"));
    read("/cases/v1/places?q=Wendé&validOn=2024-06-01")
        .body("items.entry.id", hasItem("BF-2023:wende"))
        .body("items.entry.id", not(hasItem("BF9101")));
    read("/cases/v1/places?unit=BF&validOn=2024-06-01")
        .body("items.entry.id", not(hasItem("BF9101")));
    as(Tokens.reader("ngo-b")).get("/cases/v1/units?validOn=today").then().statusCode(400);
  }

  @Test
  void aUnitWithoutPublishedCodeHasNoneAndSaysWhereItIsCitedFrom() {
    read("/cases/v1/units/BF-2023:wende-est")
        .body("pcode", nullValue())
        .body("source", containsString("13 March 2023"))
        .body("validFrom", equalTo("2023-03-13"))
        .body("within.id", contains("BF", "BF-2023:wende"));
    imported(REFORM, "INVENTED-2023").body("unchanged", equalTo(3));
    imported(REFORM, "SOMEBODY-ELSE").body("firstRejected.code", hasItem("id-taken"));
    imported(REFORM.replace("BF-2023:wende,2023", "BF-2023:none,2023"), "INVENTED-2023")
        .body("firstRejected.pointer", contains("/parent_id"));
  }

  @Test
  void allSpellingsOfASourceAreAskedTogether() {
    read("/cases/v1/places?q=Gueladjebougou&also=Guéladiébougou&also=Guéladié")
        .body("items[0].entry.id", equalTo("cod:ML050731007"))
        .body("items[0].reason", equalTo("exact"));
    as(Tokens.reader("ngo-b"))
        .queryParam("q", "a")
        .queryParam("also", java.util.Collections.nCopies(21, "a"))
        .get("/cases/v1/places")
        .then()
        .statusCode(400);
  }

  @Test
  void aPersonJudgesTwoEntriesAndTakesItBackAndNothingIsMerged() {
    var judged =
        post(
                "place-judgements",
                """
                {"places":[{"id":"cod:ML050731002"},{"id":"gn:990002"}],"verdict":"same",
                 "reason":"One well, two spellings","marking":{"tlp":"GREEN"}}""")
            .statusCode(201)
            .extract();
    String id = judged.path("id");

    as(Tokens.reviewer("ngo-a"))
        .get("/cases/v1/place-judgements?place=gn:990002&type=same")
        .then()
        .body("items.id", hasItem(id));
    as(Tokens.reader("ngo-b"))
        .get("/cases/v1/place-judgements/{id}", id)
        .then()
        .statusCode(200)
        .body("verdict", equalTo("same"))
        .body("states.'/reason'", equalTo("withheld"));
    as(Tokens.reviewer("ngo-a"))
        .contentType("application/merge-patch+json")
        .header("If-Match", judged.header("ETag"))
        .body("{\"verdict\":\"different\",\"reason\":\"Two wells\",\"why\":\"Visited\"}")
        .patch("/cases/v1/place-judgements/{id}", id)
        .then()
        .statusCode(200);
    as(Tokens.reviewer("ngo-a"))
        .get("/cases/v1/place-judgements/{id}/history", id)
        .then()
        .body("why", hasItem("Visited"))
        .body("person", hasSize(2));
    read("/cases/v1/places/gn:990002").body("name", equalTo("Ogotenbo"));
    read("/cases/v1/places/cod:ML050731002").body("name", equalTo("Ogotembo"));
  }

  @Test
  void aJudgementNeedsTwoEntriesAVerdictAndAReason() {
    post("place-judgements", "{\"places\":[{\"id\":\"gn:990002\"}],\"verdict\":\"alike\"}")
        .statusCode(422)
        .body("errors.code", hasItems("two-places", "required"))
        .body("errors.pointer", hasItems("/verdict", "/reason", "/places"));
    post(
            "place-judgements",
            """
            {"places":[{"id":"gn:990002"},{"id":"gn:990002"}],"verdict":"same","reason":"x"}""")
        .statusCode(422)
        .body("errors.code", contains("same-entry"));
    post(
            "place-judgements",
            """
            {"places":[{"id":"gn:990002"},{"asStated":"somewhere"}],"verdict":"same","reason":"x"}""")
        .statusCode(422)
        .body("errors.pointer", contains("/places/1/id"));
  }

  @Test
  void whatNobodyMatchedWaitsInItsOwnersQueueUntilAPersonSaysWhichItIs() {
    var siege =
        post(
                "crises",
                """
                {"type":"siege","status":"open","place":{"asStated":"Ogotenbou"},
                 "marking":{"tlp":"GREEN"}}""")
            .statusCode(201)
            .extract();
    String id = siege.path("id");

    queue("ngo-a")
        .body("items.record", hasItem(id))
        .body("items.find { it.record == '%s' }.places[0].pointer".formatted(id), equalTo("/place"))
        .body(
            "items.find { it.record == '%s' }.places[0].candidates.id".formatted(id),
            hasItem("cod:ML050731002"));
    queue("ngo-b").body("items.record", not(hasItem(id)));
    as(Tokens.reviewer("ngo-a"))
        .contentType("application/merge-patch+json")
        .header("If-Match", siege.header("ETag"))
        .body("{\"place\":{\"id\":\"cod:ML050731002\"},\"why\":\"The chief spells it so\"}")
        .patch("/cases/v1/crises/{id}", id)
        .then()
        .statusCode(200)
        .body("place.asStated", equalTo("Ogotenbou"))
        .body("place.name", equalTo("Ogotembo"));
    queue("ngo-a").body("items.record", not(hasItem(id)));
  }

  @Test
  void whatASourceKeepsUnnamedIsNeitherSoughtNorNamed() {
    String id =
        post(
                "crises",
                """
                {"type":"siege","status":"open",
                 "place":{"asStated":"a village they would not name","unnamed":true}}""")
            .statusCode(201)
            .extract()
            .path("id");

    queue("ngo-a").body("items.record", not(hasItem(id)));
    post(
            "crises",
            """
            {"type":"siege","status":"open","place":{"id":"cod:ML050731002","unnamed":true}}""")
        .statusCode(422)
        .body("errors.code", contains("unnamed-but-named"));
    post(
            "crises",
            """
            {"type":"siege","status":"open","place":{"id":"ML0507","unnamed":true}}""")
        .statusCode(201);
  }

  @Test
  void theQueueIsForReviewers() {
    as(Tokens.reader("ngo-a")).get("/cases/v1/unmatched-places").then().statusCode(403);
    queue("ngo-c").body("items", empty());
  }

  private static ValidatableResponse queue(String organisation) {
    return as(Tokens.reviewer(organisation))
        .get("/cases/v1/unmatched-places?limit=1000")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse post(String records, String body) {
    return as(Tokens.reviewer("ngo-a"))
        .contentType(ContentType.JSON)
        .body(body)
        .post("/cases/v1/" + records)
        .then()
        .log()
        .ifValidationFails();
  }

  private static ValidatableResponse imported(String csv, String coding) {
    return as(Tokens.administrator("ngo-a"))
        .contentType("text/csv; charset=UTF-8")
        .body(csv)
        .post("/cases/v1/gazetteer/imports?coding=" + coding)
        .then()
        .log()
        .ifValidationFails();
  }

  private static ValidatableResponse read(String path) {
    return as(Tokens.reader("ngo-b")).get(path).then().log().ifValidationFails().statusCode(200);
  }

  private static RequestSpecification as(Tokens token) {
    return given().auth().oauth2(token.token());
  }
}
