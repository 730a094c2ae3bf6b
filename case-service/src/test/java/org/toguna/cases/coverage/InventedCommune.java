package org.toguna.cases.coverage;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.toguna.test.Tokens;

/**
 * An invented commune of fifteen villages and the one beside it, and what is done with them over
 * HTTP. Two of its villages have one name; its seat is told twice; one village is there since 2020
 * and one until 2019.
 */
public final class InventedCommune {
  public static final String CODE = "ML770101";
  public static final String STATED = "the 15 villages that make up the commune";

  private static final List<String> VILLAGES =
      List.of(
          "Tiéguéna",
          "Dounfana",
          "Kolombila",
          "Ouromori",
          "Bantaguiri",
          "Nafadié-Sô",
          "Péléngana",
          "Sadiouré",
          "Toumanigo",
          "Guirédji",
          "Woyokoro",
          "Zambala",
          "Madobougou",
          "Madobougou",
          "Fanteguela");

  private InventedCommune() {}

  /** Everything on it as of 2021, each village once, as the gazetteer spells it. */
  public static List<String> villages() {
    return new ArrayList<>(VILLAGES);
  }

  public static void load() {
    as(Tokens.administrator("ngo-a"))
        .contentType("text/csv; charset=UTF-8")
        .body(gazetteer())
        .post("/cases/v1/gazetteer/imports")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201);
  }

  private static String gazetteer() {
    try (var in = InventedCommune.class.getResourceAsStream("/gazetteer/coverage.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A case of that organisation that is no wider than the marking says. */
  public static String caseOf(Tokens author, String marking) {
    return as(author)
        .body("{\"type\":\"multi_village_drive\"" + marking + "}")
        .post("/cases/v1/cases")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201)
        .extract()
        .path("id");
  }

  public static String entries(List<String> names) {
    return names.stream()
        .map(name -> "{\"name\":\"" + name + "\"}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  public static String list(String dialogue, String entries, String more) {
    return """
        {"case":"%s","status":"agreed","unit":{"id":"%s"},"when":{"edtf":"2021-08-20"},
         "statedTotal":{"best":15,"asStated":"%s"},"statedCounts":"both","entries":%s%s}"""
        .formatted(dialogue, CODE, STATED, entries, more);
  }

  /** A list of everything but some, agreed in August 2021. */
  public static Response listedWithout(Tokens author, String marking, String... leftOff) {
    var names = villages();
    names.removeAll(List.of(leftOff));
    return record(author, list(caseOf(author, marking), entries(names), marking));
  }

  public static Response record(Tokens author, String list) {
    return as(author)
        .body(list)
        .post("/cases/v1/coverage-lists")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201)
        .extract()
        .response();
  }

  public static Response patch(Tokens author, String id, String etag, String change) {
    return given()
        .auth()
        .oauth2(author.token())
        .contentType("application/merge-patch+json; charset=UTF-8")
        .header("If-Match", etag)
        .body(change)
        .patch("/cases/v1/coverage-lists/{id}", id)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200)
        .extract()
        .response();
  }

  public static RequestSpecification as(Tokens token) {
    return given().auth().oauth2(token.token()).contentType(ContentType.JSON);
  }
}
