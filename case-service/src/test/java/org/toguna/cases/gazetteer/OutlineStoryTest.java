package org.toguna.cases.gazetteer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** Outlines come in with their names, tell which places lie elsewhere, and go out as maps need. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class OutlineStoryTest {
  private static final String STRAY = "cod:ML050731008";

  @BeforeEach
  void load() {
    as(Tokens.administrator("ngo-a"))
        .contentType("text/csv; charset=UTF-8")
        .body(GazetteerStoryTest.places())
        .post("/cases/v1/gazetteer/imports")
        .then()
        .statusCode(201);
    imported("INVENTED-2026").statusCode(201);
  }

  @Test
  void whatCannotBeTakenIsToldFeatureByFeature() {
    imported("INVENTED-2026")
        .body("form", equalTo("outlines"))
        .body("created", equalTo(0))
        .body("unchanged", equalTo(3))
        .body("rejected", equalTo(2))
        .body("firstRejected.code", contains("unknown-unit", "not-an-outline"))
        .body("firstRejected.line", contains(5, 6));
    as(Tokens.reviewer("ngo-a"))
        .contentType("application/geo+json")
        .body(outlines())
        .post("/cases/v1/gazetteer/imports/outlines?provider=X")
        .then()
        .statusCode(403);
    as(Tokens.administrator("ngo-a"))
        .contentType("application/geo+json")
        .body("[]")
        .post("/cases/v1/gazetteer/imports/outlines?provider=X")
        .then()
        .statusCode(400);
  }

  @Test
  void aPlaceThatLiesInAnotherCommuneIsFlaggedAndStaysWhereItsCodePutIt() {
    read("/cases/v1/places/" + STRAY)
        .body("flags", hasItem("in-another-unit"))
        .body("foundIn", equalTo("ML050732"))
        .body("within.id", hasItem("ML050731"))
        .body("lon", equalTo(-2.97f));
    read("/cases/v1/places/cod:ML050731007")
        .body("flags", not(hasItem("in-another-unit")))
        .body("foundIn", nullValue());
    int version = read("/cases/v1/places/" + STRAY).extract().path("version");
    imported("INVENTED-2026");
    read("/cases/v1/places/" + STRAY).body("version", equalTo(version));
  }

  @Test
  void namesInOtherLanguagesStandBesideTheProvidersOwn() {
    read("/cases/v1/units/ML0507")
        .body("name", equalTo("Koro"))
        .body("names.language", hasItems("ar", "en", "fr"))
        .body("names.find { it.language == 'ar' }.name", equalTo("كورو"));
    read("/cases/v1/places?q=كورو").body("items.entry.id", hasItem("ML0507"));
  }

  @Test
  void theOutlinesOfALevelComeAsFineAsTheMapNeeds() {
    read("/cases/v1/outlines?unit=ML0507&level=adm3&zoom=10")
        .contentType("application/geo+json")
        .body("type", equalTo("FeatureCollection"))
        .body("features.id", containsInAnyOrder("ML050731", "ML050732"))
        .body("features.properties.provider", hasItem("INVENTED-2026"));
    int whole = corners(read("/cases/v1/outlines?unit=ML0507"));
    int small = corners(read("/cases/v1/outlines?unit=ML0507&zoom=5"));

    assertThat(whole).isEqualTo(6);
    assertThat(small).isEqualTo(5);
  }

  @Test
  void whoHasTheOutlinesAlreadyIsToldSo() {
    var etag = read("/cases/v1/outlines?unit=ML0507&zoom=5").extract().header("ETag");

    as(Tokens.reader("ngo-b"))
        .header("If-None-Match", etag)
        .get("/cases/v1/outlines?unit=ML0507&zoom=5")
        .then()
        .statusCode(304);
    imported("ANOTHER-2027").body("created", equalTo(0)).body("updated", equalTo(0));
  }

  @Test
  void aUnitWithoutOutlineHasNoneAndAMeaninglessQuestionIsRefused() {
    read("/cases/v1/outlines?unit=ML0407").body("features", empty());
    for (var question :
        new String[] {"", "?unit=ML9999", "?unit=ML0507&level=village", "?unit=ML0507&zoom=23"}) {
      as(Tokens.reader("ngo-b")).get("/cases/v1/outlines" + question).then().statusCode(400);
    }
    given().get("/cases/v1/outlines?unit=ML0507").then().statusCode(401);
  }

  private static int corners(ValidatableResponse outlines) {
    return outlines.extract().<List<?>>path("features[0].geometry.coordinates[0][0]").size();
  }

  private static ValidatableResponse imported(String provider) {
    return as(Tokens.administrator("ngo-a"))
        .contentType("application/geo+json")
        .body(outlines())
        .post("/cases/v1/gazetteer/imports/outlines?provider=" + provider)
        .then()
        .log()
        .ifValidationFails();
  }

  private static ValidatableResponse read(String path) {
    return as(Tokens.reader("ngo-b")).get(path).then().log().ifValidationFails().statusCode(200);
  }

  private static RequestSpecification as(Tokens token) {
    return given().auth().oauth2(token.token());
  }

  private static byte[] outlines() {
    try (var in = OutlineStoryTest.class.getResourceAsStream("/gazetteer/outlines.geojson")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
