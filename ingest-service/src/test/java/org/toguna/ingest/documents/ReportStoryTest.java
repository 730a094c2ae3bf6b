package org.toguna.ingest.documents;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** A report is posted, kept, read, and drafts suggestions that cite it. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class ReportStoryTest {
  private static final String SITREP =
      """
      Weekly note %s

      In March 2023 armed men besieged the village of Tonokara. Traders say nothing goes in or out.
      The siege was lifted in May 2023, elders said.

      Two teachers were kidnapped by gunmen in late 2022. One of them was freed.
      """;

  @Test
  void aReportIsKeptReadAndDraftedFromWithPassages() {
    String text = SITREP.formatted(UUID.randomUUID());
    Response posted = post(text);
    posted
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201)
        .body("status", equalTo("READY"))
        .body("language", equalTo("en"))
        .body("marking.tlp", equalTo("AMBER+STRICT"));
    String id = posted.path("id");

    Response reading = as(Tokens.reader("ngo-a")).get("/ingest/v1/documents/{id}/reading", id);
    reading.then().statusCode(200).body("text", equalTo(text));
    assertThat(
            as(Tokens.reader("ngo-a")).get("/ingest/v1/documents/{id}/original", id).asByteArray())
        .asString()
        .isEqualTo(text);

    Response drafts =
        as(Tokens.reader("ngo-a")).queryParam("about", id).get("/ingest/v1/suggestions");
    drafts
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200)
        .body("items.proposal.type", hasItem("siege"))
        .body("items.proposal.type", hasItem("abduction"));
    Map<String, Object> siege = drafts.path("items.find { it.proposal.type == 'siege' }");
    assertThat(siege).extracting("status").isEqualTo("open");
    drafts
        .then()
        .body("items.find { it.proposal.type == 'siege' }.proposal.status", equalTo("lifted"))
        .body(
            "items.find { it.proposal.type == 'siege' }.proposal.since.from", equalTo("2023-03-01"))
        .body(
            "items.find { it.proposal.type == 'siege' }.citations.field",
            hasItem("/proposal/since"));
    int start = drafts.path("items[0].citations[0].start");
    int end = drafts.path("items[0].citations[0].end");
    String quote = drafts.path("items[0].citations[0].quote");
    assertThat(text.substring(start, end)).isEqualTo(quote);
  }

  /** A sentence without an end is cited in part, and nothing is dropped for it. */
  @Test
  void aSentenceThatIsTooLongToBeCitedIsCitedWhereItSaysSo() {
    String text =
        "Report %s. Fighters have besieged the village of Allahoré since 5 October 2026, "
                .formatted(UUID.randomUUID())
            + "and the market and the mill and the well and the road ".repeat(60)
            + "stayed closed.";
    String id = post(text).path("id");
    as(Tokens.reviewer("ngo-a"))
        .queryParam("about", id)
        .get("/ingest/v1/suggestions")
        .then()
        .log()
        .ifValidationFails()
        .body("items", hasSize(1))
        .body(
            "items[0].citations.field",
            hasItems("/proposal/type", "/proposal/place", "/proposal/since", "/proposal/by"))
        .body("items[0].citations.findAll { it.quote.length() > 2000 }", hasSize(0))
        .body("items[0].citations[0].quote", containsString("besieged"));
  }

  @Test
  void theSameBytesAreTheSameDocumentForWhoeverHasItAndNewForOthers() {
    String text = SITREP.formatted(UUID.randomUUID());
    String first = post(text).path("id");
    post(text).then().statusCode(200).body("id", equalTo(first));
    as(Tokens.contributor("ngo-b"))
        .contentType("text/plain; charset=UTF-8")
        .body(text)
        .post("/ingest/v1/documents")
        .then()
        .statusCode(201)
        .body("id", not(equalTo(first)));
    as(Tokens.reader("ngo-b")).get("/ingest/v1/documents/{id}", first).then().statusCode(404);
    as(Tokens.reader("ngo-b"))
        .get("/ingest/v1/documents/{id}/reading", first)
        .then()
        .statusCode(404);
    as(Tokens.reader("ngo-b"))
        .queryParam("about", first)
        .get("/ingest/v1/suggestions")
        .then()
        .body("items", hasSize(0));
  }

  @Test
  void othersWhomTheLevelAdmitsLearnThatThereIsAReportAndNothingOfItsText() {
    String text = SITREP.formatted(UUID.randomUUID());
    String id =
        as(Tokens.contributor("ngo-a"))
            .contentType("text/plain; charset=UTF-8")
            .queryParam("marking", "GREEN")
            .body(text)
            .post("/ingest/v1/documents")
            .path("id");
    as(Tokens.reader("ngo-b"))
        .get("/ingest/v1/documents/{id}", id)
        .then()
        .statusCode(200)
        .body("view", equalTo("blurred"))
        .body("content", nullValue())
        .body("textHash", nullValue());
    as(Tokens.reader("ngo-b")).get("/ingest/v1/documents/{id}/reading", id).then().statusCode(404);
    as(Tokens.reader("ngo-b"))
        .queryParam("about", id)
        .get("/ingest/v1/suggestions")
        .then()
        .body("items", hasSize(0));
  }

  @Test
  void aQuoteIsComparedWithItsDocument() {
    String text = SITREP.formatted(UUID.randomUUID());
    String id = post(text).path("id");
    int start = text.indexOf("besieged");
    check(id, start, start + 8, "besieged").body("flaws", hasSize(0)).body("documents", hasSize(1));
    check(id, start, start + 8, "liberated".substring(0, 8))
        .body("flaws[0].code", equalTo("citation-mismatch"))
        .body("flaws[0].pointer", equalTo("/citations/0/quote"));
    check(UUID.randomUUID().toString(), start, start + 8, "besieged")
        .body("flaws[0].code", equalTo("unknown-document"));
  }

  @Test
  void aSuggestionIsRejectedWithAReasonAndStaysReadable() {
    String id = post(SITREP.formatted(UUID.randomUUID())).path("id");
    Response drafts =
        as(Tokens.reader("ngo-a")).queryParam("about", id).get("/ingest/v1/suggestions");
    String draft = drafts.path("items[0].id");
    String etag =
        as(Tokens.reader("ngo-a")).get("/ingest/v1/suggestions/{id}", draft).header("ETag");
    as(Tokens.reviewer("ngo-a"))
        .header("If-Match", etag)
        .contentType("application/json")
        .body("{\"reason\":\"no-such-reason\"}")
        .put("/ingest/v1/suggestions/{id}/rejection", draft)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/reason"));
    as(Tokens.reviewer("ngo-a"))
        .header("If-Match", etag)
        .contentType("application/json")
        .body("{\"reason\":\"not_stated\",\"note\":\"Another village\"}")
        .put("/ingest/v1/suggestions/{id}/rejection", draft)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200)
        .body("status", equalTo("rejected"))
        .body("decision.by", containsString("ngo-a/"));
  }

  @Test
  void whatCannotBeReadIsKeptWithTheCodeThatSaysWhy() {
    as(Tokens.contributor("ngo-a"))
        .contentType("text/plain")
        .body(new byte[] {'%', 'P', 'D', 'F', '-', '1', '.', '7', 0, 1, 2})
        .post("/ingest/v1/documents")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201)
        .body("status", equalTo("FAILED"))
        .body("failure", equalTo("not_text"));
    as(Tokens.contributor("ngo-a"))
        .contentType("application/pdf")
        .body(new byte[] {1})
        .post("/ingest/v1/documents")
        .then()
        .statusCode(415);
  }

  private static io.restassured.response.ValidatableResponse check(
      String document, int start, int end, String quote) {
    return as(Tokens.reviewer("ngo-a"))
        .contentType("application/json")
        .body(
            Map.of(
                "citations",
                java.util.List.of(
                    Map.of(
                        "field",
                        "/since",
                        "document",
                        document,
                        "start",
                        start,
                        "end",
                        end,
                        "quote",
                        quote))))
        .post("/ingest/v1/citation-checks")
        .then()
        .statusCode(200);
  }

  private static Response post(String text) {
    return as(Tokens.contributor("ngo-a"))
        .contentType("text/plain; charset=UTF-8")
        .body(text)
        .post("/ingest/v1/documents");
  }

  private static RequestSpecification as(Tokens token) {
    return given().auth().oauth2(token.token());
  }
}
