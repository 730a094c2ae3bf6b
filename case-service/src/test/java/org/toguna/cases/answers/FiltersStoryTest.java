package org.toguna.cases.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.toguna.cases.Registry.OWNER;
import static org.toguna.cases.Registry.aCase;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** A filter that nothing can meet is refused: an empty list would say that there is nothing. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class FiltersStoryTest {
  private static final Set<String> CODES =
      Set.of(
          "type",
          "status",
          "stage",
          "marking",
          "issue",
          "by",
          "of",
          "level",
          "kind",
          "outcome",
          "place",
          "unit",
          "parent",
          "provider",
          "finestPlace",
          "finestDate");
  private static final Tokens ADMINISTRATOR = Tokens.administrator("ngo-a");

  @Test
  void noOperationTakesACodeThatThereIsNot() throws IOException {
    JsonNode api =
        new ObjectMapper(new YAMLFactory())
            .readTree(Files.readString(Path.of("contracts/openapi.yaml")));
    var taken = new ArrayList<String>();
    int asked = 0;
    for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
      if (path.getKey().contains("{")) {
        continue;
      }
      for (JsonNode parameter : path.getValue().path("get").path("parameters")) {
        String name = parameter.path("name").asText();
        if (parameter.path("in").asText().equals("query") && CODES.contains(name)) {
          var answer = as(ADMINISTRATOR).queryParam(name, "seige-x").get(path.getKey());
          asked++;
          if (answer.statusCode() != 400) {
            taken.add(path.getKey() + "?" + name + " -> " + answer.statusCode());
          }
        }
      }
    }
    assertThat(taken).isEmpty();
    assertThat(asked).isGreaterThan(100);
  }

  @Test
  void aMisspeltCodeIsToldWhatWasMeant() {
    meant("board?type=seige", "siege");
    meant("crises?status=opne", "open");
    meant("cases?stage=contact_mad", "contact_made");
    meant("terms?type=no_informin", "no_informing");
    meant("harms?type=sexual_violense", "sexual_violence");
    meant("crises?marking=GREN", "GREEN");
    meant("statistics/crises?by=mont", "month");
    meant("statistics/crises?type=seige", "siege");
    meant("statistics/survival?of=seige", "siege");
    meant("incident-counts?by=moth", "month");
    meant("term-matrix?issue=no_informin", "no_informing");
    meant("anomalies?kind=crisi", "crisis");
    meant("places?level=adm4", "adm");
  }

  private static void meant(String asked, String meant) {
    as(OWNER)
        .get("/cases/v1/" + asked)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(400)
        .body("type", equalTo("/problems/bad-parameter"))
        .body("errors.detail.toString()", containsString("Did you mean \"" + meant));
  }

  @Test
  void listsAndStatisticsTakeTheSameDates() {
    for (String path :
        List.of("crises", "cases", "statistics/crises", "incident-counts", "statistics/survival")) {
      for (String date : List.of("2021", "2021-08")) {
        as(OWNER).get("/cases/v1/" + path + "?from=" + date + "&to=" + date).then().statusCode(200);
      }
      as(OWNER).get("/cases/v1/" + path + "?from=2021-08-01&to=2021-08-31").then().statusCode(200);
      for (String no : List.of("2021-02-30", "2021-13", "2021-8", "yesterday", "2021~", "[2021]")) {
        as(OWNER).queryParam("from", no).get("/cases/v1/" + path).then().statusCode(400);
      }
    }
    for (String no : List.of("2021-08-02", "2021-02-30")) {
      as(OWNER).queryParam("from", no).get("/cases/v1/statistics/crises").then().statusCode(400);
    }
    String crisis =
        recorded(
            "crises", "{\"type\":\"siege\",\"status\":\"open\",\"since\":{\"edtf\":\"1907-02\"}}");
    as(OWNER).get("/cases/v1/crises?from=1907&to=1907-02").then().body("items.id", hasItem(crisis));
    as(OWNER).get("/cases/v1/crises?to=1907-01").then().body("items.id", not(hasItem(crisis)));
  }

  @Test
  void instantsBeyondTheCalendarAreRefused() {
    for (String instant :
        List.of(
            "+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z", "2021-02-30T00:00:00Z")) {
      as(OWNER).queryParam("updatedSince", instant).get("/cases/v1/crises").then().statusCode(400);
      as(OWNER)
          .queryParam("asOf", instant)
          .get("/cases/v1/cases/" + aCase(""))
          .then()
          .statusCode(400);
    }
  }

  @Test
  void aboutReachesThroughTermsAndAgreements() {
    String dialogue = aCase("");
    String agreement =
        recorded(
            "agreements",
            "{\"case\":\"%s\",\"type\":\"village_pact\",\"medium\":\"oral\"}".formatted(dialogue));
    String term =
        recorded(
            "terms",
            ("{\"case\":\"%s\",\"agreement\":\"%s\",\"issue\":\"no_informing\","
                    + "\"nature\":\"commitment\"}")
                .formatted(dialogue, agreement));
    String other =
        recorded(
            "terms",
            "{\"case\":\"%s\",\"issue\":\"siege_lift\",\"nature\":\"commitment\"}"
                .formatted(dialogue));
    String ofTerm = recorded("observations", "{\"term\":\"%s\",\"compliance\":2}".formatted(term));
    String ofOther =
        recorded("observations", "{\"term\":\"%s\",\"compliance\":1}".formatted(other));

    about("observations", dialogue).body("items.id", hasItems(ofTerm, ofOther));
    about("observations", agreement)
        .body("items.id", hasItem(ofTerm))
        .body("items.id", not(hasItem(ofOther)))
        .body("total", equalTo(1));
    about("observations", term).body("total", equalTo(1));
    String breach =
        recorded(
            "breaches",
            "{\"agreement\":\"%s\",\"terms\":[\"%s\"],\"state\":\"reported\",\"what\":\"x\"}"
                .formatted(agreement, term));
    about("breaches", dialogue).body("items.id", equalTo(List.of(breach)));
    as(OWNER)
        .get("/cases/v1/observations?limit=1&about=" + dialogue)
        .then()
        .body("next", org.hamcrest.Matchers.notNullValue());
  }

  private static io.restassured.response.ValidatableResponse about(String kind, String id) {
    return as(OWNER)
        .get("/cases/v1/" + kind + "?total=true&about=" + id)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200);
  }
}
