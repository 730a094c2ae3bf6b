package org.toguna.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toguna.cases.Registry.aCase;
import static org.toguna.cases.Registry.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/**
 * What is kept for named persons does not exist for their colleagues, who write in the same
 * organisation's name: neither by what a refusal says nor by a date that hangs on it.
 */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class ForNamedPersonsStoryTest {
  private static final Tokens NAMED = Tokens.reviewer("ngo-a").user("aicha").cleared("RED");
  private static final Tokens COLLEAGUE = Tokens.reviewer("ngo-a").user("bakary").cleared("RED");
  private static final String RED =
      "\"marking\":{\"tlp\":\"RED\",\"namedPersons\":[\"ngo-a/aicha\"]}";

  @Test
  void aColleagueWhoHangsSomethingOnItIsToldWhatTheyAreToldOfNothing() {
    String term =
        recorded(
            "terms",
            """
            {"case":"%s","issue":"religious_rules","nature":"rule",
             "movements":[{"state":"agreed","when":{"edtf":"2021-09"}}],%s}"""
                .formatted(aCase(""), RED));

    assertThat(refusal("observations", observationOf(term)))
        .isEqualTo(refusal("observations", observationOf(UUID.randomUUID().toString())));
  }

  @Test
  void noDateHangsOnOneThatItsAuthorDoesNotSee() {
    String pact =
        recorded(
            "agreements",
            """
            {"case":"%s","type":"truce","medium":"oral","agreedOn":{"edtf":"2021-09-03"},%s}"""
                .formatted(aCase(""), RED));

    assertThat(refusal("incidents", incidentAfter(pact)))
        .isEqualTo(refusal("incidents", incidentAfter(UUID.randomUUID().toString())));
  }

  private static String observationOf(String term) {
    return "{\"term\":\"%s\",\"enforcement\":1,\"when\":{\"edtf\":\"2019-01\"}}".formatted(term);
  }

  private static String incidentAfter(String pact) {
    return "{\"type\":\"raid\",\"when\":{\"anchor\":{\"record\":\"%s\",\"field\":\"/agreedOn\",\"offset\":\"P7D\"}},%s}"
        .formatted(pact, "\"marking\":{\"tlp\":\"GREEN\"}");
  }

  private static String recorded(String kind, String body) {
    return as(NAMED)
        .body(body)
        .post("/cases/v1/" + kind)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static Object refusal(String kind, String body) {
    JsonPath problem =
        as(COLLEAGUE)
            .body(body)
            .post("/cases/v1/" + kind)
            .then()
            .log()
            .ifValidationFails()
            .statusCode(422)
            .extract()
            .jsonPath();
    return problem.get("errors");
  }
}
