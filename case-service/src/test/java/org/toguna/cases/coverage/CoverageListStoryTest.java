package org.toguna.cases.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.toguna.cases.coverage.InventedCommune.as;
import static org.toguna.cases.coverage.InventedCommune.caseOf;
import static org.toguna.cases.coverage.InventedCommune.list;
import static org.toguna.cases.coverage.InventedCommune.listedWithout;
import static org.toguna.cases.coverage.InventedCommune.patch;
import static org.toguna.cases.coverage.InventedCommune.record;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.toguna.test.Broker;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** A list belongs to a case, has versions, and shows nothing of itself to anybody else. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class CoverageListStoryTest {
  private static final Tokens OURS = Tokens.reviewer("ngo-a");
  private static final Tokens THEIRS = Tokens.reader("ngo-b");
  private static final String GREEN = ",\"marking\":{\"tlp\":\"GREEN\"}";

  @BeforeEach
  void load() {
    InventedCommune.load();
  }

  @Test
  void aListIsItsOwnersAloneUnlessMarkedOtherwise() {
    Response recorded = listedWithout(OURS, "");
    String id = recorded.path("id");

    assertThat(recorded.<String>path("marking.tlp")).isEqualTo("AMBER+STRICT");
    assertThat(recorded.<String>path("unit.name")).isEqualTo("Tiéguéna");
    as(THEIRS).get("/cases/v1/coverage-lists/{id}", id).then().statusCode(404);
    as(THEIRS).get("/cases/v1/coverage-lists").then().body("items.id", not(hasItem(id)));
    as(OURS)
        .queryParam("place", InventedCommune.CODE)
        .get("/cases/v1/coverage-lists")
        .then()
        .body("items.id", hasItem(id));
    as(OURS)
        .queryParam("about", recorded.<String>path("case"))
        .get("/cases/v1/coverage-lists")
        .then()
        .body("items.id", contains(id));
  }

  @Test
  void whomTheLevelAdmitsLearnsThatThereIsAListAndNothingOfIt() {
    String id = listedWithout(OURS, GREEN).path("id");

    as(THEIRS)
        .get("/cases/v1/coverage-lists/{id}", id)
        .then()
        .statusCode(200)
        .body("view", equalTo("blurred"))
        .body("status", equalTo("agreed"))
        .body("unit", nullValue())
        .body("entries", nullValue())
        .body("statedTotal", nullValue())
        .body("when", nullValue())
        .body("case", nullValue())
        .body("states.'/entries'", equalTo("withheld"))
        .body("states.'/unit'", equalTo("withheld"));
    as(THEIRS)
        .queryParam("place", "ML77")
        .get("/cases/v1/coverage-lists")
        .then()
        .body("items.id", not(hasItem(id)));
    as(THEIRS)
        .queryParam("from", 1)
        .queryParam("to", 1)
        .get("/cases/v1/coverage-lists/{id}/difference", id)
        .then()
        .statusCode(403);
  }

  @Test
  void anEventCarriesNeitherNamesNorUnitWhateverTheMarking() {
    for (String marking : new String[] {"", GREEN}) {
      String id = listedWithout(OURS, marking).path("id");
      await().atMost(Duration.ofSeconds(20)).until(() -> event(id), Optional::isPresent);
      assertThat(event(id).orElseThrow().replace(id, "its id"))
          .contains("\"status\":\"agreed\"")
          .doesNotContain("ML77")
          .doesNotContain("Dounfana")
          .doesNotContain("15");
    }
  }

  @Test
  void noSearchFindsAListByWhatItLists() {
    listedWithout(OURS, "");

    as(OURS)
        .queryParam("q", "Kolombila")
        .get("/cases/v1/coverage-lists")
        .then()
        .body("items", empty());
  }

  @Test
  void whatChangedBetweenTwoVersionsIsToldLineByLine() {
    String entries =
        """
        [{"name":"Dounfana","place":"ML770101002"},{"name":"Kolombila"},{"name":"Ouromori"},
         {"name":"Zambala","consent":{"state":"given","by":"the chief"}}]""";
    Response first = record(OURS, list(caseOf(OURS, ""), entries, ""));
    String id = first.path("id");
    assertThat(first.<String>path("entries[0].place")).isEqualTo("cod:ML770101002");
    patch(
        OURS,
        id,
        first.header("ETag"),
        """
        {"entries":[{"name":"Dunfana","place":"ML770101002"},{"name":"Kolombila"},
         {"name":"Woyokoro"},
         {"name":"Zambala","consent":{"state":"withdrawn","when":{"edtf":"2021-10"}}}]}""");

    as(OURS)
        .queryParam("from", 1)
        .queryParam("to", 2)
        .get("/cases/v1/coverage-lists/{id}/difference", id)
        .then()
        .statusCode(200)
        .header("Cache-Control", equalTo("private, no-store"))
        .body("added.name", contains("Woyokoro"))
        .body("removed.name", contains("Ouromori"))
        .body("respelt.after.name", contains("Dunfana"))
        .body("respelt.sure", contains(true))
        .body("consentChanged.after.consent.state", contains("withdrawn"))
        .body("unitChanged", equalTo(false));
    as(OURS)
        .queryParam("from", 1)
        .queryParam("to", 3)
        .get("/cases/v1/coverage-lists/{id}/difference", id)
        .then()
        .statusCode(404);
    as(OURS)
        .queryParam("from", 1)
        .get("/cases/v1/coverage-lists/{id}/difference", id)
        .then()
        .statusCode(400);
    as(THEIRS)
        .queryParam("from", 1)
        .queryParam("to", 2)
        .get("/cases/v1/coverage-lists/{id}/difference", id)
        .then()
        .statusCode(404);
  }

  @Test
  void everyFlawOfAListIsToldAtOnceWithItsPlace() {
    String theirs = caseOf(Tokens.reviewer("ngo-b"), "");
    for (String unseen : new String[] {theirs, UUID.randomUUID().toString()}) {
      as(OURS)
          .body(
              list(
                  unseen,
                  """
                  [{"note":"no name"},{"name":"Dounfana","place":"ML770101999"},
                   {"name":"Zambala","consent":{"state":"perhaps"}},{"name":"Two\\nlines"}]""",
                  ""))
          .post("/cases/v1/coverage-lists")
          .then()
          .statusCode(422)
          .body(
              "errors.pointer",
              hasItems(
                  "/case",
                  "/entries/0/name",
                  "/entries/1/place",
                  "/entries/2/consent/state",
                  "/entries/3/name"))
          .body("errors", hasSize(5));
    }
    as(OURS)
        .body(
            """
            {"status":"done","statedCounts":"all","unit":{"id":"ML770101001"},"via":{},
             "sentBy":{"actor":"%s"}}"""
                .formatted(UUID.randomUUID()))
        .post("/cases/v1/coverage-lists")
        .then()
        .statusCode(422)
        .body(
            "errors.pointer",
            hasItems("/case", "/status", "/statedCounts", "/unit", "/sentBy/actor", "/via/actor"));
  }

  @Test
  void whoDoesNotSeeTheCaseDoesNotSeeItsList() {
    String dialogue = caseOf(OURS, "");
    String id = record(OURS, list(dialogue, "[]", GREEN)).path("id");

    as(THEIRS).get("/cases/v1/coverage-lists/{id}", id).then().statusCode(404);
  }

  private static Optional<String> event(String id) {
    return Broker.last("cases.coverage", id).map(message -> message.value());
  }
}
