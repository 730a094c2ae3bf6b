package org.toguna.ingest.documents;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** What cannot be read is told to its sender, what is too much is said, and nothing is a 500. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class HostileReportStoryTest {

  private static RequestSpecification as(Tokens token) {
    return given().auth().oauth2(token.token());
  }

  private static Response post(String type, Object body) {
    return as(Tokens.contributor("ngo-a"))
        .contentType(type)
        .body(body)
        .post("/ingest/v1/documents");
  }

  @Test
  void aTypeThatIsNotTakenIsToldWhatIs() {
    as(Tokens.contributor("ngo-a"))
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("application/pdf", ContentType.TEXT)))
        .contentType("application/pdf")
        .body("%PDF-1.7")
        .post("/ingest/v1/documents")
        .then()
        .statusCode(415)
        .body("detail", containsString("text/plain, text/html and application/json"))
        .body("detail", containsString("application/pdf"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"title":"A note","text":"Words" "language":"en"} | 400 | malformed-json
          {"title":"A note","text":"Wor                     | 400 | malformed-json
          {"txt":"Words"}                                   | 400 | unknown-member
          {"text":7}                                        | 400 | malformed-json
          {"title":"A note"}                                | 422 | required
          {"text":"Words","reliability":"Z"}                | 422 | unknown-code
          []                                                | 400 | malformed-json
          """)
  void aTypoInJsonIsToldWithItsPlaceAndNothingIsKept(String body, int status, String code) {
    post("application/json", body)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(status)
        .body("errors", hasSize(1))
        .body("errors[0].code", equalTo(code));
  }

  @Test
  void anEmptyBodyIsNoFaultOfTheService() {
    for (var path : List.of("/ingest/v1/suggestions", "/ingest/v1/citation-checks")) {
      for (var body : List.of("", "null", "{}", "[]")) {
        int status =
            as(Tokens.contributor("ngo-a"))
                .contentType("application/json")
                .body(body)
                .post(path)
                .statusCode();
        assertThat(status).as(path + " " + body).isBetween(200, 499);
      }
    }
    post("application/json", "").then().statusCode(400);
    post("text/plain", "").then().statusCode(201).body("status", equalTo("FAILED"));
  }

  @Test
  void aMegabyteOfDatesIsReadInPartAndSaysSo() {
    String id =
        post(
                "text/plain; charset=UTF-8",
                UUID.randomUUID() + " " + "since 3 October 20 ".repeat(50_000))
            .then()
            .statusCode(201)
            .body("status", equalTo("PARTIAL"))
            .body("failure", equalTo("mentions_cut"))
            .extract()
            .path("id");
    as(Tokens.reader("ngo-a"))
        .get("/ingest/v1/documents/{id}/reading", id)
        .then()
        .statusCode(200)
        .body("more", equalTo(true));
  }

  @Test
  void whatIsHiddenOnAPageIsNotDraftedFrom() {
    String id =
        post(
                "text/html; charset=UTF-8",
                "<p>All quiet, %s.</p><p style='display:none'>Fighters have besieged the village of"
                        .formatted(UUID.randomUUID())
                    + " Tonokara since 3 October 2026.</p>")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as(Tokens.reader("ngo-a"))
        .queryParam("about", id)
        .get("/ingest/v1/suggestions")
        .then()
        .body("items", hasSize(0));
  }

  @Test
  void citationsOfOneSuggestionAreNotThoseOfAnother() {
    String id =
        post(
                "text/plain; charset=UTF-8",
                "Note %s\n\nTwo teachers were kidnapped in March 2023 near Tonokara.\n\nThree nurses were abducted in May 2024."
                    .formatted(UUID.randomUUID()))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Response drafts =
        as(Tokens.reader("ngo-a")).queryParam("about", id).get("/ingest/v1/suggestions");
    drafts.then().body("items", hasSize(2));
    checked(drafts, 0, 0).then().statusCode(200).body("flaws", hasSize(0));
    checked(drafts, 1, 0)
        .then()
        .statusCode(200)
        .body("flaws.code", everyItem(equalTo("not-of-this-suggestion")));
    assertThat(checked(drafts, 1, 0).<List<Object>>path("flaws")).isNotEmpty();
  }

  private static Response checked(Response drafts, int cited, int accepted) {
    List<Map<String, Object>> citations = drafts.path("items[%d].citations".formatted(cited));
    var own =
        citations.stream()
            .map(
                one ->
                    Map.<String, Object>of(
                        "field", one.get("field").toString().replace("/proposal", ""),
                        "document", one.get("document"),
                        "start", one.get("start"),
                        "end", one.get("end"),
                        "quote", one.get("quote")))
            .toList();
    return as(Tokens.contributor("ngo-a"))
        .contentType("application/json")
        .body(
            Map.<String, Object>of(
                "citations",
                own,
                "suggestion",
                drafts.<String>path("items[%d].id".formatted(accepted))))
        .post("/ingest/v1/citation-checks");
  }
}
