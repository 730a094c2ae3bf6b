package org.toguna.cases.incidents.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.toguna.cases.incidents.Incidents.as;
import static org.toguna.cases.incidents.Incidents.ended;
import static org.toguna.cases.incidents.Incidents.recorded;
import static org.toguna.cases.incidents.Incidents.total;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.toguna.cases.incidents.Incidents;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** Counts are what a reader may list, neither more nor fewer, after every kind of change. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class IncidentCountsTest {
  private static final Tokens AUTHOR = Tokens.reviewer("ngo-d");
  private static final Tokens PARTNER = Tokens.reader("ngo-e");
  private static final Tokens BLURRED = Tokens.reader("ngo-f").cleared("AMBER");
  private static final Tokens STRANGER = Tokens.reader("ngo-g");
  private static final Map<String, Tokens> READERS =
      Map.of("owner", AUTHOR, "partner", PARTNER, "blurred", BLURRED, "stranger", STRANGER);
  private static final String SHARED =
      "\"marking\":{\"tlp\":\"AMBER\",\"sharedWith\":[\"ngo-e\"],\"finestPlace\":\"adm1\"}";

  @BeforeEach
  void gazetteer() throws IOException {
    Incidents.loadGazetteer();
  }

  @Test
  void theyFollowEveryWriteForEveryReader() throws IOException {
    countsAreLists("before anything");
    String id = recorded(AUTHOR, incident("raid", "ML0507", "2020-05-14", SHARED));
    recorded(AUTHOR, incident("abduction", "ML0506", "2020-05", SHARED));
    recorded(AUTHOR, incident("abduction", "ML05", "2020-06/2020-08", SHARED));
    recorded(AUTHOR, incident("raid", "ML", "2020", "\"marking\":null"));
    recorded(AUTHOR, "{\"type\":\"other\",\"place\":{\"asStated\":\"somewhere\"}}");
    recorded(AUTHOR, incident("raid", "ML0507", "2062-10-03", SHARED));
    recorded(AUTHOR, incident("raid", "ML0507", "0025", SHARED));
    recorded(
        AUTHOR,
        "{\"type\":\"raid\",\"place\":{\"id\":\"ML0507\"},"
            + "\"when\":{\"asStated\":\"late last year\"},%s}".formatted(SHARED));
    countsAreLists("after recording");
    assertThat(total(BLURRED, "place=ML05&from=2020-05-01&to=2020-05-31")).isPositive();

    revise(
        id,
        "{\"type\":\"looting\",\"place\":{\"id\":\"ML0506\"},\"when\":{\"edtf\":\"2020-07-01\",\"from\":null,\"to\":null}}");
    countsAreLists("after a revision");
    revise(id, "{\"marking\":{\"tlp\":\"AMBER+STRICT\",\"sharedWith\":null}}");
    countsAreLists("after a stricter marking");
    revise(id, "{\"marking\":{\"tlp\":\"RED\",\"namedPersons\":[\"ngo-e/dina\"]}}");
    countsAreLists("after a marking for named persons");
    revise(id, "{\"marking\":{\"tlp\":\"CLEAR\"}}");
    countsAreLists("after an open marking");
    erase(id);
    countsAreLists("after erasure");

    String job =
        Incidents.posted(
            AUTHOR, Incidents.fictional(), "marking=AMBER&sharedWith=ngo-e&finestPlace=adm1");
    ended(AUTHOR, job);
    countsAreLists("after an import");
    assertThat(total(BLURRED, "place=ML05")).isGreaterThan(20);
    as(AUTHOR).put("/cases/v1/incident-imports/{id}/undo", job).then().statusCode(202);
    assertThat(ended(AUTHOR, job).getString("state")).isEqualTo("undone");
    countsAreLists("after the import was undone");
  }

  @Test
  void anIncidentOfSeveralMonthsStandsInNoneOfThemAlone() {
    var author = Tokens.reviewer("ngo-h");
    recorded(author, incident("raid", "ML0507", "2018-02-11", "\"title\":\"One\""));
    recorded(author, incident("raid", "ML0507", "2018-02/2018-04", "\"title\":\"Two\""));
    recorded(author, "{\"type\":\"raid\",\"place\":{\"id\":\"ML0507\"}}");

    JsonPath months = counts(author, "unit=ML0507&by=month");

    assertThat(months.getLong("total")).isEqualTo(3);
    assertThat(months.<Map<String, Object>>getList("items"))
        .containsExactlyInAnyOrder(
            Map.of("from", "2018-02", "to", "2018-02", "count", 1),
            Map.of("from", "2018-02", "to", "2018-04", "count", 1),
            Map.of("count", 1));
    JsonPath march = counts(author, "unit=ML0507&from=2018-03&to=2018-03");
    assertThat(march.getLong("total")).isEqualTo(1);
    assertThat(march.getLong("undatedLeftOut")).isEqualTo(1);
  }

  @Test
  void whatTheyAreNotKeptByIsRefusedWithAWayOut() {
    refused("by=actor", "unit, month or type");
    refused("unit=ML0507&by=unit", "adm2");
    refused("unit=XX99", "no unit");
    refused("from=2020-05-02", "first day");
    refused("from=2020-05&to=2020-04", "last month");
    refused("type=raids", "raid");
    as(AUTHOR)
        .get("/cases/v1/incident-counts?actor=somebody")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/unknown-parameter"));
  }

  private static void refused(String query, String remedy) {
    as(AUTHOR)
        .get("/cases/v1/incident-counts?" + query)
        .then()
        .statusCode(400)
        .body("detail", containsString(remedy));
  }

  private static void countsAreLists(String when) {
    READERS.forEach(
        (who, reader) -> {
          String as = who + " " + when;
          assertThat(counts(reader, "").getLong("total")).as(as).isEqualTo(total(reader, ""));
          for (String unit : List.of("", "ML", "ML05")) {
            JsonPath cells = counts(reader, "by=unit" + (unit.isEmpty() ? "" : "&unit=" + unit));
            long within = total(reader, unit.isEmpty() ? "" : "place=" + unit);
            assertThat(cells.getLong("total")).as(as).isEqualTo(within);
            long sum = 0;
            for (Map<String, Object> cell : cells.<Map<String, Object>>getList("items")) {
              long count = ((Number) cell.get("count")).longValue();
              sum += count;
              if (cell.containsKey("unit")) {
                assertThat(count).as(as).isEqualTo(total(reader, "place=" + cell.get("unit")));
              }
            }
            assertThat(sum).as(as).isEqualTo(within);
          }
          for (Map<String, Object> cell :
              counts(reader, "unit=ML&by=type").<Map<String, Object>>getList("items")) {
            assertThat(((Number) cell.get("count")).longValue())
                .as(as)
                .isEqualTo(total(reader, "place=ML&type=" + cell.get("type")));
          }
          undatedOnesAgree(reader, as);
          for (String period : List.of("2020-05", "2020-07", "2019-10")) {
            assertThat(counts(reader, "from=" + period + "&to=" + period).getLong("total"))
                .as(as)
                .isEqualTo(total(reader, "from=" + period + "-01&to=" + period + "-31"));
            assertThat(counts(reader, "unit=ML05&type=abduction&to=" + period).getLong("total"))
                .as(as)
                .isEqualTo(total(reader, "place=ML05&type=abduction&to=" + period + "-31"));
          }
        });
  }

  /** In each of the ways in which a period is asked for. */
  private static void undatedOnesAgree(Tokens reader, String as) {
    long undated = total(reader, "undated=only");
    assertThat(undated(counts(reader, "by=month"))).as(as + " by month").isEqualTo(undated);
    JsonPath may = counts(reader, "from=2020-05&to=2020-05");
    assertThat(may.getLong("undatedLeftOut")).as(as + " left out").isEqualTo(undated);
    assertThat(counts(reader, "from=2020-05&to=2020-05&undated=true").getLong("total"))
        .as(as + " taken in")
        .isEqualTo(may.getLong("total") + undated)
        .isEqualTo(total(reader, "from=2020-05-01&to=2020-05-31&undated=true"));
    assertThat(counts(reader, "unit=ML05&from=2020-05&undated=only").getLong("total"))
        .as(as + " alone")
        .isEqualTo(total(reader, "place=ML05&from=2020-05-01&undated=only"));
  }

  /** The cell of those that nobody can date. */
  private static long undated(JsonPath byMonth) {
    return byMonth.<Map<String, Object>>getList("items").stream()
        .filter(cell -> !cell.containsKey("from") && !cell.containsKey("to"))
        .mapToLong(cell -> ((Number) cell.get("count")).longValue())
        .sum();
  }

  private static JsonPath counts(Tokens reader, String query) {
    return as(reader)
        .get("/cases/v1/incident-counts" + Incidents.asked(query))
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static String incident(String type, String unit, String when, String more) {
    return "{\"type\":\"%s\",\"place\":{\"id\":\"%s\"},\"when\":{\"edtf\":\"%s\"},%s}"
        .formatted(type, unit, when, more);
  }

  private static void revise(String id, String patch) {
    String etag = as(AUTHOR).get("/cases/v1/incidents/{id}", id).header("ETag");
    as(AUTHOR)
        .contentType("application/merge-patch+json")
        .header("If-Match", etag)
        .body(patch)
        .patch("/cases/v1/incidents/{id}", id)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200);
  }

  private static void erase(String id) {
    var officer = Tokens.protectionOfficer("ngo-d");
    String etag = as(officer).get("/cases/v1/incidents/{id}", id).header("ETag");
    as(officer)
        .header("If-Match", etag)
        .delete("/cases/v1/incidents/{id}", id)
        .then()
        .statusCode(204);
  }
}
