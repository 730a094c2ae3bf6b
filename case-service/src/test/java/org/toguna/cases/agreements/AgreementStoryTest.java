package org.toguna.cases.agreements;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.toguna.cases.Registry.GREEN;
import static org.toguna.cases.Registry.PARTNER;
import static org.toguna.cases.Registry.REVIEWER;
import static org.toguna.cases.Registry.aCase;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.patch;
import static org.toguna.cases.Registry.read;
import static org.toguna.cases.Registry.recorded;
import static org.toguna.cases.Registry.refused;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;

/** Agreements are recorded with who consented, and kept as close as their parties keep them. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class AgreementStoryTest {
  private static final String SECRET =
      ",\"secrecy\":{\"rule\":\"Not a word to other communities\",\"reasons\":[\"it would not hold\"]}";

  @Test
  void anOralPactSaysWhoConsentedForWhomAndHowFreely() {
    String pact =
        recorded(
            "agreements",
            """
            {"case":"%s","type":"siege_lifting","medium":"oral","stage":"partial",
             "ceasefireClass":"not_a_ceasefire","agreedOn":{"edtf":"2021-09"},
             "parties":[{"side":"armed_group","who":{"asStated":"the fighters"}}],
             "consents":[{"by":{"asStated":"community leaders"},"count":{"low":10,"best":10,"high":10,"unit":"persons"},
                          "onBehalfOf":[{"asStated":"the militia"},{"asStated":"the commune"}],
                          "powerToBind":"contested","quality":"coerced"}],
             "consent":"coerced","states":{"/secrecy":"none"}}"""
                .formatted(aCase("")));

    read(REVIEWER, "agreements", pact)
        .body("consents[0].count.best", equalTo(10))
        .body("consents[0].powerToBind", equalTo("contested"))
        .body("consent", equalTo("coerced"))
        .body("states.'/secrecy'", equalTo("none"))
        .body("marking.tlp", equalTo("AMBER+STRICT"));
    as(REVIEWER)
        .queryParam("stage", "partial")
        .queryParam("status", "coerced")
        .queryParam("type", "siege_lifting")
        .get("/cases/v1/agreements")
        .then()
        .body("items.id", hasItem(pact));
  }

  @Test
  void aSecrecyClauseRaisesTheMarkingOfThePactAndOfWhatHangsOnIt() {
    String dialogue = aCase(GREEN);
    String pact = pact(dialogue, SECRET + GREEN);
    String term = term(dialogue, pact);

    read(REVIEWER, "agreements", pact).body("marking.tlp", equalTo("AMBER+STRICT"));
    read(REVIEWER, "terms", term).body("marking.tlp", equalTo("AMBER+STRICT"));
    read(PARTNER, "agreements", pact).statusCode(404);
    read(PARTNER, "terms", term).statusCode(404);
    patch("agreements", pact, "{\"marking\":{\"tlp\":\"CLEAR\"}}")
        .statusCode(200)
        .body("marking.tlp", equalTo("AMBER+STRICT"));
    read(PARTNER, "agreements", pact).statusCode(404);
  }

  @Test
  void aClauseThatIsLearntOfLaterHidesWhatWasSeenBefore() {
    String dialogue = aCase(GREEN);
    String pact = pact(dialogue, GREEN);
    String term = term(dialogue, pact);
    read(PARTNER, "terms", term).statusCode(200);

    patch("agreements", pact, "{" + SECRET.substring(1) + "}")
        .statusCode(200)
        .body("marking.tlp", equalTo("AMBER+STRICT"));
    read(PARTNER, "agreements", pact).statusCode(404);
    read(PARTNER, "terms", term).statusCode(404);
  }

  @Test
  void whileAClauseStandsNobodyNewIsLetInAndItIsEndedOnlyByARelease() {
    String pact = pact(aCase(GREEN), SECRET + GREEN);

    patch("agreements", pact, "{\"marking\":{\"sharedWith\":[\"ngo-b\"]}}")
        .statusCode(422)
        .body("errors.pointer", hasItem("/marking"))
        .body("errors.code", hasItem("secrecy-stands"));
    patch("agreements", pact, "{\"secrecy\":null}")
        .statusCode(422)
        .body("errors.pointer", hasItem("/secrecy"));
    patch("agreements", pact, "{\"secrecy\":{\"release\":{\"reason\":\"All know by now\"}}}")
        .statusCode(422)
        .body("errors.pointer", hasItem("/secrecy/release/by"));
    patch(
            "agreements",
            pact,
            """
            {"secrecy":{"release":{"by":{"asStated":"the elders"},"reason":"All know by now"}},
             "marking":{"tlp":"GREEN"}}""")
        .statusCode(200)
        .body("marking.tlp", equalTo("GREEN"));
    read(PARTNER, "agreements", pact).statusCode(200).body("view", equalTo("blurred"));
  }

  @Test
  void whatHangsOnAStricterRecordIsAsStrictAlsoByName() {
    String term =
        recorded(
            "terms",
            "{\"case\":\"%s\",\"issue\":\"schools\",\"nature\":\"rule\"%s}"
                .formatted(aCase(""), GREEN));

    read(REVIEWER, "terms", term).body("marking.tlp", equalTo("AMBER+STRICT"));
  }

  @Test
  void anAgreementAmendsAnotherAndNeverItself() {
    String dialogue = aCase("");
    String first = pact(dialogue, "");
    String second = pact(dialogue, ",\"amends\":\"" + first + "\"");

    as(REVIEWER)
        .queryParam("about", first)
        .get("/cases/v1/agreements")
        .then()
        .body("items.id", hasItem(second));
    for (String amended : new String[] {first, second}) {
      patch("agreements", first, "{\"amends\":\"%s\"}".formatted(amended))
          .statusCode(422)
          .body("errors.code", hasItem("amends-itself"));
    }
  }

  @Test
  void badAgreementsAreRefusedWithPointerAndRemedy() {
    String pact = "{\"case\":\"%s\",\"type\":\"truce\",\"medium\":\"oral\"%s}";
    String dialogue = aCase("");

    refused("agreements", "{\"type\":\"truce\",\"medium\":\"oral\"}", "/case", "required");
    refused(
        "agreements", pact.formatted(dialogue, ",\"consents\":[{}]"), "/consents/0/by", "required");
    refused(
        "agreements", pact.formatted(dialogue, ",\"parties\":[{}]"), "/parties/0/who", "required");
    refused("agreements", pact.formatted(dialogue, ",\"secrecy\":{}"), "/secrecy/rule", "required");
    refused(
        "agreements",
        pact.formatted(
            dialogue, ",\"agreedOn\":{\"edtf\":\"2021-09\"},\"until\":{\"edtf\":\"2021-08\"}"),
        "/until",
        "end-before-start");
  }

  private static String pact(String dialogue, String more) {
    return recorded(
        "agreements",
        "{\"case\":\"%s\",\"type\":\"village_pact\",\"medium\":\"oral\"%s}"
            .formatted(dialogue, more));
  }

  private static String term(String dialogue, String pact) {
    return recorded(
        "terms",
        """
        {"case":"%s","agreement":"%s","issue":"weapons_storage","nature":"commitment"%s}"""
            .formatted(dialogue, pact, GREEN));
  }
}
