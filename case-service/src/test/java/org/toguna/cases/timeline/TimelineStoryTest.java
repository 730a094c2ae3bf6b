package org.toguna.cases.timeline;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.toguna.cases.Registry.OTHER;
import static org.toguna.cases.Registry.OWNER;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.green;
import static org.toguna.cases.Registry.recorded;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** One case in time: intervals as wide as they are, of everything that hangs on it. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class TimelineStoryTest {

  @Test
  void whatHangsOnACaseAndItsCrisesStandsInOneOrder() {
    String crisis =
        recorded(
            "crises",
            "{\"type\":\"siege\",\"status\":\"open\",\"since\":{\"edtf\":\"2021-03\"},%s}"
                .formatted(green("ngo-b")));
    String dialogue =
        recorded(
            "cases",
            """
            {"type":"siege_lifting","crises":["%s"],
             "stages":[{"stage":"contact_made","when":{"edtf":"2021-08"}}],%s}"""
                .formatted(crisis, green("ngo-b")));
    String meeting =
        recorded(
            "meetings",
            """
            {"case":"%s","status":"held",
             "when":{"from":"2021-08-08","to":"2021-08-31","asStated":"a week later",
                     "basis":"derived"},%s}"""
                .formatted(dialogue, green("ngo-b")));
    String secret =
        recorded(
            "contacts",
            "{\"case\":\"%s\",\"status\":\"made\",\"when\":{\"edtf\":\"2021-07\"}}"
                .formatted(dialogue));
    String undated = recorded("mandates", mandate(dialogue));

    timeline(OWNER, dialogue)
        .body("entries.record", contains(crisis, secret, dialogue, meeting, undated))
        .body("entries.code", contains("open", "made", "contact_made", "held", "one_off"))
        .body("entries[3].when.basis", equalTo("derived"))
        .body("entries[3].when.from", equalTo("2021-08-08"))
        .body("entries[3].citations", equalTo(0))
        .body("entries[4].when", nullValue())
        .body("more", equalTo(false));
    timeline(OTHER, dialogue)
        .body("entries.record", not(hasItem(secret)))
        .body("entries.record", hasItem(meeting))
        .body(
            "entries.find { it.record == '%s' }.when.from".formatted(meeting),
            equalTo("2021-08-01"))
        .body("entries.find { it.record == '%s' }.citations".formatted(meeting), nullValue());
  }

  @Test
  void theTimelineOfACaseThatOneMayNotSeeDoesNotExist() {
    String hidden = recorded("cases", "{\"type\":\"local_truce\"}");

    as(OTHER).get("/cases/v1/cases/{id}/timeline", hidden).then().statusCode(404);
  }

  private static String mandate(String dialogue) {
    return "{\"case\":\"%s\",\"type\":\"one_off\",\"holder\":{\"asStated\":\"a herder\"}}"
        .formatted(dialogue);
  }

  private static ValidatableResponse timeline(Tokens token, String id) {
    return as(token)
        .get("/cases/v1/cases/{id}/timeline", id)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200);
  }
}
