package org.toguna.cases.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.toguna.cases.Registry.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.toguna.cases.incidents.Incidents;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** Statistics are made of what their reader sees: an owner, a partner, a blurred reader, nobody. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class StatisticsStoryTest {
  private static final Tokens PARTNER = Tokens.reader("ngo-q");
  private static final Tokens BLURRED = Tokens.reader("ngo-r").cleared("AMBER");
  private static final Tokens STRANGER = Tokens.reader("ngo-s");
  private static final String SHARED =
      "\"marking\":{\"tlp\":\"AMBER\",\"sharedWith\":[\"ngo-q\"],\"finestPlace\":\"adm1\","
          + "\"finestDate\":\"month\"}";

  @BeforeEach
  void gazetteer() throws IOException {
    Incidents.loadGazetteer();
  }

  @Test
  void siegesSurviveForEachReaderAsTheirDatesAreShown() {
    var owner = Tokens.reviewer("survival-of-sieges");
    recorded(owner, "crises", siege("lifted", "1971-01-15", "\"until\":{\"edtf\":\"1971-02-14\"}"));
    recorded(
        owner,
        "crises",
        siege("open", "1971-03-10", "\"lastConfirmed\":{\"edtf\":\"1971-04-19\"}"));
    recorded(owner, "crises", "{\"type\":\"siege\",\"status\":\"open\"," + SHARED + "}");
    recorded(
        owner,
        "crises",
        siege("lifted", "1971-01-15", "\"until\":{\"edtf\":\"1971-02-15\"}")
            .replace("\"type\":\"siege\"", "\"type\":\"blockade\""));

    JsonPath whole = read(owner, "survival?of=siege&marking=AMBER");
    assertThat(whole.getInt("n")).isEqualTo(2);
    assertThat(whole.getInt("ended")).isEqualTo(1);
    assertThat(whole.getInt("censored")).isEqualTo(1);
    assertThat(whole.getInt("leftOut.startUnknown")).isEqualTo(1);
    assertThat(whole.<Integer>getList("steps.day")).containsExactly(30);
    assertThat(whole.getDouble("steps[0].survivalLow")).isEqualTo(0.5);
    assertThat(whole.getDouble("steps[0].survivalHigh")).isEqualTo(0.5);
    assertThat(whole.getInt("steps[0].atRisk.low")).isEqualTo(2);
    assertThat(whole.<String>get("median.reached")).isEqualTo("yes");
    assertThat(whole.getInt("median.high")).isEqualTo(30);

    JsonPath partners = of(PARTNER, "survival?of=siege", "from=1971-01-01&to=1971-12-31");
    assertThat(partners.<Integer>getList("steps.day")).containsExactly(30);

    // January to February: from 1 day to 58, and which of both lasted longer is not told.
    JsonPath months = of(BLURRED, "survival?of=siege", "from=1971-01-01&to=1971-12-31");
    assertThat(months.getInt("n")).isEqualTo(2);
    assertThat(months.<Integer>getList("steps.day")).containsExactly(1, 2, 58);
    assertThat(months.getDouble("steps[0].survivalLow")).isEqualTo(0.5);
    assertThat(months.getDouble("steps[0].survivalHigh")).isEqualTo(1);
    assertThat(months.getDouble("steps[2].survivalHigh")).isEqualTo(0.5);

    assertThat(of(STRANGER, "survival?of=siege", "from=1971-01-01&to=1971-12-31").getInt("n"))
        .isZero();
    assertThat(read(owner, "survival?of=siege&type=blockade&marking=AMBER").getInt("n"))
        .isEqualTo(1);
    as(owner)
        .get("/cases/v1/statistics/survival?of=famine")
        .then()
        .statusCode(400)
        .body("detail", containsString("siege or pact"));
  }

  @Test
  void pactsAreWatchedUntilTheyWereLastSeenKept() {
    var owner = Tokens.reviewer("survival-of-pacts");
    String dialogue = recorded(owner, "cases", "{\"type\":\"local_truce\"," + SHARED + "}");
    String kept = pact(owner, dialogue, "\"agreedOn\":{\"edtf\":\"1972-01-01\"}");
    pact(
        owner,
        dialogue,
        "\"agreedOn\":{\"edtf\":\"1972-01-01\"},\"until\":{\"edtf\":\"1972-01-31\"}");
    String term =
        recorded(
            owner,
            "terms",
            """
            {"case":"%s","agreement":"%s","issue":"schools","nature":"commitment",
             "movements":[{"state":"demanded","when":{"edtf":"1971-12"}},
                          {"state":"agreed","when":{"edtf":"1972-01-01"}}],%s}"""
                .formatted(dialogue, kept, SHARED));
    assertThat(read(owner, "survival?of=pact&marking=AMBER").getInt("steps[0].atRisk.high"))
        .isEqualTo(1);

    recorded(
        owner,
        "observations",
        "{\"term\":\"%s\",\"compliance\":2,\"when\":{\"edtf\":\"1972-03-02\"}}".formatted(term));

    JsonPath pacts = read(owner, "survival?of=pact&marking=AMBER");
    assertThat(pacts.getInt("n")).isEqualTo(2);
    assertThat(pacts.getInt("steps[0].day")).isEqualTo(30);
    assertThat(pacts.getInt("steps[0].atRisk.low")).isEqualTo(2);
    // The observation is the owner's alone: a partner was told of no day on which it was kept.
    assertThat(
            of(PARTNER, "survival?of=pact", "from=1972-01-01&to=1972-12-31")
                .getInt("steps[0].atRisk.high"))
        .isEqualTo(1);

    JsonPath practice = read(owner, "term-practice?type=schools&marking=AMBER");
    assertThat(practice.getInt("terms")).isEqualTo(1);
    assertThat(practice.getInt("items[0].demanded")).isEqualTo(1);
    assertThat(practice.getInt("items[0].agreed")).isEqualTo(1);
    assertThat(practice.getInt("items[0].compliance.level2")).isEqualTo(1);
    JsonPath matrix =
        as(owner).get("/cases/v1/term-matrix?case=" + dialogue).then().extract().jsonPath();
    assertThat(practice.<Map<String, Object>>get("items[0].compliance"))
        .isEqualTo(matrix.get("rows[0].compliance"));
    JsonPath partners = read(PARTNER, "term-practice?type=schools&about=" + dialogue);
    assertThat(partners.getInt("items[0].agreed")).isEqualTo(1);
    assertThat(partners.getInt("items[0].compliance.unknown")).isEqualTo(1);
    assertThat(read(STRANGER, "term-practice?about=" + dialogue).getInt("terms")).isZero();
  }

  @Test
  void daysToContactAreThoseThatTheReaderIsTold() {
    var owner = Tokens.reviewer("days-to-contact");
    String siege = recorded(owner, "crises", siege("open", "2021-01-15", "\"title\":\"One\""));
    String told =
        recorded(
            owner,
            "cases",
            "{\"type\":\"siege_lifting\",\"crises\":[\"%s\"],%s}".formatted(siege, SHARED));
    recorded(
        owner,
        "contacts",
        "{\"case\":\"%s\",\"status\":\"made\",\"when\":{\"edtf\":\"2021-02-14\"},%s}"
            .formatted(told, SHARED));
    recorded(
        owner,
        "cases",
        """
        {"type":"siege_lifting","crises":["%s"],
         "stages":[{"stage":"contact_made","when":{"edtf":"2021-01-25"}}],%s}"""
            .formatted(siege, SHARED));
    recorded(owner, "cases", "{\"type\":\"siege_lifting\",\"crises\":[\"%s\"]}".formatted(siege));

    JsonPath days = read(owner, "days-to-contact?about=" + siege);
    assertThat(days.getInt("cases")).isEqualTo(3);
    assertThat(days.getInt("n")).isEqualTo(2);
    assertThat(days.getInt("leftOut.noContact")).isEqualTo(1);
    assertThat(days.getDouble("median.low")).isEqualTo(20);
    assertThat(days.getDouble("most.high")).isEqualTo(30);

    // Stages are withheld from blurred readers, and dates are months.
    JsonPath blurred = read(BLURRED, "days-to-contact?about=" + siege);
    assertThat(blurred.getInt("cases")).isEqualTo(2);
    assertThat(blurred.getInt("n")).isEqualTo(1);
    assertThat(blurred.getDouble("median.low")).isEqualTo(1);
    assertThat(blurred.getDouble("median.high")).isEqualTo(58);
    assertThat(read(STRANGER, "days-to-contact?about=" + siege).getInt("cases")).isZero();
    assertThat(read(STRANGER, "days-to-contact?about=" + siege).<Object>get("median.low")).isNull();
  }

  @Test
  void freshnessByPlaceIsThatOfTheBoard() {
    var owner = Tokens.reviewer("freshness");
    String fresh =
        recorded(
            owner,
            "crises",
            siege(
                "open",
                "1973-01-15",
                "\"lastConfirmed\":{\"edtf\":\"%s\"}".formatted(LocalDate.now().minusDays(3))));
    recorded(
        owner,
        "crises",
        siege("open", "1973-01-15", "\"lastConfirmed\":{\"edtf\":\"1973-02-01\"}"));
    recorded(
        owner, "crises", siege("open", "1973-01-15", "\"furtherPlaces\":[{\"id\":\"ML0506\"}]"));
    recorded(owner, "crises", siege("lifted", "1973-01-15", "\"title\":\"Over\""));

    JsonPath places = read(owner, "freshness?marking=AMBER");
    assertThat(places.getInt("crises")).isEqualTo(3);
    assertThat(places.<String>getList("items.unit")).containsExactly("ML0506", "ML0507");
    assertThat(places.getInt("items[1].fresh")).isEqualTo(1);
    assertThat(places.getInt("items[1].stale")).isEqualTo(1);
    assertThat(places.getInt("items[1].unknown")).isEqualTo(1);
    assertThat(places.<String>getList("items[1].crises.state"))
        .containsExactly("stale", "fresh", "unknown");
    assertThat(places.<Object>get("items[1].crises[1]"))
        .isEqualTo(Map.of("crisis", fresh, "state", "fresh", "days", 3, "daysAtMost", 3));
    JsonPath board =
        as(owner)
            .get("/cases/v1/board?status=open&place=ML0507&marking=AMBER")
            .then()
            .extract()
            .jsonPath();
    assertThat(places.<String>getList("items[1].crises.state"))
        .containsExactlyInAnyOrderElementsOf(board.<String>getList("items.freshness.state"));

    // The marking shows blurred readers no unit finer than the region.
    JsonPath blurred = of(BLURRED, "freshness?place=ML05", "from=1973-01-01&to=1973-12-31");
    assertThat(blurred.<Map<String, Object>>getList("items"))
        .filteredOn(item -> item.get("crises").toString().contains(fresh))
        .isNotEmpty()
        .allMatch(item -> !item.containsKey("unit"));
    assertThat(
            read(STRANGER, "freshness?place=ML0507&from=1973-01-01")
                .<List<String>>get("items.crises.crisis")
                .toString())
        .doesNotContain(fresh);
  }

  @Test
  void violenceBeforeAndAfterIsForThoseWhoGetTheAgreementInFull() {
    var owner = Tokens.reviewer("before-and-after");
    String dialogue = recorded(owner, "cases", "{\"type\":\"local_truce\"," + SHARED + "}");
    String pact =
        pact(
            owner,
            dialogue,
            "\"agreedOn\":{\"edtf\":\"2018-03-15\"},\"place\":{\"id\":\"ML0506\"}");
    String list =
        recorded(
            owner,
            "coverage-lists",
            """
            {"case":"%s","status":"agreed","when":{"edtf":"2018-03-15"},
             "entries":[{"name":"Here","place":"toguna:soyekouma"},{"name":"A hamlet"}],%s}"""
                .formatted(dialogue, SHARED));
    incident(owner, "ML0506", "2018-03-01", SHARED);
    incident(owner, "ML0506", "2018-02-20", "\"title\":\"the owner's alone\"");
    incident(owner, "ML0506", "2018-04-02", SHARED);
    incident(owner, "ML0506", "2018-03", SHARED);
    incident(owner, "toguna:soyekouma", "2018-03-01", SHARED);
    incident(owner, "ML05", "2018-03-01", SHARED);

    JsonPath whole = read(owner, "agreements/" + pact + "/violence?months=2");
    assertThat(whole.getInt("before.incidents")).isEqualTo(2);
    assertThat(whole.<Integer>getList("before.months.incidents")).containsExactly(2, 0);
    assertThat(whole.getInt("after.incidents")).isEqualTo(1);
    assertThat(whole.getInt("spanning")).isEqualTo(1);
    JsonPath partners = read(PARTNER, "agreements/" + pact + "/violence?months=2");
    assertThat(partners.getInt("before.incidents")).isEqualTo(1);
    JsonPath listed = read(owner, "coverage-lists/" + list + "/violence?months=2");
    assertThat(listed.getInt("before.incidents")).isEqualTo(1);
    assertThat(listed.getInt("placesNotFound")).isEqualTo(1);

    for (String path : List.of("agreements/" + pact, "coverage-lists/" + list)) {
      as(BLURRED).get("/cases/v1/statistics/" + path + "/violence").then().statusCode(403);
      as(STRANGER).get("/cases/v1/statistics/" + path + "/violence").then().statusCode(404);
    }
    as(owner)
        .get(
            "/cases/v1/statistics/agreements/"
                + pact(owner, dialogue, "\"title\":\"x\"")
                + "/violence")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/conflict"));
    as(owner)
        .get("/cases/v1/statistics/agreements/" + pact + "/violence?months=61")
        .then()
        .statusCode(400);
  }

  private static JsonPath of(Tokens reader, String path, String filters) {
    return read(reader, path + (path.contains("?") ? "&" : "?") + filters);
  }

  private static JsonPath read(Tokens reader, String path) {
    return as(reader)
        .get("/cases/v1/statistics/" + path)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static String siege(String status, String since, String more) {
    return "{\"type\":\"siege\",\"status\":\"%s\",\"place\":{\"id\":\"ML0507\"},\"since\":{\"edtf\":\"%s\"},%s,%s}"
        .formatted(status, since, more, SHARED);
  }

  private static String pact(Tokens owner, String dialogue, String more) {
    return recorded(
        owner,
        "agreements",
        "{\"case\":\"%s\",\"type\":\"truce\",\"medium\":\"oral\",%s,%s}"
            .formatted(dialogue, more, SHARED));
  }

  private static void incident(Tokens owner, String unit, String when, String more) {
    recorded(
        owner,
        "incidents",
        "{\"type\":\"raid\",\"place\":{\"id\":\"%s\"},\"when\":{\"edtf\":\"%s\"},%s}"
            .formatted(unit, when, more));
  }

  private static String recorded(Tokens author, String kind, String body) {
    return as(author)
        .body(body)
        .post("/cases/v1/" + kind)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
