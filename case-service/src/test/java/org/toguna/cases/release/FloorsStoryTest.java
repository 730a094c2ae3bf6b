package org.toguna.cases.release;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.toguna.cases.Registry.OTHER;
import static org.toguna.cases.Registry.OWNER;
import static org.toguna.cases.Registry.PARTNER;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.asFineAsCanBe;
import static org.toguna.cases.Registry.patch;
import static org.toguna.cases.Registry.read;
import static org.toguna.cases.Registry.recorded;
import static org.toguna.cases.Registry.refused;
import static org.toguna.cases.Registry.village;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;

/**
 * Floors that hold whatever a marking says: for accords, armed presence, payments, plans, words.
 */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class FloorsStoryTest {
  private String place = "";

  @BeforeEach
  void gazetteer() {
    place = "\"place\":{\"id\":\"" + village() + "\"}";
  }

  @Test
  void wordsThatNoEntryBacksAreToldToNobodyOutside() {
    String crisis =
        recorded(
            "crises",
            """
            {"type":"siege","status":"open","place":{"asStated":"x","name":"KANARIB","level":"adm2",
             "within":[{"id":"nowhere","level":"adm1","name":"KANARIB"},
                       {"id":"ML0507","level":"adm1","name":"KANARIB"}]},
             "furtherPlaces":[{"asStated":"y","name":"KANARIB","level":"adm1"},
                              {"id":"ML0507","name":"KANARIB","level":"adm1"}],%s}\
            """
                .formatted(asFineAsCanBe()));

    as(OTHER)
        .get("/cases/v1/crises/" + crisis)
        .then()
        .body(not(containsString("KANARIB")))
        .body("place.id", equalTo("ML0507"))
        .body("place.level", equalTo("adm2"))
        .body("furtherPlaces", nullValue());
    as(OTHER)
        .queryParam("q", "KANARIB")
        .get("/cases/v1/crises")
        .then()
        .body("items.id", not(hasItem(crisis)));
  }

  @Test
  void anAccordWithArmedMenStopsAtTheRegionUntilItsPartiesPublishIt() {
    String crisis = crisis("");
    String dialogue = dialogue(crisis);
    String pact =
        recorded(
            "agreements",
            "{\"case\":\"%s\",\"type\":\"village_pact\",\"medium\":\"oral\",%s,%s}"
                .formatted(dialogue, place, asFineAsCanBe()));
    String term =
        recorded(
            "terms",
            """
            {"case":"%s","agreement":"%s","issue":"no_informing","nature":"commitment",
             "movements":[{"state":"agreed"}],%s}\
            """
                .formatted(dialogue, pact, asFineAsCanBe()));

    for (String path :
        new String[] {"agreements/" + pact, "cases/" + dialogue, "crises/" + crisis}) {
      as(OTHER).get("/cases/v1/" + path).then().body("place.level", equalTo("adm1"));
      as(PARTNER).get("/cases/v1/" + path).then().body("place.level", equalTo("village"));
    }
    read(OTHER, "terms", term).body("issue", equalTo("no_informing"));
    patch("agreements", pact, "{\"publication\":{}}").statusCode(422);

    patch("agreements", pact, "{\"publication\":{\"asStated\":\"read out at the market\"}}")
        .statusCode(200);
    await()
        .untilAsserted(
            () -> read(OTHER, "cases", dialogue).body("place.level", equalTo("village")));

    patch("agreements", pact, "{\"publication\":null}").statusCode(200);
    read(OTHER, "cases", dialogue).body("place.level", equalTo("adm1"));
  }

  @Test
  void whereArmedMenMayBeStillIsToldToNobodyElse() {
    String presence = "{\"type\":\"base\",\"actor\":{\"asStated\":\"the fighters\"},%s,%s%s}";
    String lately =
        recorded(
            "presences",
            presence.formatted(
                place,
                asFineAsCanBe(),
                ",\"lastConfirmed\":{\"edtf\":\"" + LocalDate.now() + "\"}"));
    String nobodyKnowsWhen = recorded("presences", presence.formatted(place, asFineAsCanBe(), ""));
    String longAgo =
        recorded(
            "presences",
            presence.formatted(
                place, asFineAsCanBe(), ",\"lastConfirmed\":{\"edtf\":\"2021-05-17\"}"));

    read(PARTNER, "presences", lately).body("view", equalTo("full"));
    read(OTHER, "presences", lately).statusCode(404);
    read(OTHER, "presences", nobodyKnowsWhen).statusCode(404);
    read(OTHER, "presences", longAgo)
        .body("place.level", equalTo("adm3"))
        .body("lastConfirmed.edtf", equalTo("2021-05"));
  }

  @Test
  void whatArmedMenArePaidIsTheOwnersAlone() {
    String dialogue = dialogue(crisis(""));
    String levy =
        recorded(
            "terms",
            """
            {"case":"%s","issue":"taxation","nature":"rule","boundSide":"community",
             "quantity":{"best":50000,"unit":"FCFA"},"movements":[{"state":"imposed"}],%s}\
            """
                .formatted(dialogue, asFineAsCanBe()));
    String paid =
        recorded(
            "outcomes",
            """
            {"case":"%s","type":"agreed","transfer":{"type":"levy","from":{"asStated":"a chief"},
             "amount":{"best":50000,"unit":"FCFA"}},%s}\
            """
                .formatted(dialogue, asFineAsCanBe()));

    read(PARTNER, "terms", levy)
        .body("view", equalTo("blurred"))
        .body("issue", equalTo("taxation"))
        .body("quantity", nullValue())
        .body("boundSide", nullValue());
    read(PARTNER, "outcomes", paid).body("view", equalTo("blurred")).body("transfer", nullValue());
    read(OWNER, "terms", levy).body("view", equalTo("full"));
  }

  @Test
  void whatMayLieAheadIsTheOwnersAlone() {
    String dialogue = dialogue(crisis(""));
    String permission =
        "{\"case\":\"%s\",\"status\":\"granted\",\"states\":{\"/grantor\":\"unknown\",\"/grantee\":\"unknown\"}%s,%s}";
    String open =
        recorded(
            "permissions",
            permission.formatted(dialogue, ",\"until\":{\"edtf\":\"2999\"}", asFineAsCanBe()));
    String past =
        recorded(
            "permissions",
            permission.formatted(dialogue, ",\"until\":{\"edtf\":\"2021-12\"}", asFineAsCanBe()));
    String delivery =
        recorded(
            "outcomes",
            "{\"case\":\"%s\",\"type\":\"gift\",\"when\":{\"edtf\":\"2999-05\"},%s}"
                .formatted(dialogue, asFineAsCanBe()));

    read(PARTNER, "permissions", open).statusCode(404);
    read(PARTNER, "permissions", past).statusCode(200);
    read(PARTNER, "outcomes", delivery).statusCode(404);
    read(OWNER, "outcomes", delivery).statusCode(200);
    as(OTHER)
        .queryParam("about", dialogue)
        .get("/cases/v1/permissions")
        .then()
        .body("items.id", hasItem(past))
        .body("items.id", not(hasItem(open)));
  }

  @Test
  void aMeetingsWordsNameNoVillageToAPartner() {
    String meeting =
        recorded(
            "meetings",
            """
            {"case":"%s","status":"held","when":{"edtf":"2021-05-17"},
             "place":{"id":"ML050731","asStated":"under the tree of Ogotembo"},%s}\
            """
                .formatted(dialogue(crisis("")), asFineAsCanBe()));

    as(PARTNER).get("/cases/v1/meetings/" + meeting).then().body(not(containsString("Ogotembo")));
  }

  @Test
  void whatIsSecretIsNotPublished() {
    refused(
        "agreements",
        """
        {"case":"%s","type":"village_pact","medium":"oral","secrecy":{"rule":"Nobody is told"},
         "publication":{"asStated":"on the radio"}}\
        """
            .formatted(dialogue(crisis(""))),
        "/publication",
        "secret-and-published");
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
}
