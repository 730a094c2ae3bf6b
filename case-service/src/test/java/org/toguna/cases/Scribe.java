package org.toguna.cases;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.toguna.test.Tokens;

/** A reviewer of ngo-a who writes records down, and others who look at them. */
public final class Scribe {
  public static final String GREEN = ",\"marking\":{\"tlp\":\"GREEN\"}";

  private Scribe() {}

  public static RequestSpecification as(Tokens token) {
    return given().auth().oauth2(token.token()).contentType(ContentType.JSON);
  }

  public static RequestSpecification asOwner() {
    return as(Tokens.reviewer("ngo-a"));
  }

  public static RequestSpecification asOther() {
    return as(Tokens.reader("ngo-b"));
  }

  public static Response write(String kind, String body) {
    Response response = asOwner().body(body).post("/cases/v1/" + kind);
    response.then().log().ifValidationFails().statusCode(201);
    return response;
  }

  public static String written(String kind, String body) {
    return write(kind, body).path("id");
  }

  /** A case with nothing but its type. */
  public static String aCase(String more) {
    return written("cases", "{\"type\":\"siege_lifting\"" + more + "}");
  }

  public static void flawed(String kind, String body, String pointer, String code) {
    asOwner()
        .body(body)
        .post("/cases/v1/" + kind)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(422)
        .body("type", org.hamcrest.Matchers.equalTo("/problems/invalid"))
        .body("errors.findAll { it.code == '%s' }.pointer".formatted(code), hasItem(pointer));
  }

  /** A change on the version that stands now. */
  public static ValidatableResponse patch(String kind, String id, String body) {
    String path = "/cases/v1/" + kind + "/" + id;
    return asOwner()
        .contentType("application/merge-patch+json")
        .header("If-Match", asOwner().get(path).header("ETag"))
        .body(body)
        .patch(path)
        .then()
        .log()
        .ifValidationFails();
  }

  public static ValidatableResponse read(RequestSpecification reader, String kind, String id) {
    return reader.get("/cases/v1/" + kind + "/" + id).then();
  }
}
