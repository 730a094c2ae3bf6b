package org.toguna.cases.harms;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.toguna.cases.Registry.OTHER;
import static org.toguna.cases.Registry.OWNER;
import static org.toguna.cases.Registry.PARTNER;
import static org.toguna.cases.Registry.asFineAsCanBe;
import static org.toguna.cases.Registry.green;
import static org.toguna.cases.Registry.openCase;
import static org.toguna.cases.Registry.read;
import static org.toguna.cases.Registry.recorded;
import static org.toguna.cases.Registry.refused;
import static org.toguna.cases.Registry.village;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** What talking costs those who talk, and who works against them. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class HarmStoryTest {

  @Test
  void captivityIsToldToPartnersAndNotToOthers() {
    String id =
        harm(
            """
            "type":"captivity","author":"armed_group","by":[{"asStated":"the fighters"}],
            "duration":{"best":45,"unit":"days","asStated":"45 days"},
            "because":"a misunderstanding","states":{"/consequence":"unknown"}\
            """);

    read(PARTNER, "harms", id)
        .body("duration.best", equalTo(45))
        .body("who.asStated", equalTo("a nurse"));
    read(OTHER, "harms", id)
        .body("view", equalTo("blurred"))
        .body("type", equalTo("captivity"))
        .body("author", equalTo("armed_group"))
        .body("states.'/who'", equalTo("withheld"))
        .body("states.'/by'", equalTo("withheld"));
  }

  @Test
  void whichStateBodyAndWhereIsItsOwnersAlone() {
    String id =
        harm(
            """
            "type":"interrogation","author":"state","by":[{"asStated":"a gendarmerie post"}],
            "place":{"id":"%s"}\
            """
                .formatted(village()));

    read(OWNER, "harms", id)
        .body("by[0].asStated", equalTo("a gendarmerie post"))
        .body("place.level", equalTo("village"));
    for (Tokens reader : List.of(PARTNER, OTHER)) {
      read(reader, "harms", id)
          .statusCode(200)
          .body("view", equalTo("blurred"))
          .body("author", equalTo("state"))
          .body("place.level", equalTo("country"))
          .body("states.'/by'", equalTo("withheld"));
    }
  }

  @Test
  void aStateBodyDoesNotLeaveAsASecondReadingEither() {
    String id =
        harm(
            """
            "type":"threat","author":"unknown","place":{"id":"%s"},
            "readings":[{"field":"/author","value":"state","status":"work_needed"}]\
            """
                .formatted(village()));

    read(PARTNER, "harms", id)
        .body("view", equalTo("blurred"))
        .body("place.level", equalTo("country"))
        .body("states.'/readings'", equalTo("withheld"));
  }

  @Test
  void whereSomebodyWasRapedIsNotToldFinerThanTheRegion() {
    String id =
        harm(
            """
            "type":"sexual_violence","author":"armed_group","place":{"id":"%s"}\
            """
                .formatted(village()));

    for (Tokens reader : List.of(PARTNER, OTHER)) {
      read(reader, "harms", id)
          .body("view", equalTo("blurred"))
          .body("place.level", equalTo("adm1"));
    }
  }

  @Test
  void harmHasAnAuthorOrSaysThatItIsUnknown() {
    String dialogue = openCase();
    refused(
        "harms",
        "{\"case\":\"%s\",\"type\":\"threat\",\"who\":{\"asStated\":\"a chief\"}}"
            .formatted(dialogue),
        "/author",
        "say-it-or-say-unknown");
    recorded(
        "harms",
        """
        {"case":"%s","type":"threat","who":{"asStated":"a chief"},
         "states":{"/author":"unknown"}}\
        """
            .formatted(dialogue));
    recorded(
        "harms",
        """
        {"case":"%s","type":"threat","who":{"asStated":"a chief"},"author":"unknown"}\
        """
            .formatted(dialogue));
  }

  @Test
  void exposureIsNoHarm() {
    String id =
        recorded(
            "exposures",
            """
            {"case":"%s","type":"identity_known","who":{"asStated":"a nurse"},
             "knownTo":"armed_group","asStated":"they knew a childhood name",%s}\
            """
                .formatted(openCase(), green("ngo-b")));

    read(PARTNER, "exposures", id).body("knownTo", equalTo("armed_group"));
    read(OTHER, "exposures", id)
        .body("states.'/who'", equalTo("withheld"))
        .body("states.'/knownTo'", equalTo("withheld"));
  }

  @Test
  void spoilersReactToWhatBecomesKnown() {
    String id =
        recorded(
            "spoilers",
            """
            {"case":"%s","who":{"asStated":"leaders of a militia"},"side":"self_defence",
             "reactions":[{"type":"anger","after":"that a list had been sent"},
                          {"type":"threat","channels":["radio","social_media"]}],%s}\
            """
                .formatted(openCase(), green("ngo-b")));

    read(PARTNER, "spoilers", id)
        .body("reactions.type", contains("anger", "threat"))
        .body("reactions[1].channels", contains("radio", "social_media"));
    read(OTHER, "spoilers", id)
        .body("side", equalTo("self_defence"))
        .body("reactions.type", contains("anger", "threat"))
        .body("reactions.after.findAll { it != null }", hasSize(0))
        .body("states.'/who'", equalTo("withheld"));
  }

  @Test
  void aHandoverSaysFromWhomToWhomAndWhy() {
    String drive = openCase();
    String id =
        recorded(
            "handovers",
            """
            {"case":"%s","status":"accepted","from":{"asStated":"an uncle"},
             "to":{"asStated":"a peace group"},"reason":"better placed","continuedIn":"%s",
             "states":{"/offered":"unknown"},%s}\
            """
                .formatted(openCase(), drive, green("ngo-b")));

    read(OWNER, "handovers", id)
        .body("reason", equalTo("better placed"))
        .body("continuedIn", equalTo(drive));
    read(OTHER, "handovers", id)
        .body("status", equalTo("accepted"))
        .body("states.'/to'", equalTo("withheld"));
  }

  @Test
  void aHandoverReachesNobodyWhoMayNotSeeWhereItWent() {
    String hidden = recorded("cases", "{\"type\":\"multi_village_drive\"}");
    String id =
        recorded(
            "handovers",
            """
            {"case":"%s","status":"offered","from":{"asStated":"an uncle"},
             "to":{"asStated":"a peace group"},"continuedIn":"%s",%s}\
            """
                .formatted(openCase(), hidden, green("ngo-b")));

    read(PARTNER, "handovers", id).statusCode(404);
  }

  private static String harm(String members) {
    return recorded(
        "harms",
        "{\"case\":\"%s\",\"who\":{\"asStated\":\"a nurse\"},%s,%s}"
            .formatted(openCase(), members, asFineAsCanBe()));
  }
}
