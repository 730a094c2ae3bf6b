package org.toguna.cases.coverage.gaps;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.toguna.cases.coverage.InventedCommune;
import org.toguna.test.Broker;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/**
 * Something happens in a village of a covered commune that is not on the list: the owner of the
 * list alone is told, as a hypothesis, within what they may see of what happened.
 */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class ListGapStoryTest {
  private static final Tokens OURS = Tokens.reviewer("ngo-a");
  private static final Tokens THEIRS = Tokens.reviewer("ngo-b");
  private static final Tokens NEIGHBOURS = Tokens.reviewer("ngo-without-lists");
  private static final String LEFT_OFF = "ML770101003";
  private static final String LISTED = "ML770101002";

  @BeforeEach
  void load() {
    InventedCommune.load();
  }

  @Test
  void aRaidOnAVillageLeftOffRaisesAHypothesisForTheOwnerAlone() {
    String list = listedWithout(OURS, "", "Kolombila").path("id");
    String raid = happened(OURS, LEFT_OFF, "2021-10", "");

    String gap = gapOf(OURS, list, raid);
    as(OURS)
        .get("/cases/v1/list-gaps/{id}", gap)
        .then()
        .statusCode(200)
        .body("incident", equalTo(raid))
        .body("incidentKind", equalTo("crisis"))
        .body("place.name", equalTo("Kolombila"))
        .body("ground", equalTo("not_listed"))
        .body("status", equalTo("to_check"))
        .body("marking.tlp", equalTo("AMBER+STRICT"));
    as(THEIRS).get("/cases/v1/list-gaps/{id}", gap).then().statusCode(404);
    as(THEIRS)
        .queryParam("total", true)
        .get("/cases/v1/list-gaps")
        .then()
        .body("total", equalTo(0));
    await().atMost(Duration.ofSeconds(20)).until(() -> event(gap), Optional::isPresent);
    assertThat(event(gap).orElseThrow())
        .contains("\"data\":{\"full\":{},\"seen\":{}}")
        .doesNotContain(list)
        .doesNotContain("Kolombila");
    // It excuses nobody: what happened is told as it was.
    as(OURS)
        .get("/cases/v1/crises/{id}", raid)
        .then()
        .body("version", equalTo(1))
        .body("type", equalTo("attack_campaign"));
  }

  @Test
  void anIncidentInAVillageLeftOffRaisesOneToo() {
    String list = listedWithout(OURS, "", "Kolombila").path("id");
    String raid =
        as(OURS)
            .body(
                """
                {"type":"raid","place":{"id":"%s"},"when":{"edtf":"2021-10-03"}}\
                """
                    .formatted(LEFT_OFF))
            .post("/cases/v1/incidents")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    as(OURS)
        .get("/cases/v1/list-gaps/{id}", gapOf(OURS, list, raid))
        .then()
        .body("incidentKind", equalTo("incident"))
        .body("ground", equalTo("not_listed"));
  }

  @Test
  void whatHappensInAListedVillageOrBeforeTheListIsNoGap() {
    String list = listedWithout(OURS, "", "Kolombila").path("id");

    nothingFor(
        OURS,
        list,
        happened(OURS, LISTED, "2021-10", ""),
        happened(OURS, LEFT_OFF, "2021-06", ""),
        happened(OURS, "ML770102002", "2021-10", ""),
        happened(OURS, "ML770101", "2021-10", ""));
  }

  @Test
  void ofWhatTheOwnerDoesNotSeeOrSeesCoarselyNoGapTells() {
    String list = listedWithout(OURS, "", "Kolombila").path("id");
    String green = ",\"marking\":{\"tlp\":\"GREEN\"%s}";
    nothingFor(
        OURS,
        list,
        happened(THEIRS, LEFT_OFF, "2021-10", ""),
        happened(THEIRS, LEFT_OFF, "2021-10", green.formatted("")));

    gapOf(
        OURS,
        list,
        happened(THEIRS, LEFT_OFF, "2021-10", green.formatted(",\"finestPlace\":\"village\"")));
    as(THEIRS).get("/cases/v1/list-gaps").then().body("items", empty());
  }

  @Test
  void aGapTellsNobodyWhoMayNotSeeWhatHappened() {
    String list = listedWithout(OURS, "", "Kolombila").path("id");
    String raid =
        happened(
            THEIRS,
            LEFT_OFF,
            "2021-10",
            ",\"marking\":{\"tlp\":\"AMBER\",\"finestPlace\":\"village\"}");

    gapOf(OURS.cleared("AMBER"), list, raid);
    assertThat(gaps(OURS, list, raid, "id")).isEmpty();
  }

  @Test
  void aLineThatMayMeanThePlaceAndOneWithoutConsentAreTold() {
    String entries =
        """
        [{"name":"Dunfana"},{"name":"Ouromori","consent":{"state":"refused"}},{"name":"Zambala"}]\
        """;
    String list = record(OURS, list(caseOf(OURS, ""), entries, "")).path("id");
    String perhaps = happened(OURS, LISTED, "2021-10", "");
    String without = happened(OURS, "ML770101004", "2021-10", "");

    gapOf(OURS, list, perhaps);
    gapOf(OURS, list, without);
    assertThat(gaps(OURS, list, perhaps, "ground")).containsExactly("perhaps_listed");
    assertThat(gaps(OURS, list, without, "ground")).containsExactly("without_consent");
  }

  @Test
  void aRaidInAHamletThatIsOnNoMapCannotBeCheckedAndIsToldUntilItIsFound() {
    String list = listedWithout(OURS, "", "Kolombila").path("id");
    for (String place :
        List.of(
            "{\"asStated\":\"a hamlet beyond Fata\"}",
            "{\"asStated\":\"a hamlet beyond Fata\",\"unnamed\":true}",
            "{\"id\":\"ML770101\",\"unnamed\":true,\"asStated\":\"un hameau\"}",
            "{\"id\":\"ML770101\",\"asStated\":\"a hamlet beyond Fata\"}",
            "{\"id\":\"ML7701\",\"asStated\":\"a hamlet beyond Fata\"}",
            "{\"id\":\"ML770101\",\"near\":\"Fata\"}")) {
      String raid = raid(OURS, place, "");
      String gap = gapOf(OURS, list, raid);
      as(OURS)
          .get("/cases/v1/list-gaps/{id}", gap)
          .then()
          .body("ground", equalTo("uncheckable"))
          .body("status", equalTo("to_check"));
      as(THEIRS).get("/cases/v1/list-gaps/{id}", gap).then().statusCode(404);
    }
    String found = raid(OURS, "{\"asStated\":\"a hamlet by the pond\"}", "");
    String gap = gapOf(OURS, list, found);
    place(found, LEFT_OFF);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                gaps(OURS, list, found, "status").equals(List.of("placed", "to_check"))
                    || gaps(OURS, list, found, "status").equals(List.of("to_check", "placed")));
    assertThat(gaps(OURS, list, found, "ground")).contains("uncheckable", "not_listed");
    as(OURS)
        .get("/cases/v1/list-gaps/{id}", gap)
        .then()
        .body("status", equalTo("placed"))
        .body("closedBy", equalTo("ngo-a/" + ListGaps.WATCH));

    String listed = raid(OURS, "{\"asStated\":\"a hamlet by the other pond\"}", "");
    gapOf(OURS, list, listed);
    place(listed, LISTED);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> gaps(OURS, list, listed, "status").equals(List.of("placed")));
  }

  @Test
  void aUnitNamedAsSuchAndWhatTheOwnerSeesBlurredAreNoHamlets() {
    String list = listedWithout(OURS, "", "Kolombila").path("id");
    String green = ",\"marking\":{\"tlp\":\"GREEN\",\"finestPlace\":\"village\"}";
    nothingFor(
        OURS,
        list,
        raid(OURS, "{\"id\":\"ML770101\"}", ""),
        raid(
            OURS, "{\"id\":\"ML7701\",\"asStated\":\"a hamlet\"}", ",\"when\":{\"edtf\":\"2020\"}"),
        raid(OURS, "{\"id\":\"ML770102\",\"asStated\":\"a hamlet\"}", ""),
        raid(NEIGHBOURS, "{\"asStated\":\"a hamlet beyond Fata\"}", green),
        raid(NEIGHBOURS, "{\"asStated\":\"a hamlet beyond Fata\"}", ""));
    gapOf(
        OURS,
        list,
        raid(
            NEIGHBOURS,
            "{\"asStated\":\"a hamlet beyond Fata\"}",
            ",\"marking\":{\"tlp\":\"AMBER\",\"sharedWith\":[\"ngo-a\"]}"));
  }

  @Test
  void aListOfWellsIsNoListOfVillages() {
    String dialogue = caseOf(OURS, "");
    String wells =
        record(OURS, list(dialogue, "[{\"name\":\"Puits du chef\"}]", ",\"lists\":\"wells\""))
            .path("id");
    String unknown =
        record(OURS, list(dialogue, "[{\"name\":\"Zambala\"}]", ",\"lists\":\"unknown\""))
            .path("id");
    nothingFor(OURS, wells, happened(OURS, LEFT_OFF, "2021-10", ""));
    nothingFor(OURS, unknown, happened(OURS, LEFT_OFF, "2021-10", ""));

    as(OURS).get("/cases/v1/coverage-lists/{id}", wells).then().body("lists", equalTo("wells"));
    as(OURS)
        .body("{\"list\":\"%s\"}".formatted(wells))
        .post("/cases/v1/coverage-checks")
        .then()
        .statusCode(422)
        .body("errors.code", hasItem("not-of-places"));
    as(OURS)
        .body(list(dialogue, "[]", ",\"lists\":\"wels\""))
        .post("/cases/v1/coverage-lists")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/lists"));
    listedWithout(OURS, "", "Kolombila").then().body("lists", equalTo("places_covered"));
  }

  private static String raid(Tokens author, String place, String more) {
    String when = more.contains("\"when\"") ? "" : ",\"when\":{\"edtf\":\"2021-10-03\"}";
    return as(author)
        .body("{\"type\":\"raid\",\"place\":%s%s%s}".formatted(place, when, more))
        .post("/cases/v1/incidents")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void place(String raid, String village) {
    String etag = as(OURS).get("/cases/v1/incidents/{id}", raid).header("ETag");
    given()
        .auth()
        .oauth2(OURS.token())
        .contentType("application/merge-patch+json; charset=UTF-8")
        .header("If-Match", etag)
        .body("{\"place\":{\"id\":\"%s\",\"unnamed\":null}}".formatted(village))
        .patch("/cases/v1/incidents/{id}", raid)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200);
  }

  @Test
  void aListThatComesLateIsHeldAgainstWhatHappenedSince() {
    String raid = happened(OURS, "ML770101008", "2021-10", "");
    Response list = listedWithout(OURS, "");
    nothingFor(OURS, list.path("id"), raid);
    var names = InventedCommune.villages();
    names.remove("Sadiouré");
    patch(
        OURS,
        list.path("id"),
        list.header("ETag"),
        "{\"entries\":" + InventedCommune.entries(names) + "}");

    gapOf(OURS, list.path("id"), raid);
  }

  @Test
  void aRedListIsWatchedOnlyIfItSaysSo() {
    String red = ",\"marking\":{\"tlp\":\"RED\",\"namedPersons\":[%s]}";
    String unwatched = listedWithout(OURS, red.formatted(""), "Kolombila").path("id");
    String watch = red.formatted("\"ngo-a/" + ListGaps.WATCH + "\"");
    String watched = listedWithout(OURS, watch, "Kolombila").path("id");
    String raid = happened(OURS, LEFT_OFF, "2021-10", "");

    String gap = gapOf(OURS, watched, raid);
    as(OURS).get("/cases/v1/list-gaps/{id}", gap).then().body("marking.tlp", equalTo("RED"));
    as(Tokens.reader("ngo-a").user("other"))
        .get("/cases/v1/list-gaps/{id}", gap)
        .then()
        .statusCode(404);
    nothingFor(OURS, unwatched, raid);
  }

  @Test
  void whoCheckedClosesItWithTheReason() {
    String list = listedWithout(OURS, "", "Kolombila").path("id");
    String raid = happened(OURS, LEFT_OFF, "2021-10", "");
    String gap = gapOf(OURS, list, raid);
    String etag = as(OURS).get("/cases/v1/list-gaps/{id}", gap).header("ETag");

    close(gap, etag, "{\"status\":\"confirmed\"}", 422);
    close(gap, etag, "{\"status\":\"maybe\",\"reason\":\"?\"}", 422);
    close(gap, etag, "{\"status\":\"not_a_gap\",\"reason\":\"It has two names\"}", 200);
    as(OURS)
        .get("/cases/v1/list-gaps/{id}", gap)
        .then()
        .body("status", equalTo("not_a_gap"))
        .body("reason", equalTo("It has two names"))
        .body("closedBy", equalTo("ngo-a/reviewer-of-ngo-a"));
    // Looked at again, it is not raised again.
    patch(OURS, list, "*", "{\"title\":\"Touched\"}");
    nothingFor(OURS, list);
    assertThat(gaps(OURS, list, raid, "id")).containsExactly(gap);
  }

  private static void close(String gap, String etag, String body, int status) {
    as(OURS)
        .header("If-Match", etag)
        .body(body)
        .put("/cases/v1/list-gaps/{id}/closing", gap)
        .then()
        .statusCode(status);
  }

  private static String happened(Tokens author, String place, String when, String marking) {
    return as(author)
        .body(
            """
            {"type":"attack_campaign","status":"lifted","place":{"id":"%s"},"since":{"edtf":"%s"},
             "until":{"edtf":"%s"}%s}\
            """
                .formatted(place, when, when, marking))
        .post("/cases/v1/crises")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** Gaps of that list because of that; other tests of this class have crises of their own. */
  private static List<String> gaps(Tokens reader, String list, String happened, String member) {
    return as(reader)
        .queryParam("about", list)
        .queryParam("limit", 1000)
        .get("/cases/v1/list-gaps")
        .path("items.findAll { it.incident == '%s' }.%s".formatted(happened, member));
  }

  private static String gapOf(Tokens reader, String list, String happened) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> gaps(reader, list, happened, "id"), found -> found.size() == 1)
        .getFirst();
  }

  /** What comes after is looked at after: once its gap is there, all before was looked at. */
  private static void nothingFor(Tokens reader, String list, String... happened) {
    String later = listedWithout(reader, "", "Zambala").path("id");
    gapOf(reader, later, happened(reader, "ML770101012", "2021-10", ""));
    for (String before : happened) {
      assertThat(gaps(reader, list, before, "id")).isEmpty();
    }
  }

  private static Optional<String> event(String id) {
    return Broker.last("cases.coverage", id).map(message -> message.value());
  }
}
