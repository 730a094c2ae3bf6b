package org.toguna.cases.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.toguna.cases.incidents.Incidents.as;
import static org.toguna.cases.incidents.Incidents.recorded;
import static org.toguna.cases.incidents.Incidents.total;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** Incidents are recorded, seen by each reader as they may, found, and flagged. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class IncidentStoryTest {
  private static final Tokens AUTHOR = Tokens.reviewer("ngo-a");
  private static final String RAID =
      """
      {"type":"raid","title":"%1$s","place":{"id":"ML0507","asStated":"near %1$s","precision":"near"},
       "position":{"lat":14.1,"lon":-3.1,"wherePrec":"2"},
       "when":{"edtf":"2021-05-14","asStated":"on a Friday"},
       "participants":[{"side":"side_a","who":{"asStated":"armed men of %1$s"}},
                       {"side":"civilians","who":{"asStated":"herders"}}],
       "deaths":{"civilians":{"low":3},"total":{"low":3,"high":9,"asStated":"up to nine"}},
       "clarity":"clear","narrative":"Told by a trader",
       "sources":[{"publisher":"Radio Plateau","published":"2021-05-15","headline":"Raid on %1$s"},
                  {"publisher":"Daily of the River","headline":"%1$s burns"}],
       "externalIds":[{"provider":"acled","id":"MLI-%1$s","edition":"2021"}]%2$s}""";

  @BeforeEach
  void gazetteer() throws IOException {
    Incidents.loadGazetteer();
  }

  private static String raid(String name, String more) {
    return RAID.formatted(name, more);
  }

  @Test
  void itsOwnerReadsAllOfItAndAStrangerNothing() {
    String id = recorded(AUTHOR, raid("Sagale", ""));

    as(AUTHOR)
        .get("/cases/v1/incidents/{id}", id)
        .then()
        .statusCode(200)
        .body("place.name", equalTo("Koro"))
        .body("place.asStated", equalTo("near Sagale"))
        .body("deaths.total.high", equalTo(9))
        .body("deaths.sideA", nullValue())
        .body("status", equalTo("as_reported"))
        .body("participants.side", hasItems("side_a", "civilians"));
    as(Tokens.reader("ngo-b")).get("/cases/v1/incidents/{id}", id).then().statusCode(404);
    as(Tokens.reader("ngo-b"))
        .get("/cases/v1/incidents/{id}/provider-codes", id)
        .then()
        .statusCode(404);
  }

  @Test
  void othersLearnWhatKindRoughlyWhereAndInWhichMonth() {
    String id = recorded(AUTHOR, raid("Tiware", ",\"marking\":{\"tlp\":\"AMBER\"}"));
    var other = Tokens.reader("ngo-b").cleared("AMBER");

    as(other)
        .get("/cases/v1/incidents/{id}", id)
        .then()
        .statusCode(200)
        .body("view", equalTo("blurred"))
        .body("type", equalTo("raid"))
        .body("place.id", equalTo("ML0507"))
        .body("place.asStated", nullValue())
        .body("when.from", equalTo("2021-05-01"))
        .body("when.to", equalTo("2021-05-31"))
        .body("position", nullValue())
        .body("deaths", nullValue())
        .body("states.'/deaths'", equalTo("withheld"))
        .body("states.'/sources'", equalTo("withheld"))
        .body("states.'/participants'", equalTo("withheld"))
        .body("states.'/externalIds'", equalTo("withheld"))
        .body("states.'/flags'", equalTo("withheld"));
    assertThat(total(other, "q=Tiware")).isZero();
    // The box is small enough to hold the point of the report and not the middle of the cercle.
    assertThat(total(AUTHOR, "q=Tiware&bbox=-3.11,14.09,-3.09,14.11")).isOne();
    assertThat(total(other, "bbox=-3.11,14.09,-3.09,14.11")).isZero();
    as(other)
        .get("/cases/v1/incidents/{id}/provider-codes", id)
        .then()
        .body("ucdp.wherePrec", equalTo("3"))
        .body("ucdp.datePrec", equalTo("4"))
        .body("acled.eventType", equalTo("Violence against civilians"));
    as(AUTHOR)
        .get("/cases/v1/incidents/{id}/provider-codes", id)
        .then()
        .body("ucdp.wherePrec", equalTo("2"))
        .body("ucdp.eventClarity", equalTo("1"))
        .body("acled.geoPrecision", equalTo("2"))
        .body("acled.timePrecision", equalTo("1"));
  }

  @Test
  void ofSexualViolenceNobodyOutsideLearnsMoreThanTheRegion() {
    String id =
        recorded(
            AUTHOR,
            """
            {"type":"sexual_violence","place":{"id":"ML0507"},
             "marking":{"tlp":"AMBER","finestPlace":"village"}}""");

    as(Tokens.reader("ngo-b").cleared("AMBER"))
        .get("/cases/v1/incidents/{id}", id)
        .then()
        .statusCode(200)
        .body("place.id", equalTo("ML05"));
  }

  @Test
  void partnersDoNotEither() {
    String shared =
        "\"place\":{\"id\":\"ML0507\"},\"marking\":{\"tlp\":\"AMBER\",\"sharedWith\":[\"ngo-b\"],"
            + "\"finestPlace\":\"village\"}}";
    for (String told :
        new String[] {
          "{\"type\":\"sexual_violence\",",
          "{\"type\":\"attack_on_civilians\",\"readings\":[{\"field\":\"/type\","
              + "\"value\":\"sexual_violence\",\"status\":\"conflict\",\"reason\":\"a second source\"}],"
        }) {
      String id = recorded(AUTHOR, told + shared);

      as(Tokens.reader("ngo-b").cleared("AMBER"))
          .get("/cases/v1/incidents/{id}", id)
          .then()
          .statusCode(200)
          .body("view", equalTo("blurred"))
          .body("place.id", equalTo("ML05"));
    }
  }

  @Test
  void itIsFoundByUnitPeriodTypeAndWords() {
    String id = recorded(AUTHOR, raid("Waigala", ""));

    for (var filter :
        new String[] {
          "place=ML",
          "place=ML05",
          "place=ML0507",
          "type=raid",
          "status=as_reported",
          "from=2021-05-01&to=2021-05-14",
          "q=Raid on Waigala",
          "q=armed men of Waigala"
        }) {
      as(AUTHOR)
          .get("/cases/v1/incidents?limit=1000&" + filter)
          .then()
          .body("items.id", hasItem(id));
    }
    assertThat(total(AUTHOR, "q=Waigala&from=2021-05-15")).isZero();
    assertThat(total(AUTHOR, "q=Waigala&place=ML0506")).isZero();
  }

  @Test
  void whatCannotBeIsRefusedWithEveryFlawAtOnce() {
    as(AUTHOR)
        .body(
            """
            {"type":"raids","clarity":"certain","position":{"lat":99,"lon":0},
             "participants":[{"side":"attacker","who":{}}],
             "deaths":{"total":{"low":5,"high":2},"sideA":{"best":-1}},
             "sources":[{"standing":"gone","published":"2021-02-30"}],
             "externalIds":[{"provider":"A C","id":""}]}""")
        .post("/cases/v1/incidents")
        .then()
        .statusCode(422)
        .body(
            "errors.pointer",
            hasItems(
                "/type",
                "/clarity",
                "/position/lat",
                "/participants/0/side",
                "/participants/0/who/actor",
                "/deaths/sideA",
                "/sources/0/standing",
                "/sources/0/published",
                "/sources/0/publisher",
                "/externalIds/0/provider",
                "/externalIds/0/id"))
        .body("errors.pointer.findAll { it.startsWith('/deaths/total') }", hasSize(1));
  }

  @Test
  void aRetractedReportFlagsWhatRestsOnItAndDeletesNothing() {
    String id = recorded(AUTHOR, raid("Mondolo", ",\"marking\":{\"tlp\":\"AMBER\"}"));
    String elsewhere = recorded(Tokens.reviewer("ngo-c"), raid("Mondolo", ""));

    notice("corrected", "Raid on Mondolo", "2021-05-15")
        .body("incidents", equalTo(java.util.List.of(id)));
    notice("corrected", "raid on  Mondolo", "2021-05-15").body("incidents", hasSize(0));
    notice("retracted", "RAID ON MONDOLO", "2021-05-15").body("incidents", hasSize(1));

    as(AUTHOR)
        .get("/cases/v1/incidents/{id}", id)
        .then()
        .body("status", equalTo("flagged"))
        .body("flags", equalTo(java.util.List.of("source_retracted")))
        .body("sources[0].standing", equalTo("retracted"))
        .body("sources[0].notice", equalTo("We were misled."))
        .body("sources[1].standing", equalTo("stands"))
        .body("deaths.total.high", equalTo(9));
    as(AUTHOR)
        .get("/cases/v1/incidents/{id}/history", id)
        .then()
        .body("[2].why", equalTo("A source was retracted."));
    assertThat(total(AUTHOR, "status=flagged&q=Mondolo")).isOne();
    as(Tokens.reader("ngo-c"))
        .get("/cases/v1/incidents/{id}", elsewhere)
        .then()
        .body("status", equalTo("as_reported"));

    as(AUTHOR)
        .body(
            """
            {"standing":"retracted","publisher":"Daily of the River","headline":"Mondolo burns"}""")
        .post("/cases/v1/source-notices")
        .then()
        .statusCode(200);
    as(AUTHOR)
        .get("/cases/v1/incidents/{id}", id)
        .then()
        .body("flags", containsInAnyOrder("source_retracted", "no_source_left"));
  }

  private static io.restassured.response.ValidatableResponse notice(
      String standing, String headline, String day) {
    return as(AUTHOR)
        .body(
            """
            {"standing":"%s","publisher":"Radio Plateau","published":"%s","headline":"%s",
             "notice":"We were misled."}"""
                .formatted(standing, day, headline))
        .post("/cases/v1/source-notices")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200);
  }

  @Test
  void flagsFollowFromReadingsWhateverTheClientSays() {
    String id =
        recorded(
            AUTHOR,
            """
            {"type":"raid","flags":["source_retracted"],"status":"as_reported",
             "readings":[{"field":"/deaths/total","value":{"best":4},"status":"conflict"}]}""");

    as(AUTHOR)
        .get("/cases/v1/incidents/{id}", id)
        .then()
        .body("status", equalTo("flagged"))
        .body("flags", equalTo(java.util.List.of("figures_in_conflict")));
  }
}
