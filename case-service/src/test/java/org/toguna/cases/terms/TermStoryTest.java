package org.toguna.cases.terms;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;

/** Terms are followed through the talks, and what each side asked for is told, nothing included. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class TermStoryTest {

  @Test
  void oneTermIsFollowedFromDemandedToAgreed() {
    String dialogue = aCase("");
    String term =
        recorded(
            "terms",
            """
            {"case":"%s","issue":"no_informing","nature":"commitment","askedBySide":"armed_group",
             "boundSide":"community","text":"Not to tell the army where they are",
             "bound":[{"asStated":"the village"}],"conditions":[{"text":"the road is opened","met":true}],
             "movements":[{"state":"demanded","when":{"edtf":"2021-08"}}]}"""
                .formatted(dialogue));

    patch(
            "terms",
            term,
            """
            {"movements":[{"state":"demanded","when":{"edtf":"2021-08"}},
                          {"state":"agreed","when":{"edtf":"2021-09","asStated":"a month on"}}],
             "why":"The elder called"}""")
        .statusCode(200)
        .body("movements.state", contains("demanded", "agreed"));
    as(REVIEWER)
        .queryParam("about", dialogue)
        .queryParam("status", "agreed")
        .queryParam("type", "no_informing")
        .get("/cases/v1/terms")
        .then()
        .body("items.id", contains(term));
    as(REVIEWER)
        .get("/cases/v1/terms/{id}/history", term)
        .then()
        .body("[1].why", equalTo("The elder called"))
        .body("[1].changed", hasItem("/movements"));
  }

  @Test
  void askedForNothingIsNoneAndSilenceIsUnknown() {
    String dialogue = aCase("");
    String ask =
        recorded(
            "asks",
            """
            {"case":"%s","side":"community","by":[{"asStated":"the village"}],"states":{"/asks":"none"}}"""
                .formatted(dialogue));
    String demand = demand(dialogue, "");

    as(REVIEWER)
        .get("/cases/v1/cases/{id}/asks", dialogue)
        .then()
        .statusCode(200)
        .body("sides.find { it.side == 'community' }.state", equalTo("none"))
        .body("sides.find { it.side == 'community' }.statements", contains(ask))
        .body("sides.find { it.side == 'community' }.disputed", equalTo(false))
        .body("sides.find { it.side == 'armed_group' }.state", equalTo("value"))
        .body("sides.find { it.side == 'armed_group' }.terms", contains(demand))
        .body("sides.find { it.side == 'state' }.state", equalTo("unknown"));
    refused(
        "asks",
        "{\"case\":\"%s\",\"side\":\"state\"}".formatted(dialogue),
        "/asks",
        "says-nothing");
  }

  @Test
  void whoAskedForSomethingDidNotAskForNothingUnlessSourcesDisagree() {
    String dialogue = aCase("");
    demand(dialogue, "");
    String nothing = "{\"case\":\"%s\",\"side\":\"armed_group\",\"states\":{\"/asks\":\"none\"}%s}";

    refused("asks", nothing.formatted(dialogue, ""), "/states", "asked-for-something");
    recorded(
        "asks",
        nothing.formatted(
            dialogue,
            ",\"readings\":[{\"field\":\"/asks\",\"value\":\"strict rules\",\"status\":\"conflict\",\"reason\":\"Another elder says so\"}]"));
    as(REVIEWER)
        .get("/cases/v1/cases/{id}/asks", dialogue)
        .then()
        .body("sides.find { it.side == 'armed_group' }.state", equalTo("value"))
        .body("sides.find { it.side == 'armed_group' }.disputed", equalTo(true));
  }

  @Test
  void ofARansomItIsToldThatItWasPaidAndNeitherHowMuchNorByWhom() {
    String dialogue = aCase("");
    String ransom =
        """
        {"case":"%s","issue":"ransom","nature":"commitment","movements":[{"state":"agreed"}],
         "legs":[{"side":"unknown","gives":"money"%s},{"side":"armed_group","gives":"one of two captives"}]%s}""";

    refused(
        "terms",
        ransom.formatted(dialogue, ",\"amount\":{\"best\":5,\"unit\":\"XOF\"}", ""),
        "/legs/0/amount",
        "vault-only");
    refused(
        "terms",
        ransom.formatted(dialogue, ",\"from\":{\"asStated\":\"a trader\"}", ""),
        "/legs/0/from",
        "vault-only");
    refused(
        "terms",
        ransom.formatted(dialogue, "", ",\"quantity\":{\"best\":5}"),
        "/quantity",
        "vault-only");
    String paid =
        recorded(
            "terms",
            ransom.formatted(
                dialogue,
                "",
                ",\"states\":{\"/legs/0/amount\":\"some\",\"/legs/0/from\":\"unknown\"}"));
    read(REVIEWER, "terms", paid)
        .body("states.'/legs/0/amount'", equalTo("some"))
        .body("states.'/legs/0/from'", equalTo("unknown"));
  }

  @Test
  void badTermsAreRefusedWithPointerAndRemedy() {
    String dialogue = aCase("");
    String other = aCase("");
    String pact =
        recorded(
            "agreements",
            "{\"case\":\"%s\",\"type\":\"village_pact\",\"medium\":\"oral\"}".formatted(other));
    String term = "{\"case\":\"%s\",\"issue\":\"taxation\",\"nature\":\"%s\"%s}";

    refused(
        "terms",
        term.formatted(dialogue, "commitment", ",\"movements\":[{\"state\":\"imposed\"}]"),
        "/movements/0/state",
        "imposed-is-no-commitment");
    refused(
        "terms",
        term.formatted(dialogue, "rule", ",\"agreement\":\"" + pact + "\""),
        "/agreement",
        "of-another-case");
    refused("terms", term.formatted(UUID.randomUUID(), "rule", ""), "/case", "unknown-record");
    refused("terms", term.formatted(pact, "rule", ""), "/case", "unknown-record");
    refused("terms", "{\"case\":\"%s\"}".formatted(dialogue), "/issue", "required");
    refused("terms", term.formatted(dialogue, "rool", ""), "/nature", "unknown-code");
  }

  @Test
  void othersLearnTheIssueAndHowFarItCameNotInWhichWords() {
    String dialogue = aCase(GREEN);
    String term = demand(dialogue, GREEN);

    read(PARTNER, "terms", term)
        .statusCode(200)
        .body("view", equalTo("blurred"))
        .body("issue", equalTo("religious_rules"))
        .body("movements[0].state", equalTo("demanded"))
        .body("movements[0].when.from", equalTo("2021-08-01"))
        .body("text", nullValue())
        .body("states.'/text'", equalTo("withheld"))
        .body("states.'/askedBy'", equalTo("withheld"));
    read(PARTNER, "terms", demand(aCase(""), GREEN)).statusCode(404);
  }

  private static String demand(String dialogue, String more) {
    return recorded(
        "terms",
        """
        {"case":"%s","issue":"religious_rules","nature":"rule","askedBySide":"armed_group",
         "askedBy":[{"asStated":"their spokesman"}],"text":"To live by their rules",
         "movements":[{"state":"demanded","when":{"edtf":"2021-08-12"}}]%s}"""
            .formatted(dialogue, more));
  }
}
