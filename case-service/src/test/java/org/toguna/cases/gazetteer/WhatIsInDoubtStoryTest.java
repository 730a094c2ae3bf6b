package org.toguna.cases.gazetteer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.toguna.cases.Registry.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.toguna.cases.Registry;
import org.toguna.cases.incidents.Incidents;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** What is taken with a flag is found by it; what is withdrawn stays readable and says so. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class WhatIsInDoubtStoryTest {
  private static final Tokens ADMINISTRATOR = Tokens.administrator("ngo-a");
  private static final String HEADER =
      "place_id;source;source_id;name;lat;lon;country;admin1_name;admin1_pcode;admin2_name;admin2_pcode\n";
  private static final String VILLAGE =
      "doubt:1;DOUBT;1;Béréla;14.2;-3.0;MLI;Mopti;ML05;Koro;ML0507\n";

  @BeforeEach
  void places() {
    imported(GazetteerStoryTest.places(), "UTF-8").body("rejected", equalTo(0));
  }

  @Test
  void pointsAndNamesInDoubtAreToldByTheRowTheEntryAndTheList() {
    var id =
        imported(
                HEADER
                    + VILLAGE
                        .replace("14.2;-3.0", "0;0")
                        .replace("doubt:1;DOUBT;1", "doubt:2;DOUBT;2")
                    + VILLAGE
                        .replace("Béréla", "DjennÃ©")
                        .replace("doubt:1;DOUBT;1", "doubt:3;DOUBT;3"),
                "UTF-8")
            .body("created", equalTo(2))
            .body("flagged", equalTo(2))
            .body("firstFlagged.code", contains("point-in-doubt", "damaged-name"))
            .extract()
            .<String>path("id");

    as(ADMINISTRATOR)
        .get("/cases/v1/gazetteer/imports/{id}/rows?flagged=true", id)
        .then()
        .statusCode(200)
        .body("items.line", contains(2, 3))
        .body("items[0].detail", containsString("0, 0"))
        .body("items[1].pointer", equalTo("/name"));
    read("places/doubt:2").body("flags", contains("point-in-doubt"));
    read("places?flag=damaged-name&provider=DOUBT").body("items.entry.id", contains("doubt:3"));
    as(Registry.REVIEWER)
        .get("/cases/v1/places?flag=damaged")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-code"));
  }

  @Test
  void aTrialShowsItsRows() {
    var id =
        given()
            .auth()
            .oauth2(ADMINISTRATOR.token())
            .contentType("text/csv; charset=UTF-8")
            .body(
                (HEADER
                        + VILLAGE.replace("doubt:1;DOUBT;1", "doubt:4;DOUBT;4")
                        + VILLAGE.replace(";14.2", ";141.2"))
                    .getBytes(StandardCharsets.UTF_8))
            .post("/cases/v1/gazetteer/imports?dryRun=true")
            .then()
            .statusCode(200)
            .body("dryRun", equalTo(true))
            .extract()
            .<String>path("id");

    as(ADMINISTRATOR)
        .get("/cases/v1/gazetteer/imports/{id}/rows", id)
        .then()
        .statusCode(200)
        .body("items.outcome", contains("created", "rejected"));
    as(ADMINISTRATOR)
        .get("/cases/v1/gazetteer/imports/{id}", id)
        .then()
        .body("dryRun", equalTo(true));
    as(Registry.REVIEWER).get("/cases/v1/places/doubt:4").then().statusCode(404);
  }

  @Test
  void anEntryIsWithdrawnAndWhatRefersToItReadsOn() {
    imported(HEADER + VILLAGE, "UTF-8");
    var crisis =
        Registry.recorded(
            "crises",
            "{\"type\":\"siege\",\"status\":\"open\",\"place\":{\"id\":\"doubt:1\"},\"since\":{\"edtf\":\"2026-03-01\"}}");
    var words = "{\"on\":\"2026-10-01\",\"because\":\"Told twice, under two names\"}";

    withdraw("doubt:1", words).statusCode(204);
    var version = read("places/doubt:1").extract().<Integer>path("version");
    withdraw("doubt:1", words).statusCode(204);

    read("places/doubt:1")
        .body("version", equalTo(version))
        .body("flags", hasItem("withdrawn"))
        .body("withdrawn.on", equalTo("2026-10-01"))
        .body("withdrawn.because", containsString("twice"));
    read("crises/" + crisis).body("place.id", equalTo("doubt:1"));
    read("crises?place=doubt:1").body("items.id", hasItem(crisis));
    read("places?q=Bérela&provider=DOUBT")
        .body("items[0].entry.withdrawn.on", equalTo("2026-10-01"));
    read("places?q=Bérela&provider=DOUBT&validOn=2026-11-01")
        .body("items.entry.id", not(hasItem("doubt:1")));
    read("places?unit=ML0507&validOn=2026-11-01&limit=100")
        .body("items.entry.id", not(hasItem("doubt:1")));
    read("places?flag=withdrawn").body("items.entry.id", hasItem("doubt:1"));

    imported(HEADER + VILLAGE, "UTF-8")
        .body("unchanged", equalTo(1))
        .body("firstFlagged.code", contains("withdrawn"));
    imported(HEADER + VILLAGE.replace("Béréla", "Bérélaba"), "UTF-8").body("updated", equalTo(1));
    read("places/doubt:1").body("name", equalTo("Bérélaba")).body("flags", hasItem("withdrawn"));

    as(ADMINISTRATOR).delete("/cases/v1/gazetteer/withdrawals/doubt:1").then().statusCode(204);
    read("places/doubt:1").body("withdrawn", nullValue()).body("flags", empty());
  }

  @Test
  void aUnitIsWithdrawnByAdministratorsAlone() {
    withdraw("ML0506", "{\"on\":\"2026-10-01\",\"because\":\"Merged by decree\"}").statusCode(204);

    read("units/ML0506").body("flags", hasItem("withdrawn"));
    read("units?parent=ML05&validOn=2026-11-01").body("items.id", not(hasItem("ML0506")));
    imported(GazetteerStoryTest.places(), "UTF-8").body("rejected", equalTo(0));
    read("units/ML0506").body("withdrawn.because", equalTo("Merged by decree"));
    as(Registry.REVIEWER)
        .body("{\"on\":\"2026-10-01\",\"because\":\"I say so\"}")
        .put("/cases/v1/gazetteer/withdrawals/ML0507")
        .then()
        .statusCode(403);
    withdraw("nowhere", "{\"on\":\"2026-10-01\",\"because\":\"x\"}").statusCode(404);
    withdraw("ML0507", "{\"because\":\"x\"}").statusCode(422);
    as(ADMINISTRATOR).delete("/cases/v1/gazetteer/withdrawals/ML0506").then().statusCode(204);
    as(ADMINISTRATOR).delete("/cases/v1/gazetteer/withdrawals/ML0506").then().statusCode(204);
    read("units/ML0506").body("withdrawn", nullValue());
  }

  @Test
  void theCharsetThatIsDeclaredIsBelieved() {
    imported(HEADER + VILLAGE.replace("doubt:1;DOUBT;1", "doubt:5;DOUBT;5"), "windows-1252")
        .body("rejected", equalTo(0));
    read("places/doubt:5").body("name", equalTo("Béréla"));
  }

  @Test
  void aFileOfIncidentsMayBeWrittenSoAsWell() throws IOException {
    var author = Tokens.reviewer("ngo-doubt");
    Incidents.loadGazetteer();
    var rows =
        Incidents.fictional()
            .lines()
            .filter(line -> !line.contains("\"") && !line.contains(";"))
            .limit(6)
            .map(line -> line.replace(",", ";") + (line.startsWith("event_id") ? ";;" : ";;"))
            .collect(Collectors.joining("\n"));

    var job =
        given()
            .auth()
            .oauth2(author.token())
            .contentType("text/csv; charset=UTF-16LE")
            .body(rows.getBytes(StandardCharsets.UTF_16LE))
            .post("/cases/v1/incident-imports?dryRun=true")
            .then()
            .log()
            .ifValidationFails()
            .statusCode(202)
            .extract()
            .<String>path("id");

    var done = Incidents.ended(author, job);
    org.assertj.core.api.Assertions.assertThat(done.getString("state")).isEqualTo("done");
    org.assertj.core.api.Assertions.assertThat(
            Incidents.rows(author, job, "").<String>getList("items.outcome"))
        .hasSize(5)
        .containsOnly("created");
    given()
        .auth()
        .oauth2(author.token())
        .contentType("text/csv")
        .body("event_id,name,name\n".getBytes(StandardCharsets.UTF_8))
        .post("/cases/v1/incident-imports")
        .then()
        .statusCode(422)
        .body("errors.code", hasItem("doubled-column"));
    given()
        .auth()
        .oauth2(author.token())
        .contentType("text/csv; charset=UTF-8")
        .body(
            Incidents.fictional()
                .replaceFirst("Mali", "Malí")
                .getBytes(Charset.forName("windows-1252")))
        .post("/cases/v1/incident-imports")
        .then()
        .statusCode(400)
        .body("detail", containsString("charset=windows-1252"));
  }

  private static ValidatableResponse withdraw(String entry, String words) {
    return as(ADMINISTRATOR)
        .body(words)
        .put("/cases/v1/gazetteer/withdrawals/" + entry)
        .then()
        .log()
        .ifValidationFails();
  }

  private static ValidatableResponse read(String path) {
    return as(Registry.REVIEWER)
        .get("/cases/v1/" + path)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200);
  }

  private static ValidatableResponse imported(String csv, String charset) {
    return given()
        .auth()
        .oauth2(ADMINISTRATOR.token())
        .contentType("text/csv; charset=" + charset)
        .body(csv.getBytes(Charset.forName(charset)))
        .post("/cases/v1/gazetteer/imports")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201);
  }
}
