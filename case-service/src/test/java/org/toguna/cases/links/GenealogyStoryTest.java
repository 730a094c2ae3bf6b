package org.toguna.cases.links;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.toguna.cases.Registry.OTHER;
import static org.toguna.cases.Registry.OWNER;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.openCase;
import static org.toguna.cases.Registry.read;
import static org.toguna.cases.Registry.recorded;
import static org.toguna.cases.Registry.refused;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** Cases grow out of one another; whoever may not see both ends sees no link. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class GenealogyStoryTest {

  @Test
  void anAbductionLedToADriveAndTheDriveToAPact() {
    String abduction = openCase();
    String drive = openCase();
    String pact = openCase();
    String precedent = openCase();
    link(drive, "grew_out_of", abduction);
    link(pact, "grew_out_of", drive);
    link(precedent, "precedent_of", abduction);
    link(pact, "same_parties", openCase());

    genealogy(OWNER, abduction)
        .body("cases.case", contains(precedent, abduction, drive, pact))
        .body("cases.generation", contains(-1, 0, 1, 2))
        .body("links", hasSize(3))
        .body("more", equalTo(false));
    genealogy(OWNER, pact)
        .body("cases.case", contains(precedent, abduction, drive, pact))
        .body("cases.generation", contains(-3, -2, -1, 0));
  }

  @Test
  void whatAReaderMayNotSeeLeadsNowhere() {
    String open = openCase();
    String hidden = recorded("cases", "{\"type\":\"local_truce\"}");
    String beyond = openCase();
    String seen = openCase();
    String kept = link(hidden, "grew_out_of", open);
    link(beyond, "grew_out_of", hidden);
    link(seen, "influenced_by", open);
    String unshared = recorded("case-links", body(beyond, "grew_out_of", open, ""));

    genealogy(OTHER, open)
        .body("cases.case", containsInAnyOrder(open, seen))
        .body("links", hasSize(1));
    genealogy(OWNER, open).body("cases", hasSize(4));
    for (String id : new String[] {kept, unshared}) {
      read(OTHER, "case-links", id).statusCode(404);
    }
    as(OTHER).get("/cases/v1/cases/{id}/genealogy", hidden).then().statusCode(404);
  }

  @Test
  void aLinkJoinsTwoCasesOfTheRegistry() {
    String one = openCase();
    String crisis = recorded("crises", "{\"type\":\"siege\",\"status\":\"open\"}");

    refused("case-links", body(one, "grew_out_of", one, ""), "/to", "the-same-case");
    refused("case-links", body(one, "grew_out_of", crisis, ""), "/to", "unknown-record");
    refused("case-links", body(one, "cousin_of", openCase(), ""), "/type", "unknown-code");
    refused("case-links", "{\"type\":\"part_of\",\"to\":\"" + one + "\"}", "/from", "required");
  }

  private static ValidatableResponse genealogy(Tokens token, String id) {
    return as(token)
        .get("/cases/v1/cases/{id}/genealogy", id)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200);
  }

  private static String link(String from, String type, String to) {
    return recorded("case-links", body(from, type, to, ",\"marking\":{\"tlp\":\"GREEN\"}"));
  }

  private static String body(String from, String type, String to, String more) {
    return "{\"from\":\"%s\",\"type\":\"%s\",\"to\":\"%s\"%s}".formatted(from, type, to, more);
  }
}
