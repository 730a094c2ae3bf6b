package org.toguna.cases.breaches;

import static org.hamcrest.Matchers.contains;
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

/** A breach is reported, checked by somebody, and only then judged. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class BreachStoryTest {
  private static final String CHECK =
      "\"checks\":[{\"by\":{\"asStated\":\"the herder\"},\"how\":\"called_contacts\",\"finding\":\"They came to see how people fared\"}]";

  @Test
  void anAlarmIsCheckedFoundFalseAndFollowedByAGift() {
    String pact = pact("");
    String report = reported(pact, "");

    patch("breaches", report, "{\"state\":\"being_checked\"}").statusCode(200);
    patch(
            "breaches",
            report,
            """
            {"state":"checked",%s,"verdict":"false_alarm","explanation":"A visit, not an attack",
             "followUps":[{"type":"gift","what":"rice"},
                          {"type":"gift","amount":{"low":1500,"best":1500,"high":1500,"unit":"USD"}}],
             "why":"The herder rang back"}"""
                .formatted(CHECK))
        .statusCode(200)
        .body("verdict", equalTo("false_alarm"))
        .body("followUps.type", contains("gift", "gift"));
    as(REVIEWER)
        .queryParam("about", pact)
        .queryParam("type", "false_alarm")
        .get("/cases/v1/breaches")
        .then()
        .body("items.id", contains(report));
  }

  @Test
  void noVerdictStandsWithoutWhoeverChecked() {
    String pact = pact("");
    String breach = "{\"agreement\":\"%s\",\"state\":\"%s\"%s}";

    refused(
        "breaches",
        breach.formatted(pact, "reported", ",\"verdict\":\"breach\""),
        "/verdict",
        "verdict-without-a-check");
    refused(
        "breaches",
        breach.formatted(pact, "checked", ",\"verdict\":\"breach\""),
        "/verdict",
        "verdict-without-a-check");
    refused(
        "breaches",
        breach.formatted(
            pact, "checked", ",\"verdict\":\"breach\",\"checks\":[{\"how\":\"visit\"}]"),
        "/checks/0/by",
        "required");
    refused("breaches", breach.formatted(pact, "checked", "," + CHECK), "/verdict", "required");
    refused(
        "breaches",
        breach.formatted(
            pact, "reported", ",\"followUps\":[{\"type\":\"ransom\",\"amount\":{\"best\":1}}]"),
        "/followUps/0/amount",
        "vault-only");
  }

  @Test
  void whatWasFoundIsNotUnfound() {
    String report = reported(pact(""), ",\"verdict\":\"unresolved\"," + CHECK);

    patch("breaches", report, "{\"state\":\"reported\",\"verdict\":null}")
        .statusCode(422)
        .body("errors.code", hasItem("checked-once"));
    patch("breaches", report, "{\"checks\":[],\"verdict\":null}")
        .statusCode(422)
        .body("errors.code", hasItem("check-dropped"));
  }

  @Test
  void othersLearnTheVerdictAndNotWhoChecked() {
    String report = reported(pact(GREEN), ",\"verdict\":\"false_alarm\"," + CHECK + GREEN);

    read(PARTNER, "breaches", report)
        .statusCode(200)
        .body("verdict", equalTo("false_alarm"))
        .body("states.'/checks'", equalTo("withheld"))
        .body("states.'/reported'", equalTo("withheld"));
  }

  private static String pact(String marking) {
    return recorded(
        "agreements",
        "{\"case\":\"%s\",\"type\":\"village_pact\",\"medium\":\"oral\"%s}"
            .formatted(aCase(marking), marking));
  }

  private static String reported(String pact, String more) {
    return recorded(
        "breaches",
        """
        {"agreement":"%s","state":"%s","what":"Armed men around the village",
         "reported":{"by":{"asStated":"a friend"},"channel":"telephone"}%s}"""
            .formatted(pact, more.contains("verdict") ? "checked" : "reported", more));
  }
}
