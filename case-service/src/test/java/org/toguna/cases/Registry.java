package org.toguna.cases;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.toguna.test.Tokens;

/** The registry as stories speak of it: what ngo-a records, and what somebody reads of it. */
public final class Registry {
  public static final Tokens REVIEWER = Tokens.reviewer("ngo-a");
  public static final Tokens OWNER = Tokens.reader("ngo-a");
  public static final Tokens PARTNER = Tokens.reader("ngo-b");
  public static final Tokens OTHER = Tokens.reader("ngo-c");

  /** A further member of what is recorded: GREEN, and shared in full with nobody. */
  public static final String GREEN = ",\"marking\":{\"tlp\":\"GREEN\"}";

  private Registry() {}

  /** A village in Koro; the gazetteer that has it is loaded where it is not there yet. */
  public static String village() {
    try (var places = Registry.class.getResourceAsStream("/gazetteer/places.csv")) {
      given()
          .auth()
          .oauth2(Tokens.administrator("ngo-a").token())
          .contentType("text/csv; charset=UTF-8")
          .body(places.readAllBytes())
          .post("/cases/v1/gazetteer/imports")
          .then()
          .statusCode(201);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "cod:ML050731002";
  }

  /** GREEN, shared in full with ngo-b, and as fine for all others as a marking can say. */
  public static String asFineAsCanBe() {
    return "\"marking\":{\"tlp\":\"GREEN\",\"sharedWith\":[\"ngo-b\"],\"finestPlace\":\"site\","
        + "\"finestDate\":\"day\"}";
  }

  public static RequestSpecification as(Tokens token) {
    return given().auth().oauth2(token.token()).contentType(ContentType.JSON);
  }

  public static Response record(String kind, String body) {
    Response answer = as(REVIEWER).body(body).post("/cases/v1/" + kind);
    answer.then().log().ifValidationFails().statusCode(201);
    return answer;
  }

  public static String recorded(String kind, String body) {
    return record(kind, body).path("id");
  }

  /** A case of ngo-a with its type, and with further members that begin with their comma. */
  public static String aCase(String more) {
    return recorded("cases", "{\"type\":\"siege_lifting\"" + more + "}");
  }

  /** A case of ngo-a that ngo-b is named for, and that everybody signed in sees blurred. */
  public static String openCase() {
    return aCase("," + green("ngo-b"));
  }

  /** GREEN, and shared in full with a partner. */
  public static String green(String partner) {
    return "\"marking\":{\"tlp\":\"GREEN\",\"sharedWith\":[\"" + partner + "\"]}";
  }

  public static ValidatableResponse read(Tokens token, String kind, String id) {
    return as(token).get("/cases/v1/" + kind + "/" + id).then().log().ifValidationFails();
  }

  public static void refused(String kind, String body, String pointer, String code) {
    as(REVIEWER)
        .body(body)
        .post("/cases/v1/" + kind)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(422)
        .body("type", equalTo("/problems/invalid"))
        .body("errors.findAll { it.code == '%s' }.pointer".formatted(code), hasItem(pointer));
  }

  /** A change of the version that stands now, which may be refused. */
  public static ValidatableResponse patch(String kind, String id, String patch) {
    String etag = as(REVIEWER).get("/cases/v1/" + kind + "/" + id).header("ETag");
    return revise(kind, id, etag, patch).then().log().ifValidationFails();
  }

  public static Response revise(String kind, Response recorded, String patch) {
    Response answer = revise(kind, recorded.path("id"), recorded.header("ETag"), patch);
    answer.then().log().ifValidationFails().statusCode(200);
    return answer;
  }

  private static Response revise(String kind, String id, String etag, String patch) {
    return as(REVIEWER)
        .contentType("application/merge-patch+json")
        .header("If-Match", etag)
        .body(patch)
        .patch("/cases/v1/" + kind + "/" + id);
  }
}
