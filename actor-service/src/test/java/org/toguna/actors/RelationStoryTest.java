package org.toguna.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.toguna.actors.Given.ALICE;
import static org.toguna.actors.Given.BINTOU;
import static org.toguna.actors.Given.CHAKA;
import static org.toguna.actors.Given.actor;
import static org.toguna.actors.Given.as;
import static org.toguna.actors.Given.name;
import static org.toguna.actors.Given.post;
import static org.toguna.actors.Given.relation;
import static org.toguna.actors.Given.tlp;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;

/** Ties and judgements: seen by those who see both ends, refused where they would endanger. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "actors"))
class RelationStoryTest {
  private static final String GREEN = ",\"marking\":{\"tlp\":\"GREEN\"}";

  @Test
  void aTieIsFoundFromBothEndsOnTheDaysThatItsBoundsAllow() {
    String leader = actor(ALICE, "person", "GREEN", "Chef de Dari");
    String group = actor(ALICE, "armed_group", "GREEN", "Bande de Dari");
    String tie =
        post(
                ALICE,
                "relations",
                relation(
                    leader,
                    "leads",
                    group,
                    GREEN + ",\"since\":{\"edtf\":\"2019\"},\"until\":{\"edtf\":\"2021-06\"}"))
            .statusCode(201)
            .extract()
            .path("id");

    for (String end : new String[] {leader, group}) {
      as(CHAKA)
          .get("/actors/v1/actors/" + end + "/relations?on=2020-03-01&total=true")
          .then()
          .statusCode(200)
          .body("items.id", contains(tie))
          .body("total", equalTo(1));
      as(CHAKA)
          .get("/actors/v1/actors/" + end + "/relations?on=2022-03-01")
          .then()
          .body("items", hasSize(0));
    }
    as(CHAKA).get("/actors/v1/relations?actor=" + leader).then().body("items.id", contains(tie));
  }

  @Test
  void aTieOfDaysThatCannotBeIsKeptAsStatedAndFlagged() {
    String leader = actor(ALICE, "person", "GREEN", "Chef de Sena");
    String group = actor(ALICE, "armed_group", "GREEN", "Bande de Sena");

    post(
            ALICE,
            "relations",
            relation(
                leader,
                "leads",
                group,
                ",\"since\":{\"edtf\":\"2062\"},\"until\":{\"edtf\":\"9999\"}"))
        .statusCode(201)
        .body("since.edtf", equalTo("2062"))
        .body("warnings.pointer", contains("/since", "/until"))
        .body("warnings.code", contains("day-ahead", "day-ahead"));
    String ancient = relation(leader, "leads", group, ",\"since\":{\"edtf\":\"1818\"}");
    post(ALICE, "relations", ancient).statusCode(201).body("warnings", nullValue());
  }

  @Test
  void aTieToAnActorThatTheAuthorMayNotSeeIsRefusedExactlyLikeOneToNobody() {
    String own = actor(BINTOU, "person", "GREEN", "Messager de Bintou");
    String hidden = actor(ALICE, "person", "AMBER+STRICT", "Contact d’Alice");
    String nobody = UUID.randomUUID().toString();

    String refused =
        post(BINTOU, "relations", relation(own, "knows", hidden, ""))
            .statusCode(422)
            .body("errors", hasSize(1))
            .body("errors[0].pointer", equalTo("/to"))
            .body("errors[0].code", equalTo("unknown-actor"))
            .extract()
            .asString();
    String absent =
        post(BINTOU, "relations", relation(own, "knows", nobody, ""))
            .statusCode(422)
            .extract()
            .asString();
    assertThat(refused).isEqualTo(absent);
  }

  @Test
  void whoMayNotSeeOneEndSeesNoTieAtTheOther() {
    String open = actor(ALICE, "armed_group", "GREEN", "Groupe de Sanga");
    String hidden = actor(ALICE, "person", "AMBER+STRICT", "Émissaire de Sanga");
    String tie =
        post(ALICE, "relations", relation(hidden, "has_reached", open, GREEN))
            .statusCode(201)
            .extract()
            .path("id");

    as(ALICE)
        .get("/actors/v1/actors/" + open + "/relations")
        .then()
        .body("items.id", contains(tie));
    as(BINTOU)
        .get("/actors/v1/actors/" + open + "/relations?total=true")
        .then()
        .statusCode(200)
        .body("items", hasSize(0))
        .body("total", equalTo(0));
    as(BINTOU).get("/actors/v1/relations/" + tie).then().statusCode(404);
  }

  @Test
  void aTieGoesOutOfSightWithTheActorThatIsMarkedMoreStrictly() {
    String open = actor(ALICE, "armed_group", "GREEN", "Groupe de Tireli");
    String hiding = actor(ALICE, "person", "GREEN", "Guide de Tireli");
    String tie =
        post(ALICE, "relations", relation(hiding, "knows", open, GREEN))
            .statusCode(201)
            .extract()
            .path("id");
    as(CHAKA).get("/actors/v1/relations/" + tie).then().statusCode(200);

    as(ALICE)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body("{\"marking\":{\"tlp\":\"AMBER+STRICT\"}}")
        .patch("/actors/v1/actors/" + hiding)
        .then()
        .statusCode(200);

    as(CHAKA).get("/actors/v1/relations/" + tie).then().statusCode(404);
    as(CHAKA).get("/actors/v1/relations/" + tie + "/history").then().statusCode(404);
    as(CHAKA)
        .get("/actors/v1/actors/" + open + "/relations?total=true")
        .then()
        .body("items", hasSize(0))
        .body("total", equalTo(0));
    as(ALICE).get("/actors/v1/relations/" + tie).then().statusCode(200);
  }

  @Test
  void outsidersSeeATieWithoutTheWordsOfTheSource() {
    String one = actor(ALICE, "person", "GREEN", "Oncle de Kani");
    String other = actor(ALICE, "person", "GREEN", "Neveu de Kani");
    String tie =
        post(ALICE, "relations", relation(one, "kin_of", other, GREEN + ",\"asStated\":\"uncle\""))
            .statusCode(201)
            .extract()
            .path("id");

    as(CHAKA)
        .get("/actors/v1/relations/" + tie)
        .then()
        .statusCode(200)
        .body("view", equalTo("blurred"))
        .body("from", equalTo(one))
        .body("asStated", nullValue())
        .body("states.'/asStated'", equalTo("withheld"));
  }

  @Test
  void ethnicityNeverBecomesAFieldOrAnEdge() {
    String people = actor(ALICE, "ethnic_group", "GREEN", "Peuple des dunes");
    String militia = actor(ALICE, "militia", "GREEN", "Garde des dunes");
    String person = actor(ALICE, "person", "GREEN", "Passant des dunes");

    for (String other : new String[] {militia, person}) {
      post(ALICE, "relations", relation(other, "affiliated_with", people, ""))
          .statusCode(422)
          .body("errors.code", hasItem("ethnic-group-as-edge"));
      post(ALICE, "relations", relation(people, "joined", other, ""))
          .statusCode(422)
          .body("errors.code", hasItem("ethnic-group-as-edge"));
    }
    post(ALICE, "relations", relation(person, "member_of_social_group", people, ""))
        .statusCode(422)
        .body("errors.code", hasItem("not-an-edge"));
    post(ALICE, "actors", "{\"type\":\"person\",\"ethnicity\":\"x\",\"names\":[]}")
        .statusCode(400)
        .body("type", equalTo("/problems/unknown-member"))
        .body("errors[0].pointer", equalTo("/ethnicity"));
  }

  @Test
  void aTieCannotEndBeforeItBeganNorLeadToItself() {
    String one = actor(ALICE, "person", "GREEN", "Veilleur");

    post(
            ALICE,
            "relations",
            relation(
                one,
                "knows",
                one,
                ",\"since\":{\"edtf\":\"2021\"},\"until\":{\"edtf\":\"2019-02-30\"}"))
        .statusCode(422)
        .body("errors.pointer", hasItem("/until/edtf"))
        .body("errors.code", hasItem("tie-to-itself"));
    post(
            ALICE,
            "relations",
            relation(
                one, "wed", one, ",\"since\":{\"edtf\":\"2021\"},\"until\":{\"edtf\":\"2019\"}"))
        .statusCode(422)
        .body("errors.code", hasItem("end-before-start"))
        .body("errors.code", hasItem("unknown-code"));
  }

  @Test
  void aJudgementIsSomebodysAndCanBeTakenBackWhileBothActorsStay() {
    String one = actor(ALICE, "armed_group", "GREEN", "Katiba du fleuve");
    String other = actor(ALICE, "armed_group", "GREEN", "Gens du fleuve");
    String judgement =
        post(
                ALICE,
                "judgements",
                "{\"one\":\"%s\",\"other\":\"%s\",\"verdict\":\"same\",\"reason\":\"Same chief\"%s}"
                    .formatted(one, other, GREEN))
            .statusCode(201)
            .extract()
            .path("id");

    as(ALICE)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body("{\"verdict\":\"undecided\"}")
        .patch("/actors/v1/judgements/" + judgement)
        .then()
        .statusCode(200)
        .body("verdict", equalTo("undecided"));
    as(CHAKA).get("/actors/v1/actors/" + one).then().statusCode(200);
    as(CHAKA).get("/actors/v1/actors/" + other).then().statusCode(200);
  }

  @Test
  void nobodyUnderAPseudonymIsJudgedToBeSomebodyElse() {
    String hidden =
        post(
                ALICE,
                "actors",
                Given.actor("person", tlp("GREEN"), name("Sory Timbo", "fr", "pseudonym")))
            .statusCode(201)
            .body("pseudonym", equalTo(true))
            .extract()
            .path("id");
    String named = actor(ALICE, "person", "GREEN", "Sory Tembely");

    post(
            ALICE,
            "judgements",
            "{\"one\":\"%s\",\"other\":\"%s\",\"verdict\":\"same\",\"reason\":\"Alike\"}"
                .formatted(hidden, named))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/one"))
        .body("errors[0].code", equalTo("protected-by-pseudonym"));
  }
}
