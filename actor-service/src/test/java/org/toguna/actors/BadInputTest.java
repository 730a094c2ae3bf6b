package org.toguna.actors;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;
import static org.toguna.actors.Given.ALICE;
import static org.toguna.actors.Given.CHAKA;
import static org.toguna.actors.Given.actor;
import static org.toguna.actors.Given.as;
import static org.toguna.actors.Given.name;
import static org.toguna.actors.Given.post;
import static org.toguna.actors.Given.tlp;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toguna.test.RealParts;

/** What is wrong with what was sent is said with pointer, code and remedy, and nothing is kept. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "actors"))
class BadInputTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'armed_grup','names':[{'text':'A','type':'main'}]}|/type|unknown-code",
        "{'names':[{'text':'A','type':'main'}]}|/type|unknown-code",
        "{'type':'militia'}|/names|required",
        "{'type':'militia','names':[{'text':' ','type':'main'}]}|/names/0/text|required",
        "{'type':'militia','names':[{'text':'A','type':'nickname'}]}|/names/0/type|unknown-code",
        "{'type':'militia','names':[{'text':'A','type':'main','language':'not a language'}]}|/names/0/language|not-a-language",
        "{'type':'militia','names':[{'text':'A','type':'main','script':'Runes'}]}|/names/0/script|unknown-code",
        "{'type':'militia','names':[{'text':'A','type':'main','language':'fr'},{'text':'B','type':'main','language':'fr'}]}|/names/1/type|two-main-names",
        "{'type':'person','placeholder':'unnamed','names':[{'text':'A','type':'main'}]}|/names/0/type|named-placeholder",
        "{'type':'person','names':[{'text':'a commander','type':'description'}]}|/names|required",
        "{'type':'person','pseudonym':true,'names':[{'text':'A','type':'main'}]}|/pseudonym|no-pseudonym",
        "{'type':'person','names':[{'text':'A','type':'pseudonym'},{'text':'B','type':'former'}]}|/names/1/type|name-beside-pseudonym",
        "{'type':'person','names':[{'text':'A','type':'main'}],'roles':[{'role':'king'}]}|/roles/0/role|unknown-code",
        "{'type':'militia','names':[{'text':'A','type':'main'}],'place':{'asStated':'x','lat':95.0,'lon':0.0}}|/place/lat|outside-the-world",
        "{'type':'militia','names':[{'text':'A','type':'main'}],'marking':{'owner':'ngo-b'}}|/marking/owner|not-your-organisation",
        "{'type':'militia','names':[{'text':'A','type':'main'}],'states':{'/names':'unknown'}}|/states/~1names|state-beside-value",
        "{'type':'militia','names':[{'text':'A','type':'main'}],'citations':[{'field':'/names/7','document':'11111111-1111-4111-8111-111111111111','start':0,'end':1,'quote':'A'}]}|/citations/0/field|no-such-field"
      })
  void aFlawIsNamedWithItsPointer(String body, String pointer, String code) {
    post(ALICE, "actors", body.replace('\'', '"'))
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/invalid"))
        .body("errors.pointer", hasItem(pointer))
        .body("errors.code", hasItem(code));
  }

  @Test
  void somebodyUnnamedCanBeRecordedAndUsed() {
    post(
            ALICE,
            "actors",
            "{\"type\":\"person\",\"placeholder\":\"unnamed\",\"names\":[%s]}"
                .formatted(name("one of the commanders in Douentza", "en", "description")))
        .statusCode(201)
        .body("placeholder", equalTo("unnamed"))
        .body("marking.tlp", equalTo("AMBER+STRICT"));
  }

  @Test
  void allFlawsAreSaidAtOnce() {
    post(ALICE, "actors", "{\"type\":\"x\",\"placeholder\":\"y\",\"names\":[{\"text\":\"\"}]}")
        .statusCode(422)
        .body(
            "errors.pointer", hasItems("/type", "/placeholder", "/names/0/text", "/names/0/type"));
  }

  @Test
  void whatIsNoActorAtAllIsRefusedBeforeItsMeaningIsAsked() {
    post(ALICE, "actors", "{\"type\":\"militia\"")
        .statusCode(400)
        .body("type", equalTo("/problems/malformed-json"));
    post(ALICE, "actors", "{\"type\":\"militia\",\"nmaes\":[]}")
        .statusCode(400)
        .body("type", equalTo("/problems/unknown-member"))
        .body("errors[0].pointer", equalTo("/nmaes"));
    as(ALICE)
        .contentType(ContentType.TEXT)
        .body("militia")
        .post("/actors/v1/actors")
        .then()
        .statusCode(415);
    as(ALICE)
        .get("/actors/v1/actors?typ=militia")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/unknown-parameter"));
    as(ALICE).get("/actors/v1/actors?limit=5000").then().statusCode(400);
    as(ALICE)
        .get("/actors/v1/actors?cursor=abc")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/bad-cursor"));
    as(ALICE)
        .get("/actors/v1/actors/not-an-id")
        .then()
        .statusCode(404)
        .contentType(startsWith("application/problem+json"));
  }

  @Test
  void readersDoNotRecordAndNobodyReadsWithoutAToken() {
    post(CHAKA, "actors", actor("militia", tlp("GREEN"), name("Garde", "fr", "main")))
        .statusCode(403);
    io.restassured.RestAssured.get("/actors/v1/actors").then().statusCode(401);
  }

  @Test
  void pagesFollowEachOtherWithoutRepeatsAndBelongToTheirReader() {
    for (int i = 0; i < 5; i++) {
      actor(ALICE, "peacekeepers", "GREEN", "Bataillon " + i);
    }
    var seen = new java.util.HashSet<String>();
    String cursor = null;
    int pages = 0;
    do {
      var request = as(CHAKA).queryParam("type", "peacekeepers").queryParam("limit", 2);
      var page =
          (cursor == null ? request : request.queryParam("cursor", cursor))
              .get("/actors/v1/actors")
              .then()
              .statusCode(200)
              .extract();
      seen.addAll(page.path("items.id"));
      cursor = page.path("next");
      pages++;
    } while (cursor != null);
    org.assertj.core.api.Assertions.assertThat(seen).hasSize(5);
    org.assertj.core.api.Assertions.assertThat(pages).isEqualTo(3);
    String next =
        as(CHAKA).get("/actors/v1/actors?type=peacekeepers&limit=2").then().extract().path("next");
    as(ALICE)
        .queryParam("type", "peacekeepers")
        .queryParam("cursor", next)
        .get("/actors/v1/actors")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/bad-cursor"));
  }
}
