package org.toguna.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.toguna.kit.contract.PublishedContract;
import org.toguna.test.Broker;
import org.toguna.test.GoldenEvent;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** What this service promises in {@code contracts/}, and what it makes of siblings' promises. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class ContractTest {
  private static final String FIRST = "11111111-1111-4111-8111-111111111111";
  private static final String SECOND = "22222222-2222-4222-8222-222222222222";

  @Test
  void theOperationsAreThosePublished() {
    PublishedContract.of(Path.of("")).verify();
  }

  @Test
  void theEventsOfADocumentAndItsDraftAreThosePromised() throws IOException {
    String document = posted("GREEN");
    String draft = draftOf(document);

    GoldenEvent.isPromised("ingest.document", "document", document, Map.of(document, FIRST));
    GoldenEvent.isPromised(
        "ingest.suggestion", "suggestion", draft, Map.of(document, FIRST, draft, SECOND));
    assertThat(Broker.last("ingest.document", document).orElseThrow().value())
        .doesNotContain("Tonokara");
  }

  @Test
  void theCrisisThatCaseServicePromisesAcceptsItsSuggestion() throws IOException {
    String draft = draftOf(posted("AMBER"));
    String crisis = UUID.randomUUID().toString();
    String promised =
        Files.readString(Path.of("../case-service/contracts/events/crisis.v1.example.json"));
    Broker.publish(
        "cases.crisis",
        "crisis",
        crisis,
        1,
        promised.replace(FIRST, crisis).replace(SECOND, draft));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                given()
                    .auth()
                    .oauth2(Tokens.reader("ngo-a").token())
                    .get("/ingest/v1/suggestions/{id}", draft)
                    .then()
                    .body("status", equalTo("accepted"))
                    .body("decision.record", equalTo(crisis)));
  }

  @Test
  void thePlaceThatCaseServicePromisesIsRecognisedInTexts() throws IOException {
    String promised =
        Files.readString(Path.of("../case-service/contracts/events/place.v1.example.json"));
    String id =
        new com.fasterxml.jackson.databind.ObjectMapper().readTree(promised).get("id").asText();
    Broker.publish("cases.place", "place", id, 1, promised);
    String name =
        new com.fasterxml.jackson.databind.ObjectMapper()
            .readTree(promised)
            .at("/data/full/names/0/name")
            .asText();

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              String document =
                  given()
                      .auth()
                      .oauth2(Tokens.contributor("ngo-a").token())
                      .contentType("text/plain; charset=UTF-8")
                      .body(
                          "Note %s\n\nThe road to the village of %s is open."
                              .formatted(UUID.randomUUID(), name))
                      .post("/ingest/v1/documents")
                      .path("id");
              given()
                  .auth()
                  .oauth2(Tokens.reader("ngo-a").token())
                  .get("/ingest/v1/documents/{id}/reading", document)
                  .then()
                  .body(
                      "mentions.findAll { it.kind == 'place' }.candidates.flatten().id",
                      org.hamcrest.Matchers.hasItem(id));
            });
  }

  private static String posted(String marking) {
    return given()
        .auth()
        .oauth2(Tokens.contributor("ngo-a").token())
        .contentType("text/plain; charset=UTF-8")
        .queryParam("marking", marking)
        .body(
            "Note %s\n\nIn March 2023 armed men besieged the village of Tonokara."
                .formatted(UUID.randomUUID()))
        .post("/ingest/v1/documents")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String draftOf(String document) {
    return given()
        .auth()
        .oauth2(Tokens.reader("ngo-a").token())
        .queryParam("about", document)
        .get("/ingest/v1/suggestions")
        .path("items[0].id");
  }
}
