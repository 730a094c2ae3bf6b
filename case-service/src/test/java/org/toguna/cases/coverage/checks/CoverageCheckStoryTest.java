package org.toguna.cases.coverage.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.toguna.cases.coverage.InventedCommune.as;
import static org.toguna.cases.coverage.InventedCommune.caseOf;
import static org.toguna.cases.coverage.InventedCommune.list;
import static org.toguna.cases.coverage.InventedCommune.listedWithout;
import static org.toguna.cases.coverage.InventedCommune.record;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.toguna.cases.coverage.InventedCommune;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** A list is checked before it is sent; nothing of the check stays or travels. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class CoverageCheckStoryTest {
  private static final Tokens OURS = Tokens.reviewer("ngo-a");

  @BeforeEach
  void load() {
    InventedCommune.load();
  }

  @Test
  void threeLeftOffTwoRespeltAndOneOfTheNextCommuneAreToldApart() {
    var names = tampered();
    check(names, "2021-09-01")
        .body(of("missing", "place.name"), containsInAnyOrder("Kolombila", "Péléngana", "Zambala"))
        .body(of("to_confirm", "written"), containsInAnyOrder("Dunfana", "Wuromory"))
        .body(of("to_confirm", "candidates[0].name"), containsInAnyOrder("Dounfana", "Ouromori"))
        .body(of("foreign", "written"), contains("Hamdalo"))
        .body(of("foreign", "candidates[0].unit"), contains("ML770102"))
        .body(of("ambiguous", "written"), contains("Madobougou", "Madobougou"))
        .body(of("ambiguous", "candidates.size()"), everyItem(equalTo(2)))
        .body(of("uncheckable", "written"), empty())
        .body("counts.matched", equalTo(8))
        .body("gazetteer.places", equalTo(15))
        .body("gazetteer.seatsRepeated", equalTo(1))
        .body("totals.listed", equalTo(13))
        .body("totals.missing.low", equalTo(3))
        .body("totals.missing.high", equalTo(6));
  }

  @Test
  void onAnotherDateTheUnitHasOtherVillages() {
    check(tampered(), "2018-09-01")
        .body(of("missing", "place.name"), hasItem("Yirimadé"))
        .body(of("missing", "place.name"), not(hasItem("Fanteguela")))
        .body(of("matched", "place.name"), not(hasItem("Fanteguela")))
        .body("gazetteer.places", equalTo(15));
  }

  @Test
  void aKeptListIsHeldAgainstTheGazetteerOfItsOwnDay() {
    // Yirimadé is there until 2019, Fanteguela since 2020.
    String then =
        list(caseOf(OURS, ""), InventedCommune.entries(List.of("Dounfana")), "")
            .replace("2021-08-20", "2018-05");
    String id = record(OURS, then).path("id");

    ask("{\"list\":\"%s\"}".formatted(id))
        .statusCode(200)
        .body("gazetteer.asOf", equalTo("2018-05-31"))
        .body(of("missing", "place.name"), hasItem("Yirimadé"))
        .body(of("missing", "place.name"), not(hasItem("Fanteguela")));
    ask("{\"list\":\"%s\",\"asOf\":\"2021-09-01\"}".formatted(id))
        .statusCode(200)
        .body(of("missing", "place.name"), hasItem("Fanteguela"))
        .body(of("missing", "place.name"), not(hasItem("Yirimadé")));
  }

  @Test
  void aStatedTotalIsReadInEveryWayThatItCanBe() {
    String id = listedWithout(OURS, "", "Kolombila", "Péléngana", "Zambala").path("id");

    ask("{\"list\":\"%s\",\"asOf\":\"2021-09-01\"}".formatted(id))
        .statusCode(200)
        .body("list", equalTo(id))
        .body("listVersion", equalTo(1))
        .body("totals.stated.best", equalTo(15))
        .body("totals.listed", equalTo(12))
        .body("totals.gazetteer", equalTo(15))
        .body("totals.readings.says", contains("11-12/15", "15/18+", "11-12/15"));
  }

  @Test
  void aListWhoseNamesNobodyKnowsIsReadByWhatWasStated() {
    String body =
        """
        {"case":"%s","status":"sent","unit":{"id":"ML7701","unnamed":true,"asStated":"a commune"},
         "statedTotal":{"best":109},"statedCounts":"both","leftOff":{"best":3},
         "states":{"/entries":"some"}}\
        """
            .formatted(caseOf(OURS, ""));
    String id = record(OURS, body).path("id");

    ask("{\"list\":\"%s\"}".formatted(id))
        .statusCode(200)
        .body("findings", empty())
        .body("gazetteer", nullValue())
        .body("totals.readings.says", contains("106/109", "109/112+"));
  }

  @Test
  void nothingThatItSaysCanBeTakenForAllClear() {
    check(InventedCommune.villages(), "2021-09-01").body("counts.missing", equalTo(0));
    String answer = check(InventedCommune.villages(), "2021-09-01").extract().asString();
    String codes = as(OURS).get("/cases/v1/codelists/coverage_result").asString();
    assertThat(answer + codes).doesNotContainIgnoringCase("complete");
  }

  @Test
  void theResultIsRedAndNothingOfItStays() throws SQLException {
    int before = checksKept();
    check(tampered(), "2021-09-01")
        .body("marking.tlp", equalTo("RED"))
        .body("marking.namedPersons", contains("ngo-a/reviewer-of-ngo-a"))
        .header("Cache-Control", equalTo("private, no-store"));

    assertThat(checksKept()).isEqualTo(before);
    assertThat(lastAudit()).isEqualTo("ngo-a/reviewer-of-ngo-a check coverage-check {} null");
  }

  @Test
  void whatIsKeptIsForThoseNamedAlone() {
    String body =
        "{\"names\":[\"Dounfana\"],\"unit\":\"ML770101\",\"keep\":true,\"keepFor\":[\"ngo-a/paula\"]}";
    String id = ask(body).statusCode(201).extract().path("id");

    as(OURS).get("/cases/v1/coverage-checks/{id}", id).then().statusCode(200);
    as(Tokens.reader("ngo-a").user("paula"))
        .get("/cases/v1/coverage-checks/{id}", id)
        .then()
        .statusCode(200)
        .body("counts.matched", equalTo(1));
    for (Tokens other :
        List.of(Tokens.reader("ngo-a").user("somebody"), Tokens.reader("ngo-b").user("paula"))) {
      as(other).get("/cases/v1/coverage-checks/{id}", id).then().statusCode(404);
      as(other).get("/cases/v1/coverage-checks").then().body("items", empty());
    }
    ask(body.replace("ngo-a/paula", "ngo-b/paula")).statusCode(422);
    as(Tokens.contributor("ngo-a"))
        .body(body)
        .post("/cases/v1/coverage-checks")
        .then()
        .statusCode(403);
  }

  @Test
  void aKeptCheckIsKeptOnceForOneKey() {
    String key = UUID.randomUUID().toString();
    String body = "{\"names\":[\"Dounfana\"],\"unit\":\"ML770101\",\"keep\":true}";
    String first =
        as(OURS)
            .header("Idempotency-Key", key)
            .body(body)
            .post("/cases/v1/coverage-checks")
            .path("id");
    as(OURS)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/cases/v1/coverage-checks")
        .then()
        .statusCode(201)
        .body("id", equalTo(first));
  }

  @Test
  void whatCannotBeCheckedIsRefusedWithoutTellingOfListsOfOthers() {
    String theirs = listedWithout(Tokens.reviewer("ngo-b"), "").path("id");
    String hidden = ask("{\"list\":\"%s\"}".formatted(theirs)).statusCode(422).extract().asString();
    String nothing =
        ask("{\"list\":\"%s\"}".formatted(UUID.randomUUID())).statusCode(422).extract().asString();
    assertThat(hidden).isEqualTo(nothing);

    ask("{\"names\":[\"a\"]}").statusCode(422).body("errors.pointer", contains("/unit"));
    ask("{\"unit\":\"ML770101\"}").statusCode(422).body("errors.code", contains("one-of-two"));
    ask("{\"names\":[\"a\"],\"unit\":\"ML779999\"}")
        .statusCode(422)
        .body("errors.code", contains("unknown-unit"));
    String many =
        java.util.stream.IntStream.range(0, 2001)
            .mapToObj(i -> "\"v" + i + "\"")
            .collect(Collectors.joining(","));
    ask("{\"names\":[" + many + "],\"unit\":\"ML770101\"}")
        .statusCode(422)
        .body("errors.code", contains("too-many"));
    as(Tokens.reader("ngo-a"))
        .body("{\"names\":[\"a\"],\"unit\":\"ML770101\"}")
        .post("/cases/v1/coverage-checks")
        .then()
        .statusCode(403);
  }

  @Test
  void linesOfAListMayNameTheirPlaceAndBeLeftUnnamed() {
    String entries =
        """
        [{"name":"Madobougou","place":"ML770101013"},{"unnamed":true,"note":"a hamlet"},
         {"name":"Hamdalo","place":"ML770102002"},{"name":"Korintozé"},
         {"name":"Kolombila","place":"ML770101002"}]\
        """;
    String id = record(OURS, list(caseOf(OURS, ""), entries, "")).path("id");

    ask("{\"list\":\"%s\",\"asOf\":\"2021-09-01\"}".formatted(id))
        .body(of("matched", "reason"), contains("id"))
        .body(of("uncheckable", "reason"), contains("unnamed"))
        .body(of("foreign", "candidates[0].name"), contains("Hamdalo"))
        .body(
            of("to_confirm", "reason"), containsInAnyOrder("other_provider", "name_and_id_differ"));
  }

  /** All villages but three, two as another clerk would write them, and one of the next commune. */
  private static List<String> tampered() {
    var names = new ArrayList<>(InventedCommune.villages());
    names.removeAll(List.of("Kolombila", "Péléngana", "Zambala"));
    names.replaceAll(
        name ->
            switch (name) {
              case "Dounfana" -> "Dunfana";
              case "Ouromori" -> "Wuromory";
              default -> name;
            });
    names.add("Hamdalo");
    return names;
  }

  private static ValidatableResponse check(List<String> names, String asOf) {
    String quoted =
        names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(",", "[", "]"));
    return ask("{\"names\":%s,\"unit\":\"%s\",\"asOf\":\"%s\"}"
            .formatted(quoted, InventedCommune.CODE, asOf))
        .statusCode(200);
  }

  private static ValidatableResponse ask(String body) {
    return as(OURS).body(body).post("/cases/v1/coverage-checks").then().log().ifValidationFails();
  }

  private static String of(String result, String member) {
    return "findings.findAll { it.result == '%s' }.%s"
        .formatted(
            result,
            member.contains("(") || member.contains("[")
                ? "collect { it.%s }".formatted(member)
                : member);
  }

  private int checksKept() throws SQLException {
    return Integer.parseInt(
        one("select count(*) from record where kind = 'coverage-check' and owner = 'ngo-a'"));
  }

  private String lastAudit() throws SQLException {
    return one(
        "select concat(person, ' ', action, ' ', kind, ' ', records, ' ', coalesce(detail, 'null'))"
            + " from audit_entry where kind = 'coverage-check' order by seq desc limit 1");
  }

  private static String one(String sql) throws SQLException {
    var url =
        org.eclipse.microprofile.config.ConfigProvider.getConfig()
            .getValue("toguna.test.superuser-url", String.class);
    try (var connection = java.sql.DriverManager.getConnection(url);
        var rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
