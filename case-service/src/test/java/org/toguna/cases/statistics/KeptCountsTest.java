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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.toguna.cases.incidents.Incidents;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** Counts of what hangs on others are what a reader may list, after every kind of change. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class KeptCountsTest {
  private static final Tokens AUTHOR = Tokens.reviewer("ngo-k").cleared("AMBER");
  private static final Tokens PARTNER = Tokens.reviewer("ngo-l").cleared("AMBER");
  private static final Tokens BLURRED = Tokens.reader("ngo-m").cleared("AMBER");
  private static final Tokens STRANGER = Tokens.reader("ngo-n");
  private static final Map<String, Tokens> READERS =
      Map.of("owner", AUTHOR, "partner", PARTNER, "blurred", BLURRED, "stranger", STRANGER);
  private static final String SHARED =
      "\"marking\":{\"tlp\":\"AMBER\",\"sharedWith\":[\"ngo-l\"],\"finestPlace\":\"adm1\"}";

  @BeforeEach
  void gazetteer() throws IOException {
    Incidents.loadGazetteer();
  }

  @Test
  void theyFollowEveryWriteForEveryReader() {
    countsAreLists("before anything");
    String crisis = recorded(AUTHOR, "crises", crisis("siege", "ML0507", "2020-05-14", SHARED));
    recorded(
        AUTHOR,
        "crises",
        crisis("blockade", "ML0506", "2020-06/2020-08", SHARED)
            .replace(
                "\"status\"",
                "\"furtherPlaces\":[{\"id\":\"ML0507\"},{\"id\":\"ML02\"}],\"status\""));
    recorded(AUTHOR, "crises", "{\"type\":\"siege\",\"status\":\"unclear\"}");
    recorded(AUTHOR, "crises", crisis("siege", "ML0507", "2062-10-03", SHARED));
    recorded(AUTHOR, "crises", crisis("siege", "ML0507", "2019-03/2099", SHARED));
    String dialogue =
        recorded(
            AUTHOR,
            "cases",
            """
            {"type":"siege_lifting","crises":["%s"],"place":{"id":"ML0507"},
             "stages":[{"stage":"contact_made","when":{"edtf":"2020-06"}}],%s}\
            """
                .formatted(crisis, SHARED));
    String term =
        recorded(
            AUTHOR,
            "terms",
            """
            {"case":"%s","issue":"schools","nature":"rule",
             "movements":[{"state":"demanded","when":{"edtf":"2020-07"}}],%s}\
            """
                .formatted(dialogue, SHARED));
    countsAreLists("after recording");
    assertThat(total(BLURRED, "terms", "type=schools&status=demanded")).isPositive();

    revise(AUTHOR, "terms", term, "{\"movements\":[{\"state\":\"agreed\"}]}");
    revise(
        AUTHOR, "crises", crisis, "{\"status\":\"partly_lifted\",\"place\":{\"id\":\"ML0506\"}}");
    revise(AUTHOR, "cases", dialogue, "{\"stages\":[{\"stage\":\"in_force\"}]}");
    countsAreLists("after revisions");
    revise(
        AUTHOR,
        "cases",
        dialogue,
        "{\"marking\":{\"tlp\":\"RED\",\"namedPersons\":[\"ngo-k/dina\"]}}");
    countsAreLists("at once after a marking that what hangs on it has yet to follow");
    revise(named(), "cases", dialogue, "{\"marking\":{\"tlp\":\"CLEAR\"}}");
    countsAreLists("after an open marking");
    revise(AUTHOR, "cases", dialogue, "{\"crises\":[]}");
    countsAreLists("after it no longer hangs on a crisis");
    erase("crises", crisis);
    erase("cases", dialogue);
    countsAreLists("after erasure of what a term hangs on");
  }

  @Test
  void whatAnotherOwnerClosesIsCountedForThoseWhoWroteItAndForThem() {
    String theirs =
        recorded(PARTNER, "crises", crisis("siege", "ML0507", "2019-03", green("ngo-k")));
    long cases = counts(AUTHOR, "cases", "").getLong("total");
    String mine =
        recorded(
            AUTHOR,
            "cases",
            "{\"type\":\"siege_lifting\",\"crises\":[\"%s\"],%s}"
                .formatted(theirs, green("ngo-l")));
    assertThat(counts(AUTHOR, "cases", "").getLong("total")).isEqualTo(cases + 1);
    countsAreLists("before it is closed");

    revise(
        PARTNER, "crises", theirs, "{\"marking\":{\"tlp\":\"AMBER+STRICT\",\"sharedWith\":null}}");

    as(BLURRED).get("/cases/v1/cases/{id}", mine).then().statusCode(404);
    as(AUTHOR).get("/cases/v1/cases/{id}", mine).then().statusCode(200);
    assertThat(counts(AUTHOR, "cases", "").getLong("total")).isEqualTo(cases + 1);
    countsAreLists("at once after it is closed");
    revise(PARTNER, "crises", theirs, "{\"marking\":{\"tlp\":\"GREEN\",\"sharedWith\":null}}");
    countsAreLists("after it is opened again");
  }

  /** A case that is being hung on a crisis while that is closed must not be missed by both. */
  @Test
  void whoeverClosesWaitsForThoseWhoAreStillHangingSomethingOnIt() throws Exception {
    String theirs =
        recorded(PARTNER, "crises", crisis("siege", "ML0507", "2019-03", green("ngo-k")));
    String mine =
        recorded(
            AUTHOR,
            "cases",
            "{\"type\":\"siege_lifting\",\"crises\":[\"%s\"],%s}"
                .formatted(theirs, green("ngo-l")));
    try (var writer = database();
        var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      writer.setAutoCommit(false);
      hangAnotherLike(mine, writer);
      Future<?> closing =
          executor.submit(
              () ->
                  revise(
                      PARTNER,
                      "crises",
                      theirs,
                      "{\"marking\":{\"tlp\":\"AMBER+STRICT\",\"sharedWith\":null}}"));
      Awaitility.await("closed, or waiting")
          .until(() -> closing.isDone() || somebodyWaits());
      writer.commit();
      closing.get();
    }

    countsAreLists("after one was hung on it while it was closed");
  }

  /** Written and counted as the service does it, and not committed yet. */
  private static void hangAnotherLike(String dialogue, Connection writer) throws SQLException {
    String id = UUID.randomUUID().toString();
    try (Statement statement = writer.createStatement()) {
      for (String[] table :
          new String[][] {
            {"record", "id"}, {"record_parent", "child"}, {"record_view", "record_id"}
          }) {
        statement.execute(
            """
            insert into %1$s (%5$s) select %5$s
            from (select (jsonb_populate_record(t, '{"%2$s":"%3$s"}')).* from %1$s t where %2$s = '%4$s') c\
            """
                .formatted(table[0], table[1], id, dialogue, written(statement, table[0])));
      }
      statement.execute("set constraints all immediate");
    }
  }

  /** The columns of a table that it does not make itself. */
  private static String written(Statement statement, String table) throws SQLException {
    try (var row =
        statement.executeQuery(
            "select string_agg(attname, ', ') from pg_attribute where attrelid = '%s'::regclass and attnum > 0 and attgenerated = '' and not attisdropped"
                .formatted(table))) {
      row.next();
      return row.getString(1);
    }
  }

  private static boolean somebodyWaits() throws SQLException {
    try (var connection = database();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and datname = current_database()")) {
      rows.next();
      return rows.getInt(1) > 0;
    }
  }

  private static Connection database() throws SQLException {
    return DriverManager.getConnection(
        ConfigProvider.getConfig().getValue("toguna.test.superuser-url", String.class));
  }

  @Test
  void aCrisisOfSeveralPlacesStandsInEachOfTheirUnitsAndOnceInAll() {
    var author = Tokens.reviewer("ngo-o");
    JsonPath before =
        counts(author, "crises", "unit=ML05&by=unit"); // of what others show everybody
    String several =
        crisis("siege", "ML0507", "2018-02", "\"furtherPlaces\":[{\"id\":\"ML0506\"}]");
    recorded(author, "crises", several);
    recorded(author, "crises", crisis("siege", "ML05", "2018-02", "\"title\":\"Somewhere\""));

    JsonPath units = counts(author, "crises", "unit=ML05&by=unit");

    assertThat(units.getLong("total")).isEqualTo(before.getLong("total") + 2);
    for (String unit : Arrays.asList("ML0506", "ML0507", null)) {
      assertThat(count(units, unit)).as("of " + unit).isEqualTo(count(before, unit) + 1);
    }
  }

  private static int count(JsonPath counts, @Nullable String unit) {
    return counts.<Map<String, Object>>getList("items").stream()
        .filter(item -> Objects.equals(item.get("unit"), unit))
        .mapToInt(item -> (int) item.get("count"))
        .sum();
  }

  @Test
  void whatTheyAreNotKeptByIsRefusedWithAWayOut() {
    refused("cases?by=status", "unit, month, type or stage");
    refused("terms?by=unit", "month, type or status");
    refused("crises?unit=ML0507&by=unit", "adm2");
    refused("crises?unit=XX99", "no unit");
    refused("crises?from=2020-05-02", "first day");
    refused("crises?from=2020-05&to=2020-04", "end of a period");
    refused("terms?type=school", "schools");
    refused("cases?stage=contact", "case_stage");
    as(AUTHOR)
        .get("/cases/v1/statistics/terms?unit=ML05")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/unknown-parameter"));
  }

  private static void refused(String query, String remedy) {
    as(AUTHOR)
        .get("/cases/v1/statistics/" + query)
        .then()
        .statusCode(400)
        .body("detail", containsString(remedy));
  }

  private static Tokens named() {
    return Tokens.reviewer("ngo-k").user("dina").cleared("RED");
  }

  private static void countsAreLists(String when) {
    READERS.forEach(
        (who, reader) -> {
          ofKind(reader, "cases", "stage", who + " " + when);
          ofKind(reader, "crises", "status", who + " " + when);
          ofKind(reader, "terms", "status", who + " " + when);
          for (String kind : List.of("cases", "crises")) {
            for (String unit : List.of("ML", "ML0507")) {
              assertThat(counts(reader, kind, "unit=" + unit).getLong("total"))
                  .as(who + " " + when + " " + kind + " in " + unit)
                  .isEqualTo(total(reader, kind, "place=" + unit));
            }
            eachCell(reader, kind, "unit=ML&by=unit", "unit", "place=", who + " " + when);
          }
        });
  }

  private static void ofKind(Tokens reader, String kind, String status, String as) {
    long total = total(reader, kind, "");
    for (String by : List.of("month", "type", status)) {
      JsonPath counts = counts(reader, kind, "by=" + by);
      assertThat(counts.getLong("total")).as(as + " " + kind).isEqualTo(total);
      assertThat(
              counts.<Map<String, Object>>getList("items").stream()
                  .mapToLong(cell -> ((Number) cell.get("count")).longValue())
                  .sum())
          .as(as + " " + kind + " by " + by)
          .isEqualTo(total);
    }
    eachCell(reader, kind, "by=type", "type", "type=", as);
    eachCell(reader, kind, "by=" + status, "status", status + "=", as);
    for (String period : List.of("2020-07", "2019-03")) {
      assertThat(counts(reader, kind, "from=" + period + "&to=" + period).getLong("total"))
          .as(as + " " + kind + " in " + period)
          .isEqualTo(total(reader, kind, "from=" + period + "-01&to=" + period + "-31"));
    }
    long undated = total(reader, kind, "undated=only");
    JsonPath july = counts(reader, kind, "from=2020-07&to=2020-07");
    assertThat(july.getLong("undatedLeftOut")).as(as + " " + kind + " undated").isEqualTo(undated);
    assertThat(counts(reader, kind, "from=2020-07&to=2020-07&undated=true").getLong("total"))
        .as(as + " " + kind + " with the undated")
        .isEqualTo(july.getLong("total") + undated)
        .isEqualTo(total(reader, kind, "from=2020-07-01&to=2020-07-31&undated=true"));
    assertThat(counts(reader, kind, "undated=only").getLong("total"))
        .as(as + " " + kind + " only the undated")
        .isEqualTo(undated);
  }

  private static void eachCell(
      Tokens reader, String kind, String query, String member, String filter, String as) {
    for (Map<String, Object> cell :
        counts(reader, kind, query).<Map<String, Object>>getList("items")) {
      if (cell.containsKey(member)) {
        assertThat(((Number) cell.get("count")).longValue())
            .as(as + " " + kind + " " + cell)
            .isEqualTo(total(reader, kind, filter + cell.get(member)));
      }
    }
  }

  private static JsonPath counts(Tokens reader, String kind, String query) {
    return as(reader)
        .get("/cases/v1/statistics/" + kind + Incidents.asked(query))
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static long total(Tokens reader, String kind, String query) {
    return as(reader)
        .get(
            "/cases/v1/"
                + kind
                + Incidents.asked("limit=1&total=true" + (query.isEmpty() ? "" : "&" + query)))
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getLong("total");
  }

  private static String crisis(String type, String unit, String since, String more) {
    return "{\"type\":\"%s\",\"status\":\"open\",\"place\":{\"id\":\"%s\"},\"since\":{\"edtf\":\"%s\"},%s}"
        .formatted(type, unit, since, more);
  }

  private static String green(String partner) {
    return "\"marking\":{\"tlp\":\"GREEN\",\"sharedWith\":[\"%s\"]}".formatted(partner);
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

  private static void revise(Tokens author, String kind, String id, String patch) {
    String etag = as(author).get("/cases/v1/" + kind + "/{id}", id).header("ETag");
    as(author)
        .contentType("application/merge-patch+json")
        .header("If-Match", etag)
        .body(patch)
        .patch("/cases/v1/" + kind + "/{id}", id)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200);
  }

  private static void erase(String kind, String id) {
    as(Tokens.protectionOfficer("ngo-k"))
        .header("If-Match", "*")
        .delete("/cases/v1/" + kind + "/{id}", id)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(204);
  }
}
