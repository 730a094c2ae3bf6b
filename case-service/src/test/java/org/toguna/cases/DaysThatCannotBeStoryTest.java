package org.toguna.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.toguna.cases.Registry.GREEN;
import static org.toguna.cases.Registry.PARTNER;
import static org.toguna.cases.Registry.REVIEWER;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.patch;
import static org.toguna.cases.Registry.recorded;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.values.Flaw;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/**
 * A day that cannot be is kept as stated, flagged wherever it stands, and reckoned with nowhere; a
 * date that nobody could resolve is in no period unless it is asked for.
 */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class DaysThatCannotBeStoryTest {
  private static final Tokens ELSEWHERE = Tokens.reviewer("ngo-days");

  @Inject @All List<RecordKind<?>> kinds;

  @Test
  void aSiegeBegunIn2062IsKeptWarnedOfAndOnTheRegister() {
    String id =
        as(REVIEWER)
            .body("{\"type\":\"siege\",\"status\":\"open\",\"since\":{\"edtf\":\"2062-10-03\"}}")
            .post("/cases/v1/crises")
            .then()
            .statusCode(201)
            .body("since.edtf", equalTo("2062-10-03"))
            .body("since.from", equalTo("2062-10-03"))
            .body("warnings.code", contains("day-ahead"))
            .body("warnings.pointer", contains("/since"))
            .extract()
            .path("id");
    onTheRegister(id)
        .body("items.find { it.record == '%s' }.flags[0].field".formatted(id), equalTo("/since"));

    patch("crises", id, "{\"since\":{\"edtf\":\"2022-10-03\"}}")
        .statusCode(200)
        .body("since.from", equalTo("2022-10-03"))
        .body("warnings", nullValue());
    as(REVIEWER)
        .get("/cases/v1/anomalies?limit=1000&kind=crisis")
        .then()
        .body("items.record", not(hasItem(id)));
  }

  @Test
  void aSiegeThatWasLiftedInDaysToComeIsFlagged() {
    String id =
        recorded(
            "crises",
            """
            {"type":"siege","status":"lifted","since":{"edtf":"2021"},
             "until":{"edtf":"2099-12-25"},"lastConfirmed":{"edtf":"2098"}}\
            """);
    as(REVIEWER)
        .get("/cases/v1/crises/{id}", id)
        .then()
        .body("warnings.pointer", hasItems("/until", "/lastConfirmed"));
    onTheRegister(id);
  }

  @Test
  void whoeverSaysWhyItStandsSettlesIt() {
    String id =
        recorded(
            "crises",
            """
            {"type":"siege","status":"open","since":{"edtf":"0025"},
             "readings":[{"field":"/since","value":{"edtf":"0025"},"status":"accepted",
                          "reason":"So it stands in the only source"}]}\
            """);
    as(REVIEWER)
        .get("/cases/v1/anomalies?limit=1000&kind=crisis")
        .then()
        .body("items.record", not(hasItem(id)));
    as(REVIEWER)
        .get("/cases/v1/anomalies?limit=1000&kind=crisis&settled=true")
        .then()
        .body("items.find { it.record == '%s' }.flags[0].settled".formatted(id), equalTo(true));
  }

  /** Every kind of record that there is, at every place where it can hold a date. */
  @Test
  void everyDateOfEveryKindIsLookedAt() {
    assertThat(kinds).isNotEmpty();
    int dates = 0;
    for (RecordKind<?> kind : kinds) {
      ObjectNode state = new ObjectMapper().createObjectNode();
      List<String> filled = EveryDate.fill(kind.stateType(), state, "9999-12-31");
      state.put("updatedAt", "2026-12-01T00:00:00Z");
      assertThat(kind.oddDays(state))
          .as(kind.name())
          .extracting(Flaw::pointer)
          .containsExactlyInAnyOrderElementsOf(filled);
      dates += filled.size();
    }
    assertThat(dates).isGreaterThan(40);
  }

  @Test
  void itNeverTopsTheBoardNorAnyList() {
    String impossible = siege("2099-12-25");
    String longAgo = siege("Y170000002");
    String real = siege("2022-10-03");
    for (String way : List.of("board", "crises")) {
      List<String> order =
          as(ELSEWHERE)
              .get("/cases/v1/" + way + "?limit=1000")
              .then()
              .statusCode(200)
              .extract()
              .path(way.equals("board") ? "items.crisis" : "items.id");
      assertThat(order.indexOf(real)).isNotNegative().isLessThan(order.indexOf(impossible));
      assertThat(order.indexOf(real)).isLessThan(order.indexOf(longAgo));
    }
    as(ELSEWHERE)
        .get("/cases/v1/board?limit=1000")
        .then()
        .body("items.find { it.crisis == '%s' }.oddDays".formatted(impossible), hasItem("/since"))
        .body(
            "items.find { it.crisis == '%s' }.freshness.state".formatted(impossible),
            equalTo("unknown"));
  }

  @Test
  void itIsNotCountedAmongDurations() {
    var reader = Tokens.reviewer("ngo-lasting");
    int before = survival(reader, "leftOut.startUnknown");
    int n = survival(reader, "n");
    as(reader)
        .body(
            """
            {"type":"siege","status":"lifted","since":{"edtf":"0025"},"until":{"edtf":"2021-05"}}\
            """)
        .post("/cases/v1/crises")
        .then()
        .statusCode(201);
    assertThat(survival(reader, "leftOut.startUnknown")).isEqualTo(before + 1);
    assertThat(survival(reader, "n")).isEqualTo(n);
  }

  @Test
  void whatNobodyCanDateIsInNoPeriodUnlessItIsAskedFor() {
    String vague =
        as(ELSEWHERE)
            .body("{\"type\":\"raid\",\"when\":{\"asStated\":\"late last year\"}" + GREEN + "}")
            .post("/cases/v1/incidents")
            .then()
            .statusCode(201)
            .body("warnings", nullValue())
            .extract()
            .path("id");
    String dated =
        as(ELSEWHERE)
            .body("{\"type\":\"raid\",\"when\":{\"edtf\":\"2024-09-12\"}" + GREEN + "}")
            .post("/cases/v1/incidents")
            .path("id");
    String open =
        as(ELSEWHERE)
            .body("{\"type\":\"raid\",\"when\":{\"edtf\":\"2024-01/..\"}" + GREEN + "}")
            .post("/cases/v1/incidents")
            .path("id");
    String september = "/cases/v1/incidents?limit=1000&from=2024-09-01&to=2024-09-30";

    for (Tokens reader : List.of(ELSEWHERE, PARTNER)) {
      as(reader)
          .get(september)
          .then()
          .body("items.id", hasItems(dated, open))
          .body("items.id", not(hasItem(vague)))
          .body("undatedLeftOut", equalTo(true));
      as(reader)
          .get(september + "&undated=true")
          .then()
          .body("items.id", hasItems(dated, open, vague))
          .body("undatedLeftOut", nullValue());
      as(reader)
          .get(september + "&undated=only")
          .then()
          .body("items.id", hasItem(vague))
          .body("items.id", not(hasItem(dated)));
      as(reader)
          .get("/cases/v1/incidents?limit=1000")
          .then()
          .body("items.id", hasItems(dated, open, vague))
          .body("undatedLeftOut", nullValue());
    }
    as(PARTNER).get(september + "&undated=perhaps").then().statusCode(400);
  }

  @Test
  void thatUndatedOnesExistIsToldToNobodyWhoMayNotSeeThem() {
    var stranger = Tokens.reader("ngo-nothing-of-it");
    as(ELSEWHERE)
        .body("{\"type\":\"other\",\"place\":{\"asStated\":\"x\"},\"when\":{\"asStated\":\"y\"}}")
        .post("/cases/v1/incidents")
        .then()
        .statusCode(201);
    as(stranger)
        .get("/cases/v1/incidents?type=other&from=2024-09-01")
        .then()
        .body("undatedLeftOut", equalTo(false));
    as(ELSEWHERE)
        .get("/cases/v1/incidents?type=other&from=2024-09-01")
        .then()
        .body("undatedLeftOut", equalTo(true));
  }

  @Test
  void statisticsSayAsWellThatUndatedOnesAreLeftOut() {
    as(ELSEWHERE)
        .body("{\"type\":\"siege\",\"status\":\"open\",\"since\":{\"asStated\":\"years ago\"}}")
        .post("/cases/v1/crises")
        .then()
        .statusCode(201);
    for (String statistic : List.of("survival", "freshness")) {
      as(ELSEWHERE)
          .get("/cases/v1/statistics/" + statistic + "?from=2020-01-01")
          .then()
          .statusCode(200)
          .body("undatedLeftOut", equalTo(true));
      as(ELSEWHERE)
          .get("/cases/v1/statistics/" + statistic + "?from=2020-01-01&undated=true")
          .then()
          .statusCode(200)
          .body("undatedLeftOut", nullValue());
    }
    as(ELSEWHERE)
        .get("/cases/v1/statistics/days-to-contact?from=2020-01-01&type=temporary_ceasefire")
        .then()
        .statusCode(200)
        .body("undatedLeftOut", equalTo(false));
  }

  @Test
  void derivedBoundsFollowTheirExpressionAndStatedOnesStay() {
    String id =
        recorded(
            "crises",
            """
            {"type":"siege","status":"open","since":{"edtf":"2020-01-05"},
             "harms":[{"type":"killing","when":{"edtf":"2020-02-05"}}],
             "observations":[{"status":"open","when":{"edtf":"2020-03-05"}}]}\
            """);
    patch("crises", id, "{\"since\":{\"edtf\":\"2020-01\"}}")
        .statusCode(200)
        .body("since.from", equalTo("2020-01-01"))
        .body("since.to", equalTo("2020-01-31"));
    patch(
            "crises",
            id,
            """
            {"observations":[{"status":"open","when":
               {"edtf":"2020-03","from":"2020-03-05","to":"2020-03-05","basis":"stated"}}]}\
            """)
        .statusCode(200)
        .body("observations[0].when.from", equalTo("2020-03-01"))
        .body("observations[0].when.to", equalTo("2020-03-31"));
    patch("crises", id, "{\"since\":{\"edtf\":\"2020-01\",\"to\":\"2020-06-30\"}}").statusCode(200);
    patch("crises", id, "{\"since\":{\"edtf\":\"2020-02\"}}")
        .statusCode(200)
        .body("since.from", equalTo("2020-02-01"))
        .body("since.to", equalTo("2020-06-30"));
    patch("crises", id, "{\"since\":{\"edtf\":\"2020-08\"}}")
        .statusCode(422)
        .body("errors.pointer", hasItem("/since/to"));
  }

  private static ValidatableResponse onTheRegister(String id) {
    return as(REVIEWER)
        .get("/cases/v1/anomalies?limit=1000&kind=crisis&status=issue")
        .then()
        .statusCode(200)
        .body("items.record", hasItem(id));
  }

  private static String siege(String since) {
    return as(ELSEWHERE)
        .body(
            """
            {"type":"siege","status":"open","since":{"edtf":"%s"},
             "lastConfirmed":{"edtf":"%s"}}\
            """
                .formatted(since, since))
        .post("/cases/v1/crises")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static int survival(Tokens reader, String member) {
    return as(reader)
        .get("/cases/v1/statistics/survival")
        .then()
        .statusCode(200)
        .extract()
        .path(member);
  }
}
