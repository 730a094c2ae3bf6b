package org.toguna.cases.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.toguna.cases.Registry.OTHER;
import static org.toguna.cases.Registry.OWNER;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.asFineAsCanBe;
import static org.toguna.cases.Registry.patch;
import static org.toguna.cases.Registry.read;
import static org.toguna.cases.Registry.record;
import static org.toguna.cases.Registry.recorded;
import static org.toguna.cases.Registry.revise;
import static org.toguna.cases.Registry.village;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;

/** What is taken away is gone from every version and from all that it is joined with. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class OneWayOutStoryTest {
  private String place = "";

  @BeforeEach
  void gazetteer() {
    place = "\"place\":{\"id\":\"" + village() + "\"}";
  }

  @Test
  void lookingBackShowsNoVillageThatAStricterMarkingHasTakenAway() {
    String crisis = crisis("");
    Instant then = Instant.now();
    lookedBackAt("crises", crisis, then, "village");

    patch("crises", crisis, "{\"marking\":{\"finestPlace\":\"adm1\",\"finestDate\":\"year\"}}")
        .statusCode(200);

    lookedBackAt("crises", crisis, then, "adm1");
    as(OTHER)
        .queryParam("asOf", then.toString())
        .get("/cases/v1/crises/" + crisis)
        .then()
        .body("since.edtf", equalTo("2021"))
        .body("place.id", equalTo("ML05"));
  }

  @Test
  void lookingBackShowsNoVillageOnceItTellsOfRapeOrOfTheState() {
    String crisis = crisis("");
    String dialogue = dialogue(crisis);
    String other = dialogue(crisis(""));
    String harm = harm(other, "criminal");
    String incident =
        recorded("incidents", "{\"type\":\"raid\",%s,%s}".formatted(place, asFineAsCanBe()));
    Instant then = Instant.now();

    patch("crises", crisis, "{\"harms\":[{\"type\":\"sexual_violence\"}]}").statusCode(200);
    patch("incidents", incident, "{\"type\":\"sexual_violence\"}").statusCode(200);
    patch("harms", harm, "{\"author\":\"state\"}").statusCode(200);

    lookedBackAt("crises", crisis, then, "adm1");
    lookedBackAt("incidents", incident, then, "adm1");
    lookedBackAt("harms", harm, then, "country");
    lookedBackAt("cases", dialogue, then, "adm1");
    lookedBackAt("cases", other, then, "country");
  }

  @Test
  void theRegionHoldsWhereverTheLinkLeadsFromSexualViolence() {
    String crisis = crisis(",\"harms\":[{\"type\":\"sexual_violence\"}]");
    String dialogue = dialogue(crisis);
    String outcome = outcome(dialogue);

    for (String path :
        new String[] {"crises/" + crisis, "cases/" + dialogue, "outcomes/" + outcome}) {
      as(OTHER).get("/cases/v1/" + path).then().body("place.level", equalTo("adm1"));
    }
    read(OWNER, "outcomes", outcome).body("place.level", equalTo("village"));
    as(OTHER)
        .queryParams("about", dialogue, "place", "ML0507")
        .get("/cases/v1/outcomes")
        .then()
        .body("items.id", not(hasItem(outcome)));
  }

  @Test
  void whereAMeetingWasHeldIsTheCommuneAlsoByItsCase() {
    String dialogue = dialogue(crisis(""));
    recorded(
        "meetings",
        "{\"case\":\"%s\",\"status\":\"held\",\"when\":{\"edtf\":\"2021-05-17\"},%s}"
            .formatted(dialogue, asFineAsCanBe()));

    read(OTHER, "cases", dialogue).body("place.level", equalTo("adm3"));
    read(OTHER, "outcomes", outcome(dialogue)).body("place.level", equalTo("adm3"));
  }

  @Test
  void whatNobodyOutsideSeesMakesNoDifferenceToThem() {
    String dialogue = dialogue(crisis(""));
    String before = as(OTHER).get("/cases/v1/cases/" + dialogue).asString();

    recorded(
        "harms",
        "{\"case\":\"%s\",\"type\":\"threat\",\"author\":\"state\",\"states\":{\"/who\":\"unknown\"}}"
            .formatted(dialogue));

    assertThat(as(OTHER).get("/cases/v1/cases/" + dialogue).asString()).isEqualTo(before);
  }

  @Test
  void whatIsNoLongerJoinedOpensAgain() {
    String siege = crisis(",\"harms\":[{\"type\":\"sexual_violence\"}]");
    String dialogue = dialogue(siege);
    read(OTHER, "cases", dialogue).body("place.level", equalTo("adm1"));

    patch("cases", dialogue, "{\"crises\":[]}").statusCode(200);

    await()
        .untilAsserted(
            () -> read(OTHER, "cases", dialogue).body("place.level", equalTo("village")));
  }

  @Test
  void whoeverHoldsItInFullKeepsTheirValidator() {
    Response recorded =
        record(
            "crises",
            "{\"type\":\"siege\",\"status\":\"open\",%s,%s}".formatted(place, asFineAsCanBe()));
    String crisis = recorded.path("id");
    recorded(
        "terms",
        "{\"case\":\"%s\",\"issue\":\"schools\",\"nature\":\"rule\",%s}"
            .formatted(dialogue(crisis), asFineAsCanBe()));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                read(OTHER, "crises", crisis)
                    .body("place.level", equalTo("adm1"))
                    .body("version", equalTo(2)));

    revise("crises", recorded, "{\"title\":\"The siege\"}");
  }

  private String crisis(String more) {
    return recorded(
        "crises",
        "{\"type\":\"siege\",\"status\":\"open\",\"since\":{\"edtf\":\"2021-05-17\"},%s,%s%s}"
            .formatted(place, asFineAsCanBe(), more));
  }

  private String dialogue(String crisis) {
    return recorded(
        "cases",
        "{\"type\":\"siege_lifting\",\"crises\":[\"%s\"],%s,%s}"
            .formatted(crisis, place, asFineAsCanBe()));
  }

  private String harm(String dialogue, String author) {
    return recorded(
        "harms",
        "{\"case\":\"%s\",\"type\":\"threat\",\"author\":\"%s\",\"states\":{\"/who\":\"unknown\"},%s,%s}"
            .formatted(dialogue, author, place, asFineAsCanBe()));
  }

  private String outcome(String dialogue) {
    return recorded(
        "outcomes",
        "{\"case\":\"%s\",\"type\":\"gift\",%s,%s}".formatted(dialogue, place, asFineAsCanBe()));
  }

  private static void lookedBackAt(String kind, String id, Instant then, String level) {
    as(OTHER)
        .queryParam("asOf", then.toString())
        .get("/cases/v1/" + kind + "/" + id)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200)
        .body("place.level", equalTo(level));
  }
}
