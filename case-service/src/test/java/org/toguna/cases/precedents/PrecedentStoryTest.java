package org.toguna.cases.precedents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.toguna.cases.Registry.OTHER;
import static org.toguna.cases.Registry.OWNER;
import static org.toguna.cases.Registry.PARTNER;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.patch;
import static org.toguna.cases.Registry.recorded;
import static org.toguna.cases.Registry.village;
import static org.toguna.cases.precedents.InventedTalks.aCase;
import static org.toguna.cases.precedents.InventedTalks.contact;
import static org.toguna.cases.precedents.InventedTalks.crisis;
import static org.toguna.cases.precedents.InventedTalks.knownActor;
import static org.toguna.cases.precedents.InventedTalks.permission;
import static org.toguna.cases.precedents.InventedTalks.siege;
import static org.toguna.cases.precedents.InventedTalks.term;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** Each reader finds the precedents that their own views tell of, and nothing else. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class PrecedentStoryTest {
  private static final String OPEN =
      "\"marking\":{\"tlp\":\"GREEN\",\"sharedWith\":[\"ngo-b\"],\"finestPlace\":\"adm2\","
          + "\"finestDate\":\"month\"}";
  private static final String STRICT = "\"marking\":{\"tlp\":\"AMBER+STRICT\"}";
  private static final String NEIGHBOUR = "cod:ML050731003";

  @Test
  void theOwnerIsToldFeatureByFeatureWhatAgreesAndWhatDiffers() {
    String katiba = knownActor();
    String chief = knownActor();
    String asked = siege(village(), katiba, chief, "2021-03-04", OPEN);
    String twin = siege(NEIGHBOUR, katiba, chief, "2021-05-06", OPEN);
    contact(asked, "ancestral_pact", OPEN);
    contact(twin, "ancestral_pact", OPEN);
    contact(twin, "kinship", OPEN);
    term(asked, "taxation", "demanded", OPEN);
    term(twin, "taxation", "agreed", OPEN);

    JsonPath found = precedents(OWNER, asked);

    assertThat(found.getList("items.case", String.class)).startsWith(twin).doesNotContain(asked);
    assertThat(verdicts(found, twin))
        .containsEntry("type", "same")
        .containsEntry("trigger", "same")
        .containsEntry("cause", "same")
        .containsEntry("besieger", "same")
        .containsEntry("asked_first", "same")
        .containsEntry("permission_order", "same")
        .containsEntry("lever", "close")
        .containsEntry("terms", "close")
        .containsEntry("place", "close")
        .containsEntry("period", "close")
        .containsEntry("channel", "not_known")
        .containsEntry("outcome", "not_known");
    assertThat(found.getString("items[0].features.find { it.feature == 'place' }.has.codes"))
        .contains(NEIGHBOUR);
    Map<String, Object> first = item(found, twin);
    assertThat(first).containsEntry("title", "Talks").containsEntry("coverage", 1.0f);
    assertThat(list(first, "differed"))
        .contains(
            Map.of("feature", "lever", "asked", List.of(), "has", List.of("kinship")),
            Map.of(
                "feature",
                "terms",
                "asked",
                List.of("taxation:rule:demanded"),
                "has",
                List.of("taxation:rule:agreed")));
  }

  @Test
  void aPartnerIsToldTheSameAndOthersWhatTheirBlurredViewsTell() {
    String katiba = knownActor();
    String asked = siege(village(), katiba, knownActor(), "2021-03-04", OPEN);
    String twin = siege(NEIGHBOUR, katiba, knownActor(), "2021-05-06", OPEN);
    contact(asked, "trade", OPEN);
    contact(twin, "trade", OPEN);

    assertThat(item(precedents(PARTNER, asked), twin))
        .isEqualTo(item(precedents(OWNER, asked), twin));
    JsonPath found = precedents(OTHER, asked);
    assertThat(verdicts(found, twin))
        .containsEntry("type", "same")
        .containsEntry("trigger", "same")
        .containsEntry("permission_order", "same")
        .containsEntry("place", "close")
        .containsEntry("period", "close")
        .containsEntry("cause", "not_known")
        .containsEntry("besieger", "not_known")
        .containsEntry("asked_first", "not_known")
        .containsEntry("lever", "not_known");
    assertThat(item(found, twin)).doesNotContainKey("title").containsEntry("view", "blurred");
    assertThat(found.prettify())
        .contains("ML0507", "2021-05-01")
        .doesNotContain("ML050731", "cod:", "2021-05-06", katiba, "trade");
  }

  @Test
  void noRankingChangesWithWhatItsReaderDoesNotSee() {
    String asked = siege(village(), null, null, "2021-03-04", OPEN);
    String one = siege(village(), null, null, "2021-05-03", OPEN);
    String other = siege(NEIGHBOUR, null, null, "2021-05-27", OPEN);
    JsonPath found = precedents(OTHER, asked);
    assertThat(without(item(found, one), "case")).isEqualTo(without(item(found, other), "case"));
    assertThat(without(item(precedents(OWNER, asked), one), "case"))
        .isNotEqualTo(without(item(precedents(OWNER, asked), other), "case"));

    String before = found.prettify();
    patch("cases", one, "{\"place\":{\"id\":\"" + NEIGHBOUR + "\"},\"title\":\"Moved\"}")
        .statusCode(200);
    contact(one, "kinship", OPEN);
    contact(asked, "kinship", OPEN);
    siege(village(), null, null, "2021-03-04", STRICT);
    permission(other, null, "after_contact", STRICT);
    term(other, "schools", "refused", STRICT);

    assertThat(precedents(OTHER, asked).prettify()).isEqualTo(before);
    assertThat(verdicts(precedents(OWNER, asked), one)).containsEntry("lever", "same");
  }

  @Test
  void whoeverLosesSightOfACrisisLosesSightOfTheCasesThatHangOnIt() {
    String asked = siege(village(), null, null, "2021-03-04", OPEN);
    String crisis = crisis(village(), null, "2021-03-04", OPEN);
    String twin = aCase(village(), crisis, null, OPEN);
    term(twin, "taxation", "demanded", OPEN);
    term(asked, "taxation", "demanded", OPEN);
    assertThat(precedents(OTHER, asked).getList("items.case", String.class)).contains(twin);

    patch("crises", crisis, "{\"marking\":{\"tlp\":\"AMBER+STRICT\",\"sharedWith\":null}}")
        .statusCode(200);

    assertThat(precedents(OTHER, asked).getList("items.case", String.class)).doesNotContain(twin);
    assertThat(precedents(OWNER, asked).getList("items.case", String.class)).contains(twin);
  }

  @Test
  void whatHangsOnARecordThatIsNoLongerSeenTellsNothingMore() {
    String asked = siege(village(), null, null, "2021-03-04", OPEN);
    String twin = aCase(village(), crisis(village(), null, "2021-03-04", OPEN), null, OPEN);
    String contact = contact(twin, "kinship", OPEN);
    recorded(
        "permissions",
        """
        {"case":"%s","status":"granted","order":"before_contact","contact":"%s",
         "grantor":{"asStated":"the chief"},"grantee":{"asStated":"a herder"},%s}"""
            .formatted(twin, contact, OPEN));
    assertThat(verdicts(precedents(OTHER, asked), twin)).containsEntry("permission_order", "same");

    patch("contacts", contact, "{\"marking\":{\"tlp\":\"AMBER+STRICT\",\"sharedWith\":null}}")
        .statusCode(200);

    assertThat(verdicts(precedents(OTHER, asked), twin))
        .containsEntry("permission_order", "not_known");
    assertThat(verdicts(precedents(OWNER, asked), twin)).containsEntry("permission_order", "same");
  }

  @Test
  void aRevisionIsFoundAtOnceAndWhatIsErasedIsNot() {
    String one = siege(village(), null, null, "2021-03-04", OPEN);
    String contact = contact(one, "shared_childhood", OPEN);
    assertThat(verdicts(described(OWNER, "{\"levers\":[\"shared_childhood\"]}"), one))
        .containsEntry("lever", "same");

    patch("contacts", contact, "{\"levers\":[{\"type\":\"joking_relationship\"}]}").statusCode(200);

    assertThat(verdicts(described(OWNER, "{\"levers\":[\"joking_relationship\"]}"), one))
        .containsEntry("lever", "same");
    erase("contacts", contact);
    assertThat(
            described(OWNER, "{\"levers\":[\"joking_relationship\"]}")
                .getList("items.case", String.class))
        .doesNotContain(one);
  }

  @Test
  void whatAReaderWasToldOfIsNotedWithAllThatItRestsOn() {
    String shared = "\"marking\":{\"tlp\":\"AMBER+STRICT\",\"sharedWith\":[\"ngo-b\"]}";
    String crisis = crisis(village(), null, "2021-03-04", shared);
    String dialogue = aCase(village(), crisis, null, shared);
    String contact = contact(dialogue, "religious_authority", shared);

    assertThat(
            describe(PARTNER, "{\"levers\":[\"religious_authority\"]}", "1")
                .extract()
                .jsonPath()
                .getList("items.case", String.class))
        .containsExactly(dialogue);

    as(Tokens.protectionOfficer("ngo-a"))
        .queryParam("limit", 1000)
        .get("/cases/v1/organisations/ngo-b/given")
        .then()
        .statusCode(200)
        .body("items.id", hasItems(dialogue, crisis, contact));
  }

  @Test
  void aSituationThatIsDescribedNeedsOneFeatureAndIsHeldAgainstTheLists() {
    String one = siege(village(), null, null, "2021-03-04", OPEN);
    JsonPath found =
        described(
            OWNER,
            """
            {"type":"siege_lifting","triggers":["siege"],"causes":["refusal_of_levies"],
             "terms":[{"issue":"taxation"}],"place":{"id":"ML0507"},"period":{"edtf":"2021-03"},
             "askedFirst":{"side":"community"}}""");
    assertThat(verdicts(found, one))
        .containsEntry("cause", "same")
        .containsEntry("place", "close")
        .containsEntry("level", "not_known");

    refused("{}", "", "nothing-to-compare");
    refused("{\"type\":\"other\",\"levers\":[\"unknown\"]}", "", "nothing-to-compare");
    refused("{\"place\":{\"id\":\"ML\"}}", "", "nothing-to-compare");
    refused("{\"levers\":[\"kinship\",\"magic\"]}", "/levers/1", "unknown-code");
    refused("{\"terms\":[{\"state\":\"agreed\"}]}", "/terms/0/issue", "required");
    refused("{\"place\":{\"id\":\"ML990099\"}}", "/place/id", "unknown-place");
    refused("{\"period\":{\"edtf\":\"2021-13\"}}", "/period/edtf", "date-does-not-exist");
    refused(
        "{\"besiegers\":[{\"actor\":\"" + UUID.randomUUID() + "\"}]}",
        "/besiegers/0/actor",
        "unknown-actor");
    describe(OWNER, "{\"type\":\"siege_lifting\"}", "0").statusCode(400);
    describe(OWNER, "{\"type\":\"siege_lifting\"}", "101").statusCode(400);
    describe(OWNER, "{\"leverage\":[\"kinship\"]}", "10").statusCode(400);
  }

  @Test
  void aCaseThatTellsNothingIsRefusedAndAHiddenOneIsLikeNone() {
    String silent = recorded("cases", "{\"type\":\"other\"," + OPEN + "}");
    as(OWNER)
        .get("/cases/v1/cases/{id}/precedents", silent)
        .then()
        .statusCode(422)
        .body("errors.code", hasItem("nothing-to-compare"));

    String hidden = siege(village(), null, null, "2021-03-04", STRICT);
    for (String id : List.of(hidden, UUID.randomUUID().toString())) {
      as(OTHER)
          .get("/cases/v1/cases/{id}/precedents", id)
          .then()
          .statusCode(404)
          .body("type", equalTo("/problems/not-found"));
    }
  }

  private static void erase(String kind, String id) {
    String etag = as(OWNER).get("/cases/v1/" + kind + "/" + id).header("ETag");
    as(Tokens.protectionOfficer("ngo-a"))
        .header("If-Match", etag)
        .delete("/cases/v1/" + kind + "/" + id)
        .then()
        .statusCode(204);
  }

  private static JsonPath precedents(Tokens reader, String dialogue) {
    return as(reader)
        .queryParam("limit", 100)
        .get("/cases/v1/cases/{id}/precedents", dialogue)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200)
        .header("Cache-Control", "private, no-store")
        .extract()
        .jsonPath();
  }

  private static JsonPath described(Tokens reader, String body) {
    return describe(reader, body, "100").statusCode(200).extract().jsonPath();
  }

  private static ValidatableResponse describe(Tokens reader, String body, String limit) {
    return as(reader).queryParam("limit", limit).body(body).post("/cases/v1/precedents").then();
  }

  private static void refused(String body, String pointer, String code) {
    describe(OWNER, body, "10")
        .log()
        .ifValidationFails()
        .statusCode(422)
        .body("type", equalTo("/problems/invalid"))
        .body("errors.findAll { it.code == '%s' }.pointer".formatted(code), hasItem(pointer));
  }

  private static Map<String, Object> item(JsonPath found, String dialogue) {
    Map<String, Object> item = found.getMap("items.find { it.case == '%s' }".formatted(dialogue));
    assertThat(item).as("precedent " + dialogue).isNotNull();
    return item;
  }

  private static Map<String, String> verdicts(JsonPath found, String dialogue) {
    return list(item(found, dialogue), "features").stream()
        .collect(
            java.util.stream.Collectors.toMap(
                one -> (String) one.get("feature"), one -> (String) one.get("verdict")));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> item, String member) {
    return (List<Map<String, Object>>) item.get(member);
  }

  private static Map<String, Object> without(Map<String, Object> item, String member) {
    var rest = new java.util.LinkedHashMap<>(item);
    rest.remove(member);
    return rest;
  }
}
