package org.toguna.cases.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.toguna.cases.Registry.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.toguna.cases.Registry;
import org.toguna.cases.incidents.Incidents;
import org.toguna.kit.names.Fold;
import org.toguna.test.RealParts;
import org.toguna.test.Spellings;
import org.toguna.test.Tokens;

/** Whatever means the same letters is found, wherever it is asked for. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class OneFoldStoryTest {
  private static final String HEADER =
      "place_id,source,source_id,name,lat,lon,country,admin1_name,admin1_pcode,admin2_name,"
          + "admin2_pcode\n";
  private static final List<String> NAMES =
      List.of(
          "زاوية أحمد الآسفي",
          "تمبكتو القديمة",
          "N'Dolo Wèré",
          "Sɛgɛla-Kɔrɔ",
          "Ŋalɓe Ɗoundé",
          "Cœur de Forêt");

  @BeforeEach
  void places() {
    var rows = new StringBuilder(HEADER);
    for (int i = 0; i < NAMES.size(); i++) {
      rows.append(
          "fold:%d,FOLD-TEST,%d,%s,14.1,-3.%d,MLI,Mopti,ML05,Koro,ML0507%n"
              .formatted(i, i, NAMES.get(i), i));
    }
    Incidents.loadPlaces(rows.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void aVillageIsFoundByEverySpellingOfItsName(int seed) {
    var random = new Random(seed);
    for (int i = 0; i < NAMES.size(); i++) {
      var spelling = Spellings.of(NAMES.get(i), random);
      for (var parameter : List.of("q", "text")) {
        as(Registry.REVIEWER)
            .queryParam(parameter, spelling)
            .queryParam("provider", "FOLD-TEST")
            .get("/cases/v1/places")
            .then()
            .statusCode(200)
            .body("items.entry.id", hasItem("fold:" + i));
      }
    }
  }

  @Test
  void aRecordIsFoundByEverySpellingOfItsWords() {
    var random = new Random(12);
    for (var name : NAMES) {
      var id =
          Registry.recorded(
              "crises",
              "{\"type\":\"siege\",\"status\":\"open\",\"title\":\"%s\"}"
                  .formatted(Spellings.of(name, random)));
      for (int i = 0; i < 5; i++) {
        var asked = Spellings.of(name, random);
        var found =
            as(Registry.REVIEWER)
                .queryParam("q", asked)
                .queryParam("limit", 1000)
                .get("/cases/v1/crises")
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.id");
        assertThat(found).as("%s asked as %s", name, asked).contains(id);
      }
    }
    as(Tokens.reviewer("ngo-a"))
        .queryParam("q", "ndolo nowhere")
        .get("/cases/v1/crises")
        .then()
        .statusCode(200);
  }

  @Test
  void aFrenchArticleHidesNoWord() {
    var id =
        Registry.recorded(
            "crises", "{\"type\":\"siege\",\"status\":\"open\",\"title\":\"L’école d'Allahoré\"}");
    for (var asked : List.of("ecole", "l'école", "Allahoré", "d’allahore", "LECOLE")) {
      as(Registry.REVIEWER)
          .queryParam("q", asked)
          .get("/cases/v1/crises")
          .then()
          .body("items.id", hasItem(id));
    }
  }

  @Test
  void whateverMeansTheSameFoldsTheSame() {
    var random = new Random(11);
    for (var name : NAMES) {
      for (int i = 0; i < 2_000; i++) {
        var spelling = Spellings.of(name, random);
        assertThat(Fold.of(spelling)).as("%s, spelt %s", name, spelling).isEqualTo(Fold.of(name));
      }
    }
  }
}
