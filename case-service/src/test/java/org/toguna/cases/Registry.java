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

  /** A case of ngo-a that ngo-b is named for, and that everybody signed in sees blurred. */
  public static String openCase() {
    return recorded("cases", "{\"type\":\"siege_lifting\"," + green("ngo-b") + "}");
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
        .body("errors.pointer", hasItem(pointer))
        .body("errors.find { it.pointer == '%s' }.code".formatted(pointer), equalTo(code));
  }

  public static Response revise(String kind, Response recorded, String patch) {
    String id = recorded.path("id");
    Response answer =
        as(REVIEWER)
            .contentType("application/merge-patch+json")
            .header("If-Match", recorded.header("ETag"))
            .body(patch)
            .patch("/cases/v1/" + kind + "/" + id);
    answer.then().log().ifValidationFails().statusCode(200);
    return answer;
  }
}
