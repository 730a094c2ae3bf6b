package org.toguna.cases.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.toguna.cases.Registry.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.toguna.cases.incidents.Incidents;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** The same crises by the units of two divisions; what no file places stands in neither region. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class DivisionStoryTest {
  private static final Tokens AUTHOR = Tokens.reviewer("ngo-d").cleared("AMBER");
  private static final Tokens BLURRED = Tokens.reader("ngo-e").cleared("AMBER");
  private static final Map<String, Tokens> READERS =
      Map.of("owner", AUTHOR, "blurred", BLURRED, "stranger", Tokens.reader("ngo-f"));
  private static final Path REGIONS = Path.of("..", "docs", "examples", "mali-2023-regions.csv");
  private static final String CERCLES =
      """
      country,level,pcode,name,parent_pcode,unit_id,parent_id,valid_from,source
      MLI,2,,Koro,,ML-2023:b:koro,ML-2023:bandiagara,2023-03-13,An invented decree
      MLI,2,,Sangha,,ML-2023:b:sangha,ML-2023:bandiagara,2023-03-13,An invented decree
      MLI,2,,Djenné,,ML-2023:m:djenne,ML-2023:mopti,2023-03-13,An invented decree
      """;

  /**
   * Koro went whole; Bankass to two cercles of one region; Djenné to two regions, one village is
   * placed.
   */
  private static final String SUCCESSIONS =
      """
      entry,replaced_by,day,source,extent
      ML05,ML-2023:mopti,2023-03-13,An invented decree,
      ML05,ML-2023:bandiagara,2023-03-13,An invented decree,
      ML0507,ML-2023:b:koro,2023-03-13,An invented decree,
      ML0503,ML-2023:b:koro,2023-03-13,An invented decree,
      ML0503,ML-2023:b:sangha,2023-03-13,An invented decree,
      ML0505,ML-2023:m:djenne,2023-03-13,An invented decree,
      ML0505,ML-2023:bandiagara,2023-03-13,An invented decree,
      %s,ML-2023:m:djenne,2023-03-13,An invented decree,
      """;

  private String koro;
  private String bankass;
  private String djenne;
  private String placed;

  @BeforeEach
  void bothDivisions() throws IOException {
    Incidents.loadGazetteer();
    imported("?coding=ML-LOI-2023-006", Files.readString(REGIONS)).body("rejected", equalTo(0));
    imported("?coding=ML-LOI-2023-006", CERCLES).body("rejected", equalTo(0));
    koro = villages("ML0507").getFirst();
    bankass = villages("ML0503").getFirst();
    placed = villages("ML0505").getFirst();
    djenne = villages("ML0505").get(1);
    imported("", SUCCESSIONS.formatted(placed)).body("rejected", equalTo(0));
  }

  @Test
  void aVillageStandsInItsCercleOfTheDivisionThatIsAskedFor() {
    var author = Tokens.reviewer("ngo-g");
    var inKoro = crisis(author, place(koro), "");
    var inBankass = crisis(author, place(bankass), "");
    var inDjenne = crisis(author, place(djenne), "");
    var inPlaced = crisis(author, place(placed), "");

    list(author, "place=ML0507").body("items.id", hasItem(inKoro));
    list(author, "place=ML0507&division=2015").body("items.id", hasItem(inKoro));
    list(author, "place=ML-2023:b:koro&division=2023")
        .body("items.id", hasItem(inKoro))
        .body("items.id", not(hasItem(inBankass)));
    list(author, "place=ML-2023:bandiagara&division=2023")
        .body("items.id", hasItems(inKoro, inBankass))
        .body("items.id", not(hasItem(inDjenne)));
    list(author, "place=ML-2023:mopti&division=2023").body("items.id", hasItem(inPlaced));
    list(author, "place=ML-2023:bandiagara&division=2023&unplaced=true")
        .body("items.id", hasItem(inBankass))
        .body("items.id", not(hasItem(inKoro)));
    list(author, "place=ML&division=2023&unplaced=true")
        .body("items.id", hasItem(inDjenne))
        .body("items.id", not(hasItem(inPlaced)));
    list(author, "division=2023").body("items.id", hasItems(inKoro, inDjenne));
    as(author)
        .get("/cases/v1/statistics/freshness?level=adm1&division=2023")
        .then()
        .statusCode(200)
        .body("items.unit", hasItem("ML-2023:bandiagara"))
        .body("items.unit", not(hasItem("ML05")));
  }

  @Test
  void whatIsAskedOfADivisionThatItDoesNotHaveIsRefusedWithAWayOut() {
    refused("crises?place=ML05&division=2023", "ML-2023:bandiagara");
    refused("crises?place=ML&division=2024", "2015, 2023");
    refused("crises?unplaced=true", "division=2023");
    refused("crises?place=ML05&division=2015&unplaced=true", "2015");
    refused("statistics/crises?unit=ML&by=month&division=2023", "unit, type or status");
    refused("statistics/crises?by=unit&division=2023", "unit=ML");
    refused("statistics/terms?division=2023", "leave division out");
    refused("incident-counts?unit=ML&by=month&division=2023", "unit or type");
  }

  @Test
  void theGazetteerAnswersByEitherDivision() {
    read("places?unit=ML-2023:b:koro&division=2023&level=village&limit=100")
        .body("items.entry.id", hasItem(koro))
        .body("items.entry.id", not(hasItem(bankass)));
    read("places?unit=ML&division=2023&unplaced=true&level=village&limit=1000")
        .body("items.entry.id", hasItem(djenne))
        .body("items.entry.id", not(hasItem(koro)));
    read("places?q=" + koro + "&unit=ML-2023:bandiagara&division=2023")
        .body("items.entry.id", hasItem(koro));
    read("places?q=" + djenne + "&unit=ML-2023:bandiagara&division=2023")
        .body("items.entry.id", not(hasItem(djenne)));
    read("units?parent=ML&division=2023")
        .body("items.id", hasItem("ML-2023:san"))
        .body("items.id", not(hasItem("ML05")));
    read("units/ML05")
        .body("replacedBy.unit", hasItems("ML-2023:bandiagara", "ML-2023:mopti"))
        .body("replacedBy.day", hasItem("2023-03-13"))
        .body("replacedBy.source", hasItem("An invented decree"));
  }

  @Test
  void publishedTotalsThatDisagreeStandSideBySide() throws IOException {
    imported("", Files.readString(Path.of("..", "docs", "examples", "mali-2023-totals.csv")))
        .body("rejected", equalTo(0));

    read("divisions")
        .body("items.division", hasItems("2015", "2023"))
        .body(
            "items.find { it.division == '2023' }.published.findAll { it.level == 'cercle'"
                + " }.number",
            hasItems(156, 159))
        .body(
            "items.find { it.division == '2023' }.published.findAll { it.level == 'village'"
                + " }.number",
            hasItems(12712, 12641))
        .body(
            "items.find { it.division == '2023' }.held.find { it.level == 'adm1' }.number",
            equalTo(20));
  }

  @Test
  void countsByUnitAreListsByUnitInEachDivisionForEveryReader() {
    var random = new Random(2023);
    var places =
        List.of(
            place(koro),
            place(bankass),
            place(djenne),
            place(placed),
            place("ML0507"),
            place("ML0505"),
            place("ML05"),
            place("ML02"),
            place("ML-2023:san"),
            "{\"asStated\":\"a hamlet beyond the river\"}");
    var markings =
        List.of(
            "",
            ",\"marking\":{\"tlp\":\"GREEN\",\"finestPlace\":\"adm2\"}",
            ",\"marking\":{\"tlp\":\"AMBER\",\"finestPlace\":\"adm1\"}",
            ",\"marking\":{\"tlp\":\"GREEN\",\"finestPlace\":\"village\"}");
    for (int i = 0; i < 40; i++) {
      var further = new ArrayList<String>();
      for (int n = random.nextInt(3); n > 0; n--) {
        further.add(places.get(random.nextInt(places.size())));
      }
      crisis(
          AUTHOR,
          places.get(random.nextInt(places.size())),
          ",\"furtherPlaces\":[%s]%s"
              .formatted(String.join(",", further), markings.get(random.nextInt(markings.size()))));
    }

    READERS.forEach(
        (who, reader) -> {
          for (var division : List.of("2015", "2023")) {
            for (var unit :
                division.equals("2015")
                    ? List.of("ML", "ML05")
                    : List.of("ML", "ML-2023:bandiagara", "ML-2023:mopti")) {
              countsAreLists(who, reader, division, unit);
            }
          }
        });
  }

  private static void countsAreLists(String who, Tokens reader, String division, String unit) {
    var said = who + " in " + unit + " of " + division;
    var counts =
        as(reader)
            .get(
                "/cases/v1/statistics/crises?unit=%s&by=unit&division=%s".formatted(unit, division))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    var in = "place=%s&division=%s".formatted(unit, division);
    assertThat(counts.getLong("total")).as(said).isEqualTo(total(reader, in));
    for (var cell : counts.<Map<String, Object>>getList("items")) {
      var within = (String) cell.get("unit");
      if (within == null && division.equals("2015")) {
        continue;
      }
      assertThat(((Number) cell.get("count")).longValue())
          .as(said + ": " + within)
          .isEqualTo(
              total(
                  reader,
                  within == null
                      ? in + "&unplaced=true"
                      : "place=%s&division=%s".formatted(within, division)));
    }
    long byType =
        as(reader)
            .get(
                "/cases/v1/statistics/crises?unit=%s&by=type&division=%s".formatted(unit, division))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .<Integer>getList("items.count")
            .stream()
            .mapToLong(n -> n)
            .sum();
    assertThat(byType).as(said).isEqualTo(counts.getLong("total"));
  }

  private static long total(Tokens reader, String query) {
    return list(reader, "limit=1&total=true&" + query).extract().jsonPath().getLong("total");
  }

  private static ValidatableResponse list(Tokens reader, String query) {
    return as(reader)
        .get("/cases/v1/crises?limit=1000&" + query.replace("limit=1&", ""))
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200);
  }

  private static String crisis(Tokens author, String place, String more) {
    return as(author)
        .body("{\"type\":\"siege\",\"status\":\"open\",\"place\":%s%s}".formatted(place, more))
        .post("/cases/v1/crises")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String place(String id) {
    return "{\"id\":\"%s\"}".formatted(id);
  }

  private static List<String> villages(String unit) {
    JsonPath found = read("places?level=village&limit=100&unit=" + unit).extract().jsonPath();
    return found.getList("items.entry.id");
  }

  private static ValidatableResponse read(String path) {
    return as(AUTHOR).get("/cases/v1/" + path).then().log().ifValidationFails().statusCode(200);
  }

  private static void refused(String query, String remedy) {
    as(AUTHOR)
        .get("/cases/v1/" + query)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(400)
        .body("detail", containsString(remedy));
  }

  private static ValidatableResponse imported(String query, String csv) {
    return given()
        .auth()
        .oauth2(Tokens.administrator("registry").token())
        .contentType("text/csv; charset=UTF-8")
        .body(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/cases/v1/gazetteer/imports" + query)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201);
  }
}
