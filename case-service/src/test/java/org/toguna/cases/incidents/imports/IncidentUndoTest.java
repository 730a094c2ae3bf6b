package org.toguna.cases.incidents.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.toguna.cases.incidents.Incidents.as;
import static org.toguna.cases.incidents.Incidents.ended;
import static org.toguna.cases.incidents.Incidents.fictional;
import static org.toguna.cases.incidents.Incidents.kept;
import static org.toguna.cases.incidents.Incidents.rows;
import static org.toguna.cases.incidents.Incidents.taken;
import static org.toguna.cases.incidents.imports.IncidentImportTest.event;
import static org.toguna.cases.incidents.imports.IncidentImportTest.ged;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.toguna.cases.incidents.Incidents;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** An import is undone, and what people did meanwhile is never lost by a row of a file. */
@QuarkusTest
@TestProfile(RegistryOfItsOwn.class)
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class IncidentUndoTest {
  private static final String FIRST = "5,2021-01-01,2021-01-01,1,State forces,Front,Mali,6,4,4,4";
  private static final String NEXT = "5,2021-01-01,2021-01-01,1,State forces,Front,Mali,6,9,9,9";

  @BeforeEach
  void gazetteer() throws IOException {
    Incidents.loadGazetteer();
  }

  @Test
  void whatAnImportRecordedIsGoneAndItsRowsSaySo() throws IOException {
    var author = Tokens.reviewer("ngo-undo");
    JsonPath job = taken(author, fictional(), "");
    String id = event(author, "900001").getString("id");

    JsonPath undone = undone(author, job);

    assertThat(undone.getInt("outcomes.undone")).isEqualTo(34);
    assertThat(undone.getInt("outcomes.created")).isZero();
    assertThat(kept(author)).isZero();
    as(author).get("/cases/v1/incidents/{id}", id).then().statusCode(404);
    assertThat(rows(author, job.getString("id"), "outcome=undone").getList("items.externalId"))
        .as("an erased incident leaves no id of its provider behind")
        .containsOnlyNulls();
    assertThat(taken(author, fictional(), "").getInt("outcomes.created")).isEqualTo(34);
  }

  @Test
  void whatItRevisedIsAsItWasBeforeWithAVersionThatSaysSo() {
    var author = Tokens.reviewer("ngo-revert");
    // Others get these incidents blurred: what is compared and reverted is the full view all the
    // same.
    taken(author, ged(FIRST), "edition=1&marking=AMBER");
    JsonPath second = taken(author, ged(NEXT), "edition=2&marking=AMBER");
    assertThat(second.getInt("outcomes.revised")).isEqualTo(1);
    assertThat(event(author, "5").getInt("deaths.total.best")).isEqualTo(9);

    undone(author, second);

    JsonPath now = event(author, "5");
    assertThat(now.getInt("deaths.total.best")).isEqualTo(4);
    assertThat(now.getString("externalIds[0].edition")).isEqualTo("1");
    as(author)
        .get("/cases/v1/incidents/{id}/history", now.getString("id"))
        .then()
        .body("[2].why", equalTo("Import " + second.getString("id") + " was undone."));
    assertThat(taken(author, ged(FIRST), "edition=1&marking=AMBER").getInt("outcomes.unchanged"))
        .isEqualTo(1);
  }

  @Test
  void whatSomebodyChangedSinceStaysAndIsTold() {
    var author = Tokens.reviewer("ngo-since");
    JsonPath job = taken(author, ged(FIRST), "");
    revise(author, "{\"title\":\"Known to us\"}");

    JsonPath undone = undone(author, job);

    assertThat(undone.getInt("outcomes.kept")).isEqualTo(1);
    assertThat(rows(author, job.getString("id"), "outcome=kept").getString("items[0].code"))
        .isEqualTo("changed-since");
    assertThat(event(author, "5").getString("title")).isEqualTo("Known to us");
  }

  @Test
  void aLaterRowNeverOverwritesWhatSomebodyChanged() {
    var author = Tokens.reviewer("ngo-by-hand");
    taken(author, ged(FIRST), "");
    revise(author, "{\"deaths\":{\"total\":{\"low\":1,\"best\":null,\"high\":3}}}");

    JsonPath job = taken(author, ged(NEXT), "");
    assertThat(rows(author, job.getString("id"), "flagged=true").getList("items[0].flags"))
        .contains("changed_by_hand");
    taken(author, ged(NEXT.replace(",9,9,9", ",8,8,8")), "");

    JsonPath now = event(author, "5");
    assertThat(now.getInt("deaths.total.high")).isEqualTo(3);
    assertThat(now.getList("readings.value.total.best", Integer.class)).containsExactly(9, 8);
    assertThat(now.getList("readings.status")).containsOnly("conflict");
    assertThat(
            taken(author, ged(NEXT.replace(",9,9,9", ",8,8,8")), "").getInt("outcomes.unchanged"))
        .isEqualTo(1);
  }

  @Test
  void onlyWhatHasEndedIsUndoneAndOnlyWhatGoesOnIsCancelled() {
    var author = Tokens.reviewer("ngo-verbs");
    String id = taken(author, ged(FIRST), "").getString("id");

    as(author).put("/cases/v1/incident-imports/{id}/cancellation", id).then().statusCode(409);
    as(Tokens.reviewer("ngo-other"))
        .put("/cases/v1/incident-imports/{id}/undo", id)
        .then()
        .statusCode(404);
    as(Tokens.contributor("ngo-verbs"))
        .put("/cases/v1/incident-imports/{id}/undo", id)
        .then()
        .statusCode(403);
  }

  private static JsonPath undone(Tokens author, JsonPath job) {
    as(author)
        .put("/cases/v1/incident-imports/{id}/undo", job.getString("id"))
        .then()
        .statusCode(202);
    JsonPath ended = ended(author, job.getString("id"));
    assertThat(ended.getString("state")).isEqualTo("undone");
    return ended;
  }

  private static void revise(Tokens author, String patch) {
    String id = event(author, "5").getString("id");
    String etag = as(author).get("/cases/v1/incidents/{id}", id).header("ETag");
    as(author)
        .contentType("application/merge-patch+json")
        .header("If-Match", etag)
        .body(patch)
        .patch("/cases/v1/incidents/{id}", id)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200);
  }
}
