package org.toguna.cases.meetings;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.toguna.cases.Registry.OTHER;
import static org.toguna.cases.Registry.OWNER;
import static org.toguna.cases.Registry.PARTNER;
import static org.toguna.cases.Registry.aCase;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.asFineAsCanBe;
import static org.toguna.cases.Registry.green;
import static org.toguna.cases.Registry.openCase;
import static org.toguna.cases.Registry.read;
import static org.toguna.cases.Registry.record;
import static org.toguna.cases.Registry.recorded;
import static org.toguna.cases.Registry.refused;
import static org.toguna.cases.Registry.revise;
import static org.toguna.cases.Registry.village;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** Meetings that may lie ahead are their owner's alone; contacts keep their hops among partners. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class MeetingStoryTest {

  @Test
  void aMeetingIsToldSideBySideAndBlurredForOthers() {
    String id =
        recorded(
            "meetings",
            """
            {"case":"%s","status":"held","when":{"edtf":"2021-08-14","asStated":"a week later"},
             "proposedBy":{"asStated":"the fighters"},"placeKind":"bush",
             "place":{"asStated":"in the bush"},
             "duration":{"best":1,"unit":"hours","asStated":"about an hour"},
             "attendance":[{"side":"community","count":{"best":10,"asStated":"ten leaders"}},
                           {"side":"armed_group","asStated":"masked men"}],
             "conditions":[{"type":"blindfolded","on":"community"}],
             "said":[{"side":"armed_group","paraphrase":"They wanted the market closed."}],
             "states":{"/times":"some"},%s}\
            """
                .formatted(openCase(), green("ngo-b")));

    read(PARTNER, "meetings", id)
        .body("view", equalTo("full"))
        .body("attendance[0].count.best", equalTo(10))
        .body("conditions[0].type", equalTo("blindfolded"))
        .body("states.'/times'", equalTo("some"));
    read(OTHER, "meetings", id)
        .statusCode(200)
        .body("view", equalTo("blurred"))
        .body("when.from", equalTo("2021-08-01"))
        .body("states.'/attendance'", equalTo("withheld"))
        .body("states.'/said'", equalTo("withheld"))
        .body("states.'/proposedBy'", equalTo("withheld"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"status\":\"planned\",\"when\":{\"edtf\":\"2999-01\"}",
        "\"status\":\"planned\"",
        "\"status\":\"unknown\"",
        "\"status\":\"cancelled\",\"when\":{\"edtf\":\"2021-05/..\"}",
        "\"status\":\"proposed\",\"when\":{\"asStated\":\"when the rains end\"}"
      })
  void whatMayLieAheadIsItsOwnersAloneWhateverItsMarking(String time) {
    String dialogue = openCase();
    String id =
        recorded("meetings", "{\"case\":\"%s\",%s,%s}".formatted(dialogue, time, green("ngo-b")));

    read(OWNER, "meetings", id).statusCode(200).body("view", equalTo("full"));
    read(PARTNER, "meetings", id).statusCode(404);
    read(OTHER, "meetings", id).statusCode(404);
    as(PARTNER)
        .queryParam("about", dialogue)
        .get("/cases/v1/meetings")
        .then()
        .body("items", hasSize(0));
    as(PARTNER)
        .get("/cases/v1/cases/{id}/timeline", dialogue)
        .then()
        .body("entries.record.unique()", hasSize(1));
  }

  @Test
  void itOpensWhenSomebodyRecordsThatItWasHeld() {
    Response planned =
        record(
            "meetings",
            "{\"case\":\"%s\",\"status\":\"planned\",\"when\":{\"edtf\":\"%s\"},%s}"
                .formatted(openCase(), LocalDate.now(), green("ngo-b")));
    String id = planned.path("id");
    read(PARTNER, "meetings", id).statusCode(404);

    revise("meetings", planned, "{\"status\":\"held\"}");

    read(PARTNER, "meetings", id).statusCode(200).body("view", equalTo("full"));
    as(PARTNER)
        .get("/cases/v1/meetings/{id}/history", id)
        .then()
        .statusCode(200)
        .body("version", hasSize(1));
  }

  @Test
  void aPlanWhoseDaysAreOverMayBeShown() {
    String id =
        recorded(
            "meetings",
            "{\"case\":\"%s\",\"status\":\"planned\",\"when\":{\"edtf\":\"2021-05\"},%s}"
                .formatted(openCase(), green("ngo-b")));

    read(PARTNER, "meetings", id).statusCode(200);
  }

  @Test
  void theVillageOfAMeetingIsItsOwnersAloneAndCoordinatesAreNobodys() {
    String id =
        recorded(
            "meetings",
            "{\"case\":\"%s\",\"status\":\"held\",\"place\":{\"id\":\"%s\"},%s}"
                .formatted(aCase("," + asFineAsCanBe()), village(), asFineAsCanBe()));

    read(OWNER, "meetings", id)
        .body("place.level", equalTo("village"))
        .body("place.lat", nullValue())
        .body("place.within.findAll { it.lat != null }", hasSize(0));
    for (Tokens reader : List.of(PARTNER, OTHER)) {
      read(reader, "meetings", id)
          .body("view", equalTo("blurred"))
          .body("place.level", equalTo("adm3"))
          .body("place.lat", nullValue());
    }
  }

  @Test
  void whatItLiesNearIsItsOwnersAloneToo() {
    village();
    String id =
        recorded(
            "meetings",
            """
            {"case":"%s","status":"held",
             "place":{"id":"ML050731","unnamed":true,"near":"the well of Ogotembo"},%s}\
            """
                .formatted(aCase("," + asFineAsCanBe()), asFineAsCanBe()));

    read(OWNER, "meetings", id).body("place.near", equalTo("the well of Ogotembo"));
    for (Tokens reader : List.of(PARTNER, OTHER)) {
      read(reader, "meetings", id)
          .body("view", equalTo("blurred"))
          .body("place.level", equalTo("adm3"))
          .body("place.near", nullValue());
    }
  }

  @Test
  void coordinatesAreRefusedAndTheFutureIsNotHeld() {
    String dialogue = openCase();
    refused(
        "meetings",
        """
        {"case":"%s","status":"held","place":{"asStated":"a well","lat":14.1,"lon":-3.2}}\
        """
            .formatted(dialogue),
        "/place",
        "no-coordinates");
    refused(
        "meetings",
        "{\"case\":\"%s\",\"status\":\"held\",\"when\":{\"edtf\":\"2999\"}}".formatted(dialogue),
        "/when",
        "held-in-the-future");
  }

  @Test
  void hopsStayBetweenTheOwnerAndThoseNamed() {
    String id =
        recorded(
            "contacts",
            """
            {"case":"%s","status":"made","from":{"asStated":"a trader"},"to":{"asStated":"captors"},
             "hops":[{"who":{"asStated":"a cousin"},"tie":"grew up together"}],
             "channels":["captive_telephone"],
             "levers":[{"type":"past_protection","when":{"edtf":"2018"},"asStated":"lent his car"}],
             "trustBasis":"never lied to them","said":"A plea",%s}\
            """
                .formatted(openCase(), green("ngo-b")));

    read(PARTNER, "contacts", id)
        .body("hops[0].who.asStated", equalTo("a cousin"))
        .body("levers[0].type", equalTo("past_protection"));
    read(OTHER, "contacts", id)
        .body("view", equalTo("blurred"))
        .body("status", equalTo("made"))
        .body("hops", nullValue())
        .body("states.'/hops'", equalTo("withheld"))
        .body("states.'/levers'", equalTo("withheld"))
        .body("states.'/from'", equalTo("withheld"));
  }
}
