package org.toguna.cases.observations;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
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
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;

/** What became of terms in practice is observed on two scales and laid beside what was agreed. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class ObservationStoryTest {

  @Test
  void aCommitmentIsKeptAndARuleIsEnforcedAndNeverTheOtherWayRound() {
    String dialogue = aCase("");
    String commitment = term(dialogue, "cessation_of_attacks", "commitment", "");
    String rule = term(dialogue, "religious_rules", "rule", "");

    String kept = observed(commitment, "\"compliance\":3,\"when\":{\"edtf\":\"2021-10\"}");
    read(REVIEWER, "observations", kept).body("compliance", equalTo(3));
    patch("terms", commitment, "{\"nature\":\"rule\"}")
        .statusCode(422)
        .body("errors.code", hasItem("observed-already"));
    patch("terms", rule, "{\"nature\":\"commitment\"}").statusCode(200);
    patch("terms", rule, "{\"nature\":\"rule\"}").statusCode(200);
    observed(
        rule,
        "\"enforcement\":0,\"reason\":\"army_present\",\"observer\":{\"asStated\":\"a trader\"}");
    refused("observations", of(commitment, "\"enforcement\":0"), "/enforcement", "other-scale");
    refused("observations", of(rule, "\"compliance\":0"), "/compliance", "other-scale");
    refused(
        "observations",
        of(rule, "\"enforcement\":1,\"compliance\":1"),
        "/compliance",
        "other-scale");
    refused("observations", of(rule, "\"enforcement\":4"), "/enforcement", "out-of-range");
    refused("observations", of(rule, "\"asStated\":\"they came\""), "/enforcement", "required");
    observed(rule, "\"asStated\":\"something was done\",\"states\":{\"/enforcement\":\"some\"}");
  }

  @Test
  void outsideTheLifeOfItsTermAnObservationIsKeptOnlyIfItIsFlagged() {
    String dialogue = aCase("");
    String pact =
        recorded(
            "agreements",
            """
            {"case":"%s","type":"truce","medium":"oral","agreedOn":{"edtf":"2021-09"},"until":{"edtf":"2021-12"}}"""
                .formatted(dialogue));
    String term = term(dialogue, "non_aggression", "commitment", ",\"agreement\":\"" + pact + "\"");

    refused(
        "observations",
        of(term, "\"compliance\":0,\"when\":{\"edtf\":\"2021-08\"}"),
        "/when",
        "outside-its-life");
    refused(
        "observations",
        of(term, "\"compliance\":0,\"when\":{\"edtf\":\"2022-01\"}"),
        "/when",
        "outside-its-life");
    observed(term, "\"compliance\":0,\"when\":{\"edtf\":\"2021-12/2022-02\"}");
    String flagged =
        observed(
            term,
            """
            "compliance":0,"when":{"edtf":"2021-08"},"readings":[{"field":"/when",
             "value":{"edtf":"2021-08"},"status":"issue","reason":"Before the truce was made"}]""");
    as(REVIEWER)
        .queryParam("kind", "observation")
        .get("/cases/v1/anomalies")
        .then()
        .body(
            "items.find { it.record == '%s' }.flags[0].field".formatted(flagged), equalTo("/when"));
  }

  @Test
  void theMatrixSetsWhatWasAgreedBesideWhatWasPractised() {
    String one = aCase("");
    String two = aCase("");
    String enforced = term(one, "religious_rules", "rule", "");
    String never = term(two, "religious_rules", "rule", "");
    term(two, "religious_rules", "rule", "");
    String levy =
        recorded(
            "terms",
            "{\"case\":\"%s\",\"issue\":\"taxation\",\"nature\":\"rule\",\"movements\":[{\"state\":\"imposed\"}]}"
                .formatted(one));
    observed(enforced, "\"enforcement\":1,\"when\":{\"edtf\":\"2021-10\"}");
    observed(enforced, "\"enforcement\":3,\"when\":{\"edtf\":\"2022-03\"}");
    observed(
        never, "\"enforcement\":0,\"reason\":\"army_present\",\"when\":{\"edtf\":\"2021-10\"}");

    matrix(as(REVIEWER).queryParam("case", one, two))
        .body("cases", equalTo(2))
        .body("terms", equalTo(4))
        .body("rows.issue", contains("religious_rules", "taxation"))
        .body("rows[0].terms", equalTo(3))
        .body("rows[0].agreed", equalTo(3))
        .body("rows[0].imposed", equalTo(0))
        .body("rows[0].enforcement.level3", equalTo(1))
        .body("rows[0].enforcement.level1", equalTo(0))
        .body("rows[0].enforcement.level0", equalTo(1))
        .body("rows[0].enforcement.unknown", equalTo(1))
        .body("rows[0].compliance.unknown", equalTo(0))
        .body("rows[0].reasons[0].reason", equalTo("army_present"))
        .body(
            "rows[0].lines.find { it.term == '%s' }.observations.enforcement".formatted(enforced),
            contains(1, 3))
        .body("rows[1].imposed", equalTo(1))
        .body("rows[1].agreed", equalTo(0))
        .body("rows[1].lines.term", contains(levy));
    matrix(as(REVIEWER).queryParam("case", one, two).queryParam("issue", "taxation"))
        .body("rows.issue", contains("taxation"));
    matrix(as(REVIEWER).queryParam("case", one).queryParam("type", "commune_pact"))
        .body("cases", equalTo(0));
  }

  @Test
  void whoLookedLastAndCouldNotTellLeavesItUnknown() {
    String dialogue = aCase("");
    String term = term(dialogue, "religious_rules", "rule", "");
    observed(term, "\"enforcement\":3,\"when\":{\"edtf\":\"2021-10\"}");
    observed(
        term,
        "\"asStated\":\"nobody could go there\",\"states\":{\"/enforcement\":\"unknown\"},\"when\":{\"edtf\":\"2022-03\"}");

    matrix(as(REVIEWER).queryParam("case", dialogue))
        .body("rows[0].enforcement.level3", equalTo(0))
        .body("rows[0].enforcement.unknown", equalTo(1));
  }

  @Test
  void theMatrixCountsWhatItsReaderSeesAndNothingElse() {
    String open = aCase(GREEN);
    String closed = aCase("");
    String seen = term(open, "siege_lift", "commitment", GREEN);
    term(open, "siege_lift", "commitment", "");
    term(closed, "siege_lift", "commitment", "");
    observed(seen, "\"compliance\":2,\"when\":{\"edtf\":\"2021-10-09\"}" + GREEN);
    observed(seen, "\"compliance\":0,\"when\":{\"edtf\":\"2021-12-09\"}");

    matrix(as(PARTNER).queryParam("case", open, closed))
        .body("cases", equalTo(1))
        .body("terms", equalTo(1))
        .body("rows[0].compliance.level2", equalTo(1))
        .body("rows[0].compliance.level0", equalTo(0))
        .body("rows[0].lines[0].observations", hasSize(1))
        .body("rows[0].lines[0].observations[0].when.from", equalTo("2021-10-01"))
        .body("rows[0].lines[0].observations[0].when.asStated", nullValue());
    matrix(as(REVIEWER).queryParam("case", open, closed))
        .body("rows[0].terms", equalTo(3))
        .body("rows[0].compliance.level0", equalTo(1))
        .body("rows[0].compliance.unknown", equalTo(2));
  }

  private static ValidatableResponse matrix(RequestSpecification asked) {
    return asked.get("/cases/v1/term-matrix").then().log().ifValidationFails().statusCode(200);
  }

  private static String term(String dialogue, String issue, String nature, String more) {
    return recorded(
        "terms",
        """
        {"case":"%s","issue":"%s","nature":"%s",
         "movements":[{"state":"demanded"},{"state":"agreed"}]%s}"""
            .formatted(dialogue, issue, nature, more));
  }

  private static String of(String term, String members) {
    return "{\"term\":\"" + term + "\"," + members + "}";
  }

  private static String observed(String term, String members) {
    return recorded("observations", of(term, members));
  }
}
