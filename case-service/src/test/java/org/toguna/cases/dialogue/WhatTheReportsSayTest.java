package org.toguna.cases.dialogue;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.toguna.cases.Registry.OWNER;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.read;
import static org.toguna.cases.Registry.recorded;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;

/**
 * Shapes of fact that the source reports have, told of invented people: each can be recorded as it
 * was stated, and is answered so.
 */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class WhatTheReportsSayTest {

  /** Of two captives one came free for a ransom; nobody says where, how much, or of the other. */
  @Test
  void whatIsNotSaidStaysUnknown() {
    String abduction =
        recorded(
            "crises",
            """
            {"type":"abduction","status":"unclear",
             "since":{"from":"2020-07-01","to":"2020-12-31","asStated":"late in 2020"},
             "victims":[{"description":"one guard","fate":"released_for_ransom"},
                        {"description":"the other guard"}],
             "states":{"/place":"some","/victims/0/ransom":"some","/victims/1/fate":"unknown"}}""");
    String dialogue =
        recorded(
            "cases",
            """
            {"type":"hostage_release","crises":["%s"],
             "parties":[{"asStated":"a shepherd","role":"mediator","side":"mediator"}],
             "states":{"/place":"some"}}"""
                .formatted(abduction));
    recorded(
        "outcomes",
        """
        {"case":"%s","type":"trust_gained","observer":{"asStated":"the shepherd"}}"""
            .formatted(dialogue));

    read(OWNER, "crises", abduction)
        .body("victims[1].fate", nullValue())
        .body("states.'/victims/1/fate'", equalTo("unknown"))
        .body("states.'/victims/0/ransom'", equalTo("some"));
    read(OWNER, "cases", dialogue)
        .body("place", nullValue())
        .body("states.'/place'", equalTo("some"));
    as(OWNER)
        .queryParam("case", dialogue)
        .get("/cases/v1/permission-ledger")
        .then()
        .body("items[0].states.'/permissions'", equalTo("unknown"));
  }

  /** A captive's telephone, a past kindness, other hands, an exchange, a drive, a pact. */
  @Test
  void oneAbductionBecameADriveAndThenAPact() {
    String abduction =
        recorded(
            "crises",
            """
            {"type":"abduction","status":"lifted",
             "since":{"from":"2020-05-01","to":"2020-08-31","asStated":"mid-2020"},
             "victims":[{"description":"a nephew","fate":"exchanged",
                         "exchangedFor":{"asStated":"a man held by villagers"}}],
             "states":{"/victims/0/ransom":"none"}}""");
    String exchange =
        recorded("cases", "{\"type\":\"hostage_exchange\",\"crises\":[\"" + abduction + "\"]}");
    recorded(
        "contacts",
        """
        {"case":"%s","status":"made","from":{"asStated":"an uncle"},"to":{"asStated":"the captors"},
         "hops":[{"who":{"asStated":"the nephew"},"tie":"kin"}],"channels":["captive_telephone"],
         "levers":[{"type":"past_protection","when":{"edtf":"2018"}}],
         "asStated":"They made an exception for an official"}"""
            .formatted(exchange));
    String drive =
        recorded(
            "cases",
            """
            {"type":"multi_village_drive","level":"cercle",
             "scale":{"unit":"villages","asStated":"dozens"}}""");
    String pact = recorded("cases", "{\"type\":\"commune_pact\",\"level\":\"commune\"}");
    recorded(
        "handovers",
        """
        {"case":"%s","status":"accepted","from":{"asStated":"an uncle"},
         "to":{"asStated":"a peace group"},"reason":"better placed","continuedIn":"%s"}"""
            .formatted(exchange, drive));
    link(drive, "grew_out_of", exchange);
    link(pact, "grew_out_of", drive);

    as(OWNER)
        .get("/cases/v1/cases/{id}/genealogy", exchange)
        .then()
        .body("cases.case", contains(exchange, drive, pact));
    as(OWNER)
        .get("/cases/v1/cases/{id}/timeline", exchange)
        .then()
        .body("entries.kind.unique()", containsInAnyOrder("case", "crisis", "contact", "handover"));
  }

  /** Two sieges with their causes; that they are lifted is said, and asked for by status. */
  @Test
  void liftedSiegesAreFoundWithTheirCause() {
    String cause = "a militia was formed and soldiers were helped";
    String id =
        recorded(
            "crises",
            """
            {"type":"siege","status":"lifted","cause":"%s",
             "duration":{"unit":"months","asStated":"for a few months"},
             "until":{"edtf":"2021-08","asStated":"last August","basis":"derived"},
             "harms":[{"type":"killing","count":{"best":6,"asStated":"half a dozen"},
                       "author":"armed_group"},
                      {"type":"food_shortage"}]}"""
                .formatted(cause));

    as(OWNER)
        .queryParams("type", "siege", "status", "lifted", "limit", 1000)
        .get("/cases/v1/crises")
        .then()
        .body("items.find { it.id == '%s' }.cause".formatted(id), equalTo(cause))
        .body("items.find { it.id == '%s' }.until.to".formatted(id), equalTo("2021-08-31"))
        .body("items.find { it.id == '%s' }.until.basis".formatted(id), equalTo("derived"));
  }

  /** The reported truces and ceasefires, without what was never one. */
  @Test
  void trucesHavePartiesAndAPurposeAndAnAccordIsNone() {
    String word = "truce" + java.util.UUID.randomUUID().toString().substring(0, 8);
    String truce =
        recorded(
            "cases",
            """
            {"type":"temporary_ceasefire","level":"national","title":"%s",
             "purpose":"let an election go ahead","trigger":{"when":{"edtf":"../2022"}},
             "parties":[{"asStated":"officials","role":"party","side":"state"},
                        {"asStated":"insurgents","role":"party","side":"armed_group"}]}"""
                .formatted(word));
    String accord =
        recorded(
            "cases",
            """
            {"type":"peace_process","level":"national","title":"%s",
             "stages":[{"stage":"terms_agreed","when":{"edtf":"2015"}}],
             "parties":[{"asStated":"a neighbour","role":"convenor"},
                        {"asStated":"insurgents","role":"excluded","side":"armed_group"}]}"""
                .formatted(word));

    as(OWNER)
        .queryParams("q", word, "type", "temporary_ceasefire")
        .get("/cases/v1/cases")
        .then()
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(truce))
        .body("items[0].id", not(equalTo(accord)))
        .body("items[0].parties.role", contains("party", "party"));
  }

  private static void link(String from, String type, String to) {
    recorded(
        "case-links", "{\"from\":\"%s\",\"type\":\"%s\",\"to\":\"%s\"}".formatted(from, type, to));
  }
}
