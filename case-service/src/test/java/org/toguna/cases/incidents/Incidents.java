package org.toguna.cases.incidents;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.toguna.test.Tokens;

/** The words in which stories of incidents are told. */
public final class Incidents {
  /** Fictional events in UCDP's columns, with the faults that real files have. */
  public static final Path FICTIONAL = Path.of("..", "docs", "incidents.csv");

  private static final Path GAZETTEER =
      Path.of("..", "deploy", "local", "src", "main", "resources", "samples", "gazetteer.csv");
  private static final Set<String> ENDED = Set.of("done", "cancelled", "undone");

  private Incidents() {}

  public static RequestSpecification as(Tokens tokens) {
    return given().auth().oauth2(tokens.token()).contentType(ContentType.JSON);
  }

  /** Regions and cercles of Mali; what lies below is invented. */
  public static void loadGazetteer() throws IOException {
    loadPlaces(Files.readString(GAZETTEER));
  }

  public static void loadPlaces(String csv) {
    given()
        .auth()
        .oauth2(Tokens.administrator("registry").token())
        .contentType("text/csv; charset=UTF-8")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post("/cases/v1/gazetteer/imports")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201);
  }

  public static String fictional() throws IOException {
    return Files.readString(FICTIONAL);
  }

  public static String asked(String query) {
    return query.isEmpty() ? "" : "?" + query;
  }

  public static String recorded(Tokens author, String body) {
    return as(author)
        .body(body)
        .post("/cases/v1/incidents")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** Posts a file; query is what follows the question mark. */
  public static String posted(Tokens author, String csv, String query) {
    return given()
        .auth()
        .oauth2(author.token())
        .contentType("text/csv; charset=UTF-8")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post("/cases/v1/incident-imports" + asked(query))
        .then()
        .log()
        .ifValidationFails()
        .statusCode(202)
        .extract()
        .path("id");
  }

  /** The job once it has ended. */
  public static JsonPath ended(Tokens author, String id) {
    return Awaitility.await("import " + id)
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> job(author, id), job -> ENDED.contains(job.getString("state")));
  }

  public static JsonPath job(Tokens author, String id) {
    return as(author)
        .get("/cases/v1/incident-imports/{id}", id)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  public static JsonPath taken(Tokens author, String csv, String query) {
    JsonPath job = ended(author, posted(author, csv, query));
    assertThat(job.getString("state")).isEqualTo("done");
    return job;
  }

  /** What became of rows; query is what follows the question mark. */
  public static JsonPath rows(Tokens author, String id, String query) {
    return as(author)
        .get(
            "/cases/v1/incident-imports/"
                + id
                + "/rows?limit=1000"
                + (query.isEmpty() ? "" : "&" + query))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** How many incidents a reader may list; query is what follows the question mark. */
  public static long total(Tokens reader, String query) {
    return as(reader)
        .get("/cases/v1/incidents?limit=1&total=true" + (query.isEmpty() ? "" : "&" + query))
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getLong("total");
  }

  /**
   * How many incidents an organisation keeps to itself: those that its imports bring by default.
   */
  public static long kept(Tokens owner) {
    return as(owner)
        .queryParam("marking", "AMBER+STRICT")
        .queryParam("total", true)
        .get("/cases/v1/incidents")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getLong("total");
  }
}
