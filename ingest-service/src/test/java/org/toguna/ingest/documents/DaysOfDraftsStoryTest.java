package org.toguna.ingest.documents;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** A day that cannot be is flagged in reports and in what is proposed from them. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class DaysOfDraftsStoryTest {

  @Test
  void aReportOfDaysToComeIsKeptAsStatedWarnedOfAndNeverOnTop() {
    String future = report("2062-10-03", "Nothing happened.");
    String real = report("2026-10-03", "Nothing else happened.");

    ours()
        .get("/ingest/v1/documents/{id}", future)
        .then()
        .body("publishedAt.edtf", equalTo("2062-10-03"))
        .body("warnings.code", contains("day-ahead"))
        .body("warnings.pointer", contains("/publishedAt"));
    ours().get("/ingest/v1/documents/{id}", real).then().body("warnings", nullValue());
    List<String> order = ours().get("/ingest/v1/documents?limit=1000").path("items.id");
    assertThat(order.indexOf(real)).isLessThan(order.indexOf(future));
  }

  @Test
  void whatAReportCountsBackFromADayThatCannotBeStaysUndated() {
    String id = report("2062-10-03", "Last year fighters besieged the village of Tonokara.");
    for (String since :
        ours()
            .queryParam("about", id)
            .get("/ingest/v1/suggestions")
            .<List<String>>path("items.proposal.since.from")) {
      assertThat(since).isNull();
    }
  }

  @Test
  void aProposalIsFlaggedWhereverItNamesSuchADay() {
    String report = report("2026-10-03", "Nothing happened at all.");
    propose(report, "crisis", "{\"type\":\"siege\",\"since\":{\"edtf\":\"2062-10-03\"}}")
        .body("warnings.pointer", contains("/proposal/since"));
    propose(
            report,
            "crisis",
            """
            {"type":"siege","since":{"edtf":"2021"},"harms":[{"when":{"edtf":"0025"}}],
             "observations":[{"when":{"from":"2099-01-01","to":"2099-01-02"}}]}\
            """)
        .body("warnings.pointer", hasItem("/proposal/harms/0/when"))
        .body("warnings.pointer", hasItem("/proposal/observations/0/when"));
    propose(report, "meeting", "{\"when\":{\"edtf\":\"2028\"}}").body("warnings", nullValue());
    propose(report, "meeting", "{\"when\":{\"edtf\":\"9999\"}}")
        .body("warnings.code", contains("day-ahead"));
  }

  private static ValidatableResponse propose(String report, String type, String proposal) {
    return ours()
        .body(
            "{\"document\":\"%s\",\"type\":\"%s\",\"proposal\":%s}"
                .formatted(report, type, proposal))
        .post("/ingest/v1/suggestions")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201);
  }

  private static String report(String published, String text) {
    return ours()
        .body(
            "{\"publishedAt\":\"%s\",\"text\":\"%s %s\",\"language\":\"en\"}"
                .formatted(published, text, UUID.randomUUID()))
        .post("/ingest/v1/documents")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static RequestSpecification ours() {
    return given().auth().oauth2(Tokens.reviewer("ngo-days").token()).contentType(ContentType.JSON);
  }
}
