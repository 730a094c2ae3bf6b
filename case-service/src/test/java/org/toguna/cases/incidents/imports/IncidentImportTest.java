package org.toguna.cases.incidents.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.toguna.cases.incidents.Incidents.as;
import static org.toguna.cases.incidents.Incidents.ended;
import static org.toguna.cases.incidents.Incidents.fictional;
import static org.toguna.cases.incidents.Incidents.job;
import static org.toguna.cases.incidents.Incidents.kept;
import static org.toguna.cases.incidents.Incidents.posted;
import static org.toguna.cases.incidents.Incidents.rows;
import static org.toguna.cases.incidents.Incidents.taken;
import static org.toguna.cases.incidents.Incidents.total;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.toguna.cases.incidents.Incidents;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** A provider's file is taken in as a job, row by row, once, and can be taken back. */
@QuarkusTest
@TestProfile(RegistryOfItsOwn.class)
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class IncidentImportTest {

  @BeforeEach
  void gazetteer() throws IOException {
    Incidents.loadGazetteer();
  }

  @Test
  void everyRowIsAccountedForAndTheSameFileAgainChangesNothing() throws IOException {
    var author = Tokens.reviewer("ngo-import");
    JsonPath job = taken(author, fictional(), "edition=24.1");

    assertThat(outcomes(job)).containsEntry("created", 34).containsEntry("unchanged", 1);
    assertThat(outcomes(job)).containsEntry("rejected", 5).containsEntry("flagged", 9);
    assertThat(job.getInt("rows")).isEqualTo(40);
    assertThat(kept(author)).isEqualTo(34);
    assertThat(rejections(author, job))
        .containsExactlyInAnyOrder(
            "/country unknown-country",
            "/type_of_violence not-a-code",
            "/best not-a-count",
            "/event_id repeated",
            " wrong-number-of-fields");

    JsonPath again = taken(author, fictional(), "edition=24.1");

    assertThat(outcomes(again)).containsEntry("created", 0).containsEntry("unchanged", 35);
    assertThat(kept(author)).isEqualTo(34);
    assertThat(total(author, "q=Karangolo&updatedSince=" + again.getString("postedAt"))).isZero();
  }

  @Test
  void whatContradictsItselfIsKeptAsStatedAndFlagged() throws IOException {
    var author = Tokens.reviewer("ngo-faults");
    taken(author, fictional(), "");

    JsonPath figures = event(author, "900011");
    assertThat(figures.getList("flags")).isEqualTo(List.of("figures_in_conflict"));
    assertThat(figures.<Object>get("deaths.total")).isNull();
    assertThat(figures.getInt("readings[0].value.low")).isEqualTo(7);
    assertThat(figures.getInt("readings[0].value.best")).isZero();

    JsonPath lostSign = event(author, "900014");
    assertThat(lostSign.getList("flags")).isEqualTo(List.of("place_in_doubt"));
    assertThat(lostSign.<Object>get("position")).isNull();
    assertThat(lostSign.getFloat("readings[0].value.lon")).isEqualTo(3.05f);
    assertThat(lostSign.getString("place.id")).isEqualTo("ML0507");
    assertThat(total(author, "bbox=3.0,14.0,3.1,14.4")).isZero();

    assertThat(event(author, "900015").getInt("deaths.total.best")).isEqualTo(5);
    assertThat(event(author, "900015").getString("readings[0].status")).isEqualTo("work_needed");
    assertThat(event(author, "900016").<Object>get("when")).isNull();
    assertThat(event(author, "900016").getList("flags")).isEqualTo(List.of("date_in_doubt"));
  }

  @Test
  void anEventOfADayThatCannotBeIsKeptAsStatedFlaggedAndUndated() throws IOException {
    var author = Tokens.reviewer("ngo-odd-days");
    String file = fictional();
    String header = file.lines().findFirst().orElseThrow();
    String row = file.lines().filter(line -> line.startsWith("900001,")).findFirst().orElseThrow();
    JsonPath job = taken(author, header + "\n" + row.replace("2019", "2062") + "\n", "");

    JsonPath event = event(author, "900001");
    assertThat(event.getString("when.edtf")).isEqualTo("2062-03-04");
    assertThat(event.getList("warnings.code")).isEqualTo(List.of("day-ahead"));
    assertThat(event.getList("flags")).isEqualTo(List.of("date_in_doubt"));
    assertThat(flags(author, job, "900001")).contains("date_in_doubt");
    assertThat(total(author, "from=2062-03-01&to=2062-03-31")).isZero();
    assertThat(total(author, "undated=only")).isEqualTo(1);
  }

  @Test
  void aRowStandsInTheFinestUnitThatItsWordsAndPrecisionAllow() throws IOException {
    var author = Tokens.reviewer("ngo-places");
    JsonPath job = taken(author, fictional(), "");

    assertThat(event(author, "900001").getString("place.id")).isEqualTo("ML0507");
    assertThat(event(author, "900001").getString("position.wherePrec")).isEqualTo("1");
    assertThat(event(author, "900001").getString("place.precision")).isEqualTo("unit");
    assertThat(event(author, "900006").getString("place.id")).isEqualTo("ML");
    assertThat(event(author, "900006").getString("place.precision")).isEqualTo("vague");
    assertThat(event(author, "900009").getString("place.id")).isEqualTo("ML05");
    assertThat(event(author, "900010").getString("place.name")).isEqualTo("Macina");
    assertThat(event(author, "900017").getString("place.name")).isEqualTo("Bandiagara");
    assertThat(event(author, "900018").getString("place.id")).isEqualTo("ML05");
    assertThat(event(author, "900019").getString("place.name")).isEqualTo("Djenné");
    assertThat(event(author, "900018").getString("place.asStated")).contains("Zanfara cercle");
    assertThat(flags(author, job, "900017")).isEqualTo(List.of("unit_by_spelling"));
    assertThat(flags(author, job, "900018")).isEqualTo(List.of("unit_not_found"));
    assertThat(flags(author, job, "900019")).isEqualTo(List.of("unit_in_another_region"));
  }

  @Test
  void aDryRunSaysTheSameAndRecordsNothing() throws IOException {
    var author = Tokens.reviewer("ngo-dry");
    JsonPath job = taken(author, fictional(), "dryRun=true");

    assertThat(outcomes(job))
        .containsEntry("created", 34)
        .containsEntry("unchanged", 1)
        .containsEntry("rejected", 5);
    assertThat(kept(author)).isZero();
    as(author)
        .put("/cases/v1/incident-imports/{id}/undo", job.getString("id"))
        .then()
        .statusCode(409);
  }

  @Test
  void failedRowsAloneAreTakenOnceMore() throws IOException {
    var author = Tokens.reviewer("ngo-retry");
    String csv =
        ged(
            "77,2021-01-01,2021-01-01,1,State forces,Front,Mali,6,1,1,1",
            "78,2021-01-02,2021-01-02,1,State forces,Front,Farawayland,6,1,1,1");
    JsonPath job = taken(author, csv, "");
    assertThat(job.getBoolean("retryable")).isTrue();
    String early = event(author, "77").getString("updatedAt");

    Incidents.loadPlaces(
        "place_id,source,source_id,name,lat,lon,country,feature_class,feature_code,pcode\n"
            + "TD,toguna-sample,TD,Farawayland,15.0,19.0,TCD,A,PCLI,TD\n");
    as(author)
        .put("/cases/v1/incident-imports/{id}/retry", job.getString("id"))
        .then()
        .statusCode(202);
    JsonPath retried = ended(author, job.getString("id"));

    assertThat(outcomes(retried)).containsEntry("created", 2).containsEntry("rejected", 0);
    assertThat(retried.getBoolean("retryable")).isFalse();
    assertThat(event(author, "77").getString("updatedAt")).isEqualTo(early);
    assertThat(event(author, "78").getString("place.id")).isEqualTo("TD");
    as(author)
        .put("/cases/v1/incident-imports/{id}/retry", job.getString("id"))
        .then()
        .statusCode(409);
  }

  @Test
  void aJobIsForItsOrganisationAndOneForNamedPersonsTheirsAlone() throws IOException {
    var author = Tokens.reviewer("ngo-own").user("ann");
    String open = posted(author, fictional(), "");
    String named = posted(author, fictional(), "marking=RED");
    ended(author, open);
    ended(author, named);

    var colleague = Tokens.reviewer("ngo-own").user("bob");
    as(colleague).get("/cases/v1/incident-imports/{id}", open).then().statusCode(200);
    for (String path : List.of("", "/rows")) {
      as(colleague).get("/cases/v1/incident-imports/" + named + path).then().statusCode(404);
      as(Tokens.reviewer("ngo-other"))
          .get("/cases/v1/incident-imports/" + open + path)
          .then()
          .statusCode(404);
    }
    as(colleague).get("/cases/v1/incident-imports").then().body("items", hasSize(1));
    as(Tokens.reviewer("ngo-other"))
        .get("/cases/v1/incident-imports")
        .then()
        .body("items", hasSize(0));
    // What Ann keeps to herself makes no difference to what Bob is told.
    assertThat(outcomes(job(author, named))).containsEntry("unchanged", 35);
    var alone = Tokens.reviewer("ngo-secret").user("ann");
    taken(alone, fictional(), "marking=RED");
    JsonPath bobs = taken(Tokens.reviewer("ngo-secret").user("bob"), fictional(), "");
    assertThat(outcomes(bobs)).containsEntry("created", 34);
  }

  @Test
  void theSameRequestAgainIsTheSameJob() throws IOException {
    var author = Tokens.reviewer("ngo-key");
    var key = java.util.UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      as(author)
          .contentType("text/csv")
          .header("Idempotency-Key", key)
          .body(ged("9,2021-01-01,2021-01-01,1,A,B,Mali,6,1,1,1"))
          .post("/cases/v1/incident-imports")
          .then()
          .statusCode(202);
    }
    as(author).get("/cases/v1/incident-imports?total=true").then().body("total", equalTo(1));
  }

  @Test
  void aFileThatCannotBeReadIsRefusedAsAWhole() {
    var author = Tokens.reviewer("ngo-bad");
    as(author)
        .contentType("text/csv")
        .body("event_id,colour\n1,red\n")
        .post("/cases/v1/incident-imports")
        .then()
        .statusCode(422)
        .body("errors.pointer", org.hamcrest.Matchers.hasItems("/colour"));
    as(author)
        .contentType("text/csv")
        .body(ged("1,2021-01-01,2021-01-01,1,\"A,B,Mali,6,1,1,1"))
        .post("/cases/v1/incident-imports")
        .then()
        .statusCode(400);
    as(author).get("/cases/v1/incident-imports").then().body("items", hasSize(0));
  }

  private static Map<String, Integer> outcomes(JsonPath job) {
    return job.getMap("outcomes");
  }

  private static List<String> rejections(Tokens author, JsonPath job) {
    return rows(author, job.getString("id"), "outcome=rejected")
        .<Map<String, Object>>getList("items")
        .stream()
        .map(row -> row.get("pointer") + " " + row.get("code"))
        .toList();
  }

  private static List<Object> flags(Tokens author, JsonPath job, String event) {
    return rows(author, job.getString("id"), "flagged=true")
        .getList("items.find { it.externalId == '" + event + "' }.flags");
  }

  static JsonPath event(Tokens reader, String event) {
    JsonPath all = as(reader).get("/cases/v1/incidents?limit=1000").then().extract().jsonPath();
    String id =
        all.getString(
            "items.find { it.externalIds.any { e -> e.provider == 'ucdp-ged' && e.id == '%s' } }.id"
                .formatted(event));
    return as(reader).get("/cases/v1/incidents/{id}", id).then().extract().jsonPath();
  }

  /** The fewest columns that a file can have. */
  static String ged(String... rows) {
    return "event_id,date_start,date_end,type_of_violence,side_a,side_b,country,where_prec,best,high,low\n"
        + String.join("\n", rows)
        + "\n";
  }
}
