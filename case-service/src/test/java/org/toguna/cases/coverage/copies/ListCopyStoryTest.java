package org.toguna.cases.coverage.copies;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;
import static org.toguna.cases.coverage.InventedCommune.as;
import static org.toguna.cases.coverage.InventedCommune.caseOf;
import static org.toguna.cases.coverage.InventedCommune.list;
import static org.toguna.cases.coverage.InventedCommune.patch;
import static org.toguna.cases.coverage.InventedCommune.record;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.toguna.cases.coverage.InventedCommune;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** A copy leaves with names only, once two people of the owner have said so. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class ListCopyStoryTest {
  private static final Tokens ASKING = Tokens.reviewer("ngo-a");
  private static final Tokens SECOND = Tokens.reviewer("ngo-a").user("second");
  private static final Tokens OFFICER = Tokens.protectionOfficer("ngo-a");
  private static final String ENTRIES =
      """
      [{"name":"Dounfana","note":"not for others"},{"name":"=Kolombila"},
       {"name":"Ouromori","consent":{"state":"refused"}},
       {"name":"Zambala","consent":{"state":"withdrawn"}},
       {"name":"Woyokoro","consent":{"state":"unknown"}},{"unnamed":true}]""";

  @BeforeEach
  void load() {
    InventedCommune.load();
  }

  @Test
  void namesLeaveOnceASecondPersonApproved() {
    Response copy = requested(recorded().path("id"));
    String id = copy.path("id");
    assertThat(copy.header("Location")).isEqualTo("/cases/v1/list-copies/" + id);
    assertThat(copy.<String>path("status")).isEqualTo("requested");
    assertThat(copy.asString()).doesNotContain("Dounfana");
    names(ASKING, id).statusCode(409);

    decide(SECOND, copy, "approved")
        .statusCode(200)
        .body("status", equalTo("approved"))
        .body("requestedBy", equalTo("ngo-a/reviewer-of-ngo-a"))
        .body("decidedBy", equalTo("ngo-a/second"));

    assertThat(names(ASKING, id).statusCode(200).extract().asString())
        .isEqualTo("Dounfana\n=Kolombila\nWoyokoro\n");
    var csv =
        given()
            .auth()
            .oauth2(ASKING.token())
            .header("Accept", "text/csv")
            .get("/cases/v1/list-copies/{id}/names", id)
            .then()
            .statusCode(200)
            .header("Content-Type", startsWith("text/csv"))
            .header("Content-Disposition", equalTo("attachment; filename=\"names.csv\""))
            .extract()
            .asString();
    assertThat(csv).isEqualTo("name\r\n\"Dounfana\"\r\n\"'=Kolombila\"\r\n\"Woyokoro\"\r\n");
  }

  @Test
  void whoeverAskedDoesNotDecide() {
    Response copy = requested(recorded().path("id"));

    decide(ASKING, copy, "approved")
        .statusCode(403)
        .body("type", equalTo("/problems/not-allowed"))
        .body("detail", startsWith("It takes two people"));
    names(SECOND, copy.path("id")).statusCode(409);
    decide(OFFICER, copy, "approved").statusCode(200);
    names(OFFICER, copy.path("id")).statusCode(200);
  }

  @Test
  void whatIsRefusedDoesNotLeaveAndIsNotDecidedAgain() {
    Response copy = requested(recorded().path("id"));
    Response refused = decide(SECOND, copy, "refused").statusCode(200).extract().response();

    names(ASKING, copy.path("id")).statusCode(409);
    decide(SECOND, refused, "approved").statusCode(409);
  }

  @Test
  void aListThatChangedSinceDoesNotLeave() {
    Response list = recorded();
    Response approved = requested(list.path("id"));
    Response waiting = requested(list.path("id"));
    decide(SECOND, approved, "approved").statusCode(200);
    patch(
        ASKING,
        list.path("id"),
        list.header("ETag"),
        "{\"entries\":[{\"name\":\"Dounfana\",\"consent\":{\"state\":\"withdrawn\"}}]}");

    names(ASKING, approved.path("id")).statusCode(409);
    decide(SECOND, waiting, "approved").statusCode(409);
  }

  @Test
  void nobodyElseLearnsOfACopy() {
    Response copy = requested(recorded().path("id"));
    String id = copy.path("id");
    var theirs = Tokens.reviewer("ngo-b");

    as(theirs).get("/cases/v1/list-copies/{id}", id).then().statusCode(404);
    as(theirs).get("/cases/v1/list-copies").then().body("items", empty());
    names(theirs, id).statusCode(404);
    decide(theirs, copy, "approved").statusCode(404);
    as(theirs)
        .body("{\"recipient\":\"us\",\"purpose\":\"to know\"}")
        .post("/cases/v1/coverage-lists/{id}/copies", copy.<String>path("list"))
        .then()
        .statusCode(404);
  }

  @Test
  void aPartnerWhoReadsTheListDoesNotLetACopyLeave() {
    String shared = ",\"marking\":{\"tlp\":\"AMBER+STRICT\",\"sharedWith\":[\"ngo-b\"]}";
    String id = record(ASKING, list(caseOf(ASKING, shared), ENTRIES, shared)).path("id");

    as(Tokens.reviewer("ngo-b"))
        .body("{\"recipient\":\"us\",\"purpose\":\"to know\"}")
        .post("/cases/v1/coverage-lists/{id}/copies", id)
        .then()
        .statusCode(403);
  }

  @Test
  void everyStepIsInTheAudit() throws SQLException {
    Response copy = requested(recorded().path("id"));
    decide(SECOND, copy, "approved").statusCode(200);
    names(OFFICER, copy.path("id")).statusCode(200);

    assertThat(steps(copy.path("id")))
        .containsSubsequence(
            "ngo-a/reviewer-of-ngo-a recorded",
            "ngo-a/second revised",
            "ngo-a/protection-officer-of-ngo-a download");
  }

  @Test
  void aCopyIsForSomebodyAndForSomething() {
    as(ASKING)
        .body("{}")
        .post("/cases/v1/coverage-lists/{id}/copies", recorded().<String>path("id"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/recipient", "/purpose"));
    decide(SECOND, requested(recorded().path("id")), "perhaps")
        .statusCode(422)
        .body("errors.pointer", hasItems("/status"));
  }

  private static Response recorded() {
    return record(ASKING, list(caseOf(ASKING, ""), ENTRIES, ""));
  }

  private static Response requested(String list) {
    return as(ASKING)
        .body("{\"recipient\":\"the other side, through the chief\",\"purpose\":\"the pact\"}")
        .post("/cases/v1/coverage-lists/{id}/copies", list)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201)
        .extract()
        .response();
  }

  private static ValidatableResponse decide(Tokens who, Response copy, String status) {
    return as(who)
        .header("If-Match", copy.header("ETag"))
        .body("{\"status\":\"" + status + "\"}")
        .put("/cases/v1/list-copies/{id}/decision", copy.<String>path("id"))
        .then();
  }

  private static ValidatableResponse names(Tokens who, String id) {
    return given().auth().oauth2(who.token()).get("/cases/v1/list-copies/{id}/names", id).then();
  }

  private static List<String> steps(String id) throws SQLException {
    var url = ConfigProvider.getConfig().getValue("toguna.test.superuser-url", String.class);
    try (var connection = DriverManager.getConnection(url);
        var select =
            connection.prepareStatement(
                "select person || ' ' || action from audit_entry where records @> array[?::uuid]"
                    + " order by seq")) {
      select.setString(1, id);
      var steps = new ArrayList<String>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          steps.add(rows.getString(1));
        }
      }
      return steps;
    }
  }
}
