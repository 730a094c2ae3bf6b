package org.toguna.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.toguna.kit.contract.PublishedContract;
import org.toguna.test.Broker;
import org.toguna.test.GoldenEvent;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** What this service promises in {@code contracts/} is what it serves and publishes. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class ContractTest {
  private static final String FIRST = "11111111-1111-4111-8111-111111111111";
  private static final String SECOND = "22222222-2222-4222-8222-222222222222";
  private static final String THIRD = "33333333-3333-4333-8333-333333333333";
  private static final String FOURTH = "44444444-4444-4444-8444-444444444444";
  private static final String GREEN = ",\"marking\":{\"tlp\":\"GREEN\"}";

  @Test
  void theOperationsAreThosePublished() {
    PublishedContract.of(Path.of("")).verify();
  }

  @Test
  void theEventOfACrisisIsTheOnePromised() throws IOException {
    String suggestion = UUID.randomUUID().toString();
    String id =
        recorded(
            "crises",
            """
            {"type":"siege","status":"lifted","title":"Not for the broker",
             "since":{"edtf":"2023-03","asStated":"in March"},"until":{"edtf":"2023-05"},
             "by":[{"asStated":"armed men"}],"suggestion":"%s"%s}"""
                .formatted(suggestion, GREEN));

    GoldenEvent.isPromised("cases.crisis", "crisis", id, Map.of(id, FIRST, suggestion, SECOND));
    assertThat(Broker.last("cases.crisis", id).orElseThrow().value())
        .doesNotContain("Not for the broker")
        .doesNotContain("armed men");
  }

  @Test
  void theEventOfACaseIsTheOnePromised() throws IOException {
    String crisis = recorded("crises", "{\"type\":\"siege\",\"status\":\"open\"" + GREEN + "}");
    String id =
        recorded(
            "cases",
            """
            {"type":"siege_lifting","crises":["%s"],
             "parties":[{"asStated":"a village chief","role":"mediator"}],
             "stages":[{"stage":"contact_made","when":{"edtf":"2023-04"}}]%s}"""
                .formatted(crisis, GREEN));

    GoldenEvent.isPromised("cases.case", "case", id, Map.of(id, THIRD, crisis, FIRST));
  }

  @Test
  void theEventOfWhatHangsOnACaseIsTheOnePromised() throws IOException {
    String dialogue = recorded("cases", "{\"type\":\"siege_lifting\"" + GREEN + "}");
    String id =
        recorded(
            "meetings",
            """
            {"case":"%s","status":"held","when":{"edtf":"2023-04-17"},"placeKind":"bush",
             "attendance":[{"side":"community","people":[{"asStated":"a trader"}]}]%s}"""
                .formatted(dialogue, GREEN));

    GoldenEvent.isPromised("cases.dialogue", "dialogue", id, Map.of(id, THIRD, dialogue, FIRST));
    assertThat(Broker.last("cases.dialogue", id).orElseThrow().value())
        .doesNotContain("a trader")
        .doesNotContain("2023-04")
        .doesNotContain("held");
  }

  @Test
  void theEventOfAnIncidentIsTheOnePromised() throws IOException {
    String suggestion = UUID.randomUUID().toString();
    String id =
        recorded(
            "incidents",
            """
            {"type":"raid","title":"Not for the broker","when":{"edtf":"2023-03-04","asStated":"at dawn"},
             "participants":[{"side":"side_a","who":{"asStated":"armed men"}}],
             "deaths":{"total":{"best":4}},"sources":[{"publisher":"Radio Plateau"}],
             "externalIds":[{"provider":"acled","id":"MLI-1"}],"suggestion":"%s"%s}"""
                .formatted(suggestion, GREEN));

    GoldenEvent.isPromised("cases.incident", "incident", id, Map.of(id, FIRST, suggestion, SECOND));
    assertThat(Broker.last("cases.incident", id).orElseThrow().value())
        .doesNotContain("Not for the broker")
        .doesNotContain("armed men")
        .doesNotContain("Radio Plateau")
        .doesNotContain("MLI-1");
  }

  @Test
  void theEventOfACoverageListIsTheOnePromised() throws IOException {
    String dialogue = recorded("cases", "{\"type\":\"multi_village_drive\"" + GREEN + "}");
    String id =
        recorded(
            "coverage-lists",
            """
            {"case":"%s","status":"proposed","title":"Not for the broker",
             "unit":{"asStated":"a commune"},"when":{"edtf":"2021-08"},
             "statedTotal":{"best":109},"entries":[{"name":"Dounfana"}]%s}"""
                .formatted(dialogue, GREEN));

    GoldenEvent.isPromised("cases.coverage", "coverage", id, Map.of(id, FOURTH));
    assertThat(Broker.last("cases.coverage", id).orElseThrow().value().replace(id, "its id"))
        .doesNotContain("Not for the broker")
        .doesNotContain("a commune")
        .doesNotContain("109")
        .doesNotContain("Dounfana");
  }

  @Test
  void theEventOfAJudgementOnTwoPlacesIsTheOnePromised() throws IOException {
    String units =
        """
        country,level,pcode,name,parent_pcode
        MLI,1,ML97,Exemplaire,ML
        MLI,2,ML9701,Aval,ML97
        MLI,2,ML9702,Avale,ML97
        """;
    given()
        .auth()
        .oauth2(Tokens.administrator("ngo-a").token())
        .contentType("text/csv; charset=UTF-8")
        .body(units)
        .post("/cases/v1/gazetteer/imports?coding=EXAMPLE")
        .then()
        .statusCode(201);
    String id =
        recorded(
            "place-judgements",
            """
            {"places":[{"id":"ML9701"},{"id":"ML9702"}],"verdict":"different",
             "reason":"Not for the broker"%s}"""
                .formatted(GREEN));

    GoldenEvent.isPromised("cases.place-judgement", "place-judgement", id, Map.of(id, FOURTH));
    assertThat(Broker.last("cases.place-judgement", id).orElseThrow().value())
        .doesNotContain("Not for the broker");
  }

  private static String recorded(String kind, String body) {
    return given()
        .auth()
        .oauth2(Tokens.reviewer("ngo-a").token())
        .contentType(ContentType.JSON)
        .body(body)
        .post("/cases/v1/" + kind)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
