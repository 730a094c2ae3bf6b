package org.toguna.cases.dialogue;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.toguna.cases.Registry.OTHER;
import static org.toguna.cases.Registry.OWNER;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.read;
import static org.toguna.cases.Registry.record;
import static org.toguna.cases.Registry.recorded;
import static org.toguna.cases.Registry.refused;
import static org.toguna.cases.Registry.revise;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;

/** A case holds what a source says of a dialogue, odd as it may be, and guesses nothing. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class CaseStoryTest {

  @Test
  void aCaseSaysWhatSetItOffWhatItIsForAndWhomItKeepsOut() {
    String id =
        recorded(
            "cases",
            """
            {"type":"peace_process","level":"national","title":"Talks in the capital",
             "place":{"asStated":"the north"},
             "trigger":{"asStated":"two years of raids",
                        "duration":{"best":2,"unit":"years","asStated":"over two years"}},
             "purpose":"let an election go ahead",
             "scale":{"unit":"villages","asStated":"dozens of villages"},
             "nationalProcess":{"linked":"yes","process":"the accord","reason":"named in its annex"},
             "preconditions":[{"by":{"asStated":"the government"},
                               "asStated":"distance from another group","met":"no"}],
             "parties":[{"asStated":"a neighbouring state","role":"convenor","side":"mediator"},
                        {"asStated":"the insurgents","role":"excluded","side":"armed_group"}],
             "states":{"/crises":"none"}}""");

    read(OWNER, "cases", id)
        .statusCode(200)
        .body("scale.asStated", equalTo("dozens of villages"))
        .body("scale.low", nullValue())
        .body("nationalProcess.linked", equalTo("yes"))
        .body("preconditions[0].met", equalTo("no"))
        .body("trigger.duration.best", equalTo(2))
        .body("parties.role", contains("convenor", "excluded"))
        .body("states.'/crises'", equalTo("none"))
        .body("warnings", nullValue());
  }

  @Test
  void anOddOrderIsRecordedAndToldToThoseWhoGetItInFull() {
    Response odd =
        record(
            "cases",
            """
            {"type":"local_truce","marking":{"tlp":"GREEN"},
             "stages":[{"stage":"in_force","when":{"edtf":"2021-05"}},
                       {"stage":"contact_made","when":{"edtf":"2021-08"}}]}""");
    String id = odd.path("id");

    odd.then().body("warnings.code", contains("odd-order"));
    read(OWNER, "cases", id)
        .body("warnings[0].pointer", equalTo("/stages/0"))
        .body("stages.stage", contains("in_force", "contact_made"));
    read(OTHER, "cases", id)
        .statusCode(200)
        .body("view", equalTo("blurred"))
        .body("warnings", nullValue())
        .body("states.'/warnings'", nullValue())
        .body("states.'/parties'", equalTo("withheld"))
        .body("states.'/purpose'", equalTo("withheld"));
    revise(
            "cases",
            odd,
            "{\"stages\":[{\"stage\":\"contact_made\",\"when\":{\"edtf\":\"2021-04\"}}]}")
        .then()
        .body("warnings", nullValue());
  }

  @Test
  void stagesInAnyOrderAreFoundBetweenTheFirstAndTheLast() {
    String id =
        recorded(
            "cases",
            """
            {"type":"local_truce",
             "stages":[{"stage":"closed","when":{"edtf":"2019-08"}},
                       {"stage":"contact_made","when":{"edtf":"2019-03"}}]}""");

    as(OWNER)
        .queryParams("from", "2019-05-01", "to", "2019-05-31", "limit", 1000)
        .get("/cases/v1/cases")
        .then()
        .body("items.id", hasItem(id));
    as(OWNER)
        .queryParams("from", "2019-09-01", "to", "2019-12-31", "limit", 1000)
        .get("/cases/v1/cases")
        .then()
        .body("items.id", not(hasItem(id)));
  }

  @Test
  void rolesThatContradictEachOtherAreToldOf() {
    record(
            "cases",
            """
            {"type":"local_truce","parties":[
               {"asStated":"a chief","role":"mediator","side":"community"}]}""")
        .then()
        .body("warnings.code", contains("mediator-with-a-side"));
  }

  @Test
  void badInputIsRefusedWithEveryPointerAtOnce() {
    String body =
        """
        {"type":"local_truce","nationalProcess":{"linked":"maybe"},
         "parties":[{"asStated":"a chief"},{"role":"mediator"}],
         "preconditions":[{"met":"no"}],
         "stages":[{"when":{"edtf":"2021-13"}}],
         "crises":["11111111-1111-4111-8111-111111111111"]}""";

    refused("cases", body, "/nationalProcess/linked", "unknown-code");
    refused("cases", body, "/parties/0/role", "required");
    refused("cases", body, "/parties/1/actor", "required");
    refused("cases", body, "/preconditions/0/asStated", "required");
    refused("cases", body, "/stages/0/stage", "required");
    refused("cases", body, "/crises/0", "unknown-record");
  }

  @Test
  void aCaseIsAboutACrisisAndNotAboutAnythingElse() {
    String other = recorded("cases", "{\"type\":\"local_truce\"}");

    refused(
        "cases",
        "{\"type\":\"local_truce\",\"crises\":[\"%s\"]}".formatted(other),
        "/crises/0",
        "unknown-record");
  }

  @Test
  void everyErrorIsToldInOneAnswer() {
    as(org.toguna.cases.Registry.REVIEWER)
        .body("{\"type\":\"x\",\"level\":\"y\",\"nationalProcess\":{}}")
        .post("/cases/v1/cases")
        .then()
        .statusCode(422)
        .body("errors", hasSize(3))
        .body("errors.pointer", hasItems("/type", "/level", "/nationalProcess/linked"));
  }
}
