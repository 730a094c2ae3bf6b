package org.toguna.cases.gazetteer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** An administrator loads a gazetteer; readers find places in it, or learn that it cannot tell. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class GazetteerStoryTest {

  @BeforeEach
  void load() {
    imported(places()).statusCode(201).body("rejected", equalTo(0));
  }

  @Test
  void whatWasImportedIsReportedRowByRow() {
    var report =
        imported(places() + "cod:ML059900001,COD-PPL-2015,X,Nowhere,,,91,0,MLI,P,PPL,,,,,,,,,\n")
            .statusCode(201)
            .header("Location", startsWith("/cases/v1/gazetteer/imports/"))
            .body("unchanged", equalTo(32))
            .body("rejected", equalTo(1))
            .body("firstRejected[0].pointer", equalTo("/lat"))
            .body("firstRejected[0].code", equalTo("outside-the-world"))
            .extract();
    var id = report.<String>path("id");

    as(Tokens.administrator("ngo-a"))
        .get("/cases/v1/gazetteer/imports/{id}", id)
        .then()
        .statusCode(200)
        .body("unchanged", equalTo(32));
    as(Tokens.administrator("ngo-a"))
        .get("/cases/v1/gazetteer/imports/{id}/rows?outcome=rejected", id)
        .then()
        .statusCode(200)
        .body("items.line", contains(34));
    as(Tokens.administrator("ngo-a"))
        .get("/cases/v1/gazetteer/imports/{id}/rows?limit=2", id)
        .then()
        .statusCode(200)
        .header("Link", containsString("rel=\"next\""))
        .body("items.line", contains(2, 3));
  }

  @Test
  void onlyAdministratorsImport() {
    as(Tokens.reviewer("ngo-a"))
        .contentType("text/csv; charset=UTF-8")
        .body(places())
        .post("/cases/v1/gazetteer/imports")
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/not-allowed"));
    given()
        .contentType("text/csv; charset=UTF-8")
        .body(places())
        .post("/cases/v1/gazetteer/imports")
        .then()
        .statusCode(401);
    as(Tokens.administrator("ngo-a"))
        .contentType("application/json")
        .body("{}")
        .post("/cases/v1/gazetteer/imports")
        .then()
        .statusCode(415);
  }

  @Test
  void aFileThatIsNoneOfOursIsRefusedWithTheColumnsItLacks() {
    imported("a,b\n1,2\n")
        .statusCode(422)
        .body("errors.pointer", hasItems("/place_id", "/lat", "/a"));
    imported("").statusCode(422);
  }

  @Test
  void aDryRunTellsAndKeepsNothing() {
    as(Tokens.administrator("ngo-a"))
        .contentType("text/csv; charset=UTF-8")
        .body(places().replace("Walirdé", "Walirdéba"))
        .post("/cases/v1/gazetteer/imports?dryRun=true")
        .then()
        .statusCode(200)
        .body("updated", equalTo(1))
        .body("dryRun", is(true));
    lookUp("Walirdéba").body("items.matched", not(hasItem("Walirdéba")));
  }

  @Test
  void aNameIsFoundWhateverItsAccentsAndHyphens() {
    lookUp("saredara")
        .body("items[0].entry.id", equalTo("cod:ML050513003"))
        .body("items[0].reason", equalTo("alternative-name"))
        .body("items[0].entry.name", equalTo("Sarédara"))
        .body("items[0].entry.within.id", contains("ML", "ML05", "ML0505", "ML050513"))
        .body("items[0].entry.within.name", contains("Mali", "Mopti", "Djenne", "Koubélé"))
        .body("ambiguous", is(false));
  }

  @Test
  void aNameIsFoundInTheSpellingOfAnotherClerk() {
    lookUp("Nyimatumbo")
        .body("items[0].entry.id", equalTo("cod:ML050616002"))
        .body("items[0].reason", equalTo("spelling-variant"))
        .body("ambiguous", is(false));
    lookUp("Thiemabougou").body("items[0].entry.id", equalTo("cod:ML040712002"));
    lookUp("Ndolo Were").body("items[0].entry.id", equalTo("cod:ML050731008"));
    lookUp("Wuro Tené").body("items[0].entry.id", equalTo("cod:ML050732003"));
  }

  @Test
  void aNameThatOnlyAnotherProviderHasLeadsToTheVillageBesideItsEntry() {
    lookUp("Ogotemboh")
        .body("items[0].entry.id", equalTo("gn:990002"))
        .body("items[0].through", nullValue())
        .body("items[1].entry.id", equalTo("cod:ML050731002"))
        .body("ambiguous", is(false));
    lookUp("Ogotemboh&provider=COD-PPL-2015")
        .body("items[0].entry.id", equalTo("cod:ML050731002"))
        .body("items[0].reason", equalTo("other-provider"))
        .body("items[0].matched", equalTo("Ogotemboh"))
        .body("items[0].through", equalTo("gn:990002"))
        .body("items.entry.provider", everyItem(equalTo("COD-PPL-2015")));
  }

  @Test
  void aListIsNarrowedToOneProvider() {
    read("/cases/v1/places?provider=GeoNames-2014-12")
        .statusCode(200)
        .body("items.entry.id", contains("gn:990001", "gn:990002"));
    read("/cases/v1/places?provider=GeoName-2014-12")
        .statusCode(400)
        .body("detail", containsString("GeoNames-2014-12"));
  }

  @Test
  void namesakesAreAllToldAndNoneIsPicked() {
    lookUp("Sirabougou")
        .body("ambiguous", is(true))
        .body("items.entry.id", hasItems("cod:ML050732001", "cod:ML050513001", "cod:ML050616001"));
    lookUp("Sirabougou&unit=ML0505")
        .body("ambiguous", is(false))
        .body("items[0].entry.id", equalTo("cod:ML050513001"));
  }

  @Test
  void halvesOfAVillageAreNotGuessedApart() {
    lookUp("Nandolikoro")
        .body("ambiguous", is(true))
        .body("items[0].reason", equalTo("spelling-variant"))
        .body("items[0..1].entry.id", hasItems("cod:ML050731003", "cod:ML050731004"));
  }

  @Test
  void aSeatAndItsVillageAreOneSettlement() {
    lookUp("Wendéfara&level=village")
        .body("items[0].entry.id", equalTo("cod:ML050731001"))
        .body("items[1].entry.seatOf", equalTo("ML050731"))
        .body("ambiguous", is(false));
    lookUp("Wendéfara&level=adm3").body("items[0].entry.id", equalTo("ML050731"));
  }

  @Test
  void aCodeNamesItsUnitOrPlace() {
    lookUp("ML0507")
        .body("items[0].reason", equalTo("p-code"))
        .body("items[0].entry.name", equalTo("Koro"));
    lookUp("ML050616003").body("items[0].entry.name", equalTo("Petelkada"));
    read("/cases/v1/units/ML0507").statusCode(200).body("level", equalTo("adm2"));
    read("/cases/v1/units/ML050616003").statusCode(404);
    read("/cases/v1/places/ML050616003").statusCode(200).body("id", equalTo("cod:ML050616003"));
    read("/cases/v1/places/cod:none").statusCode(404);
  }

  @Test
  void oneEntryTellsAllItsNamesAndItsVersion() {
    read("/cases/v1/places/cod:ML050616004")
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("names.name", contains("Walirdé", "Walirde", "Oualirdé"))
        .body("names.kind", contains("primary", "alternative", "alternative"))
        .body("names[0].language", nullValue())
        .body("flags", empty());
  }

  @Test
  void listsAreNarrowedByUnitLevelBoxAndPartOfAName() {
    read("/cases/v1/places?unit=ML0506&level=village&total=true")
        .body("total", equalTo(5))
        .body("items.entry.id", everyItem(startsWith("cod:ML0506")));
    read("/cases/v1/places?bbox=-2.6,14.9,-2.4,15.1&level=village").body("items", hasSize(5));
    read("/cases/v1/places?text=TELKA").body("items.entry.name", contains("Petelkada"));
    read("/cases/v1/units?parent=ML05").body("items.name", contains("Djenne", "Douentza", "Koro"));
    read("/cases/v1/units").body("items.name", contains("Mali"));
  }

  @Test
  void aListGoesOnFromPageToPageWithoutLossOrRepetition() {
    var first = read("/cases/v1/places?unit=ML0507&limit=10").body("items", hasSize(10)).extract();
    var second =
        read("/cases/v1/places?unit=ML0507&limit=10&cursor=" + first.<String>path("next"))
            .body("items", hasSize(9))
            .body("next", nullValue())
            .extract();
    for (var id : first.<List<String>>path("items.entry.id")) {
      Assertions.assertThat(second.<List<String>>path("items.entry.id")).doesNotContain(id);
    }
    read("/cases/v1/places?unit=ML0506&limit=10&cursor=" + first.<String>path("next"))
        .statusCode(400);
  }

  @Test
  void questionsThatMeanNothingAreRefusedWithARemedy() {
    read("/cases/v1/places?unit=ML9999")
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-unit"));
    read("/cases/v1/places?bbox=1,2,3").statusCode(400).body("errors[0].pointer", equalTo("bbox"));
    read("/cases/v1/places?bbox=-4,91,-3,92").statusCode(400);
    read("/cases/v1/places?q=Koro&text=ko").statusCode(400);
    read("/cases/v1/places?spelling=Koro").statusCode(400);
    given().get("/cases/v1/places").then().statusCode(401);
  }

  private static ValidatableResponse lookUp(String question) {
    return read("/cases/v1/places?q=" + question).statusCode(200);
  }

  private static ValidatableResponse read(String path) {
    return as(Tokens.reader("ngo-b")).get(path).then().log().ifValidationFails();
  }

  private static ValidatableResponse imported(String csv) {
    return as(Tokens.administrator("ngo-a"))
        .contentType("text/csv; charset=UTF-8")
        .body(csv)
        .post("/cases/v1/gazetteer/imports")
        .then()
        .log()
        .ifValidationFails();
  }

  private static RequestSpecification as(Tokens token) {
    return given().auth().oauth2(token.token());
  }

  static String places() {
    try (var in = GazetteerStoryTest.class.getResourceAsStream("/gazetteer/places.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
