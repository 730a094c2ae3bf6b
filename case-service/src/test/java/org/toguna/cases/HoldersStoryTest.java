package org.toguna.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.toguna.cases.Registry.GREEN;
import static org.toguna.cases.Registry.REVIEWER;
import static org.toguna.cases.Registry.aCase;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.patch;
import static org.toguna.cases.Registry.recorded;
import static org.toguna.cases.Registry.village;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** By whatever way a record leaves, its owner learns later who holds it. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class HoldersStoryTest {
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final Map<String, String> records = new LinkedHashMap<>();

  @BeforeEach
  void recordTalks() {
    String place = ",\"place\":{\"id\":\"" + village() + "\"}";
    String crisis =
        recorded(
            "crises",
            "{\"type\":\"siege\",\"status\":\"open\",\"since\":{\"edtf\":\"2026-11\"}"
                + place
                + GREEN
                + "}");
    String dialogue = aCase(",\"crises\":[\"" + crisis + "\"]" + place + GREEN);
    String other = aCase(place + GREEN);
    String on = "{\"case\":\"" + dialogue + "\",";
    records.put("crisis", crisis);
    records.put("case", dialogue);
    records.put(
        "contact",
        recorded(
            "contacts",
            on + "\"status\":\"made\",\"levers\":[{\"type\":\"kinship\"}]" + GREEN + "}"));
    records.put(
        "permission",
        recorded(
            "permissions",
            on
                + "\"status\":\"granted\",\"states\":{\"/grantor\":\"unknown\",\"/grantee\":\"unknown\"}"
                + GREEN
                + "}"));
    records.put(
        "term",
        recorded(
            "terms",
            on
                + "\"issue\":\"religious_rules\",\"nature\":\"rule\",\"movements\":[{\"state\":\"agreed\"}]"
                + GREEN
                + "}"));
    records.put(
        "link",
        recorded(
            "case-links",
            "{\"from\":\"%s\",\"type\":\"grew_out_of\",\"to\":\"%s\"%s}"
                .formatted(dialogue, other, GREEN)));
    records.put("other", other);
  }

  private void leaves(String way, String path, String... told) {
    String organisation = "hold-%s-%s".formatted(way, mark);
    as(Tokens.reader(organisation)).get("/cases/v1/" + path).then().statusCode(200);
    for (String kind : told) {
      assertThat(holders(records.get(kind)))
          .as("%s by %s", kind, path)
          .contains(organisation + " blurred");
    }
  }

  private static List<String> holders(String record) {
    List<Map<String, Object>> items =
        as(REVIEWER)
            .get("/cases/v1/records/" + record + "/holders")
            .then()
            .statusCode(200)
            .extract()
            .path("items");
    return items.stream().map(item -> item.get("organisation") + " " + item.get("view")).toList();
  }

  @Test
  void everyWayInWhichItLeavesIsKept() {
    String dialogue = records.get("case");
    leaves("one", "cases/" + dialogue, "case");
    leaves("list", "terms?about=" + dialogue, "term");
    leaves("history", "crises/" + records.get("crisis") + "/history", "crisis");
    leaves("then", "cases/" + dialogue + "?asOf=2999-01-01T00:00:00Z", "case");
    leaves("board", "board?status=open&limit=1000", "crisis", "case");
    leaves(
        "timeline", "cases/" + dialogue + "/timeline", "case", "crisis", "contact", "permission");
    leaves("genealogy", "cases/" + dialogue + "/genealogy", "case", "link", "other");
    leaves("asks", "cases/" + dialogue + "/asks", "case");
    leaves("ledger", "permission-ledger?case=" + dialogue, "case", "permission");
    leaves("matrix", "term-matrix?case=" + dialogue, "case", "term");
    leaves(
        "precedents",
        "cases/" + dialogue + "/precedents?limit=1",
        "case",
        "crisis",
        "contact",
        "permission",
        "term");
    follows("changes");
  }

  /** A stream says what changes say, by the same way. */
  private void follows(String way) {
    String organisation = "hold-%s-%s".formatted(way, mark);
    String since = null;
    boolean more = true;
    while (more) {
      var request = as(Tokens.reader(organisation)).queryParam("limit", 1000);
      var page =
          (since == null ? request : request.queryParam("since", since))
              .get("/cases/v1/changes")
              .then()
              .statusCode(200)
              .extract();
      since = page.path("next");
      more = page.path("more");
    }
    new ArrayList<>(records.values())
        .forEach(id -> assertThat(holders(id)).contains(organisation + " blurred"));
  }

  @Test
  void whatIsClosedLaterIsToldToThoseWhomItNamesAlone() {
    String crisis = records.get("crisis");
    String organisation = "hold-later-" + mark;
    as(Tokens.reader(organisation)).get("/cases/v1/crises/" + crisis).then().statusCode(200);

    patch("crises", crisis, "{\"marking\":{\"tlp\":\"RED\"}}").statusCode(200);

    as(Tokens.reader(organisation)).get("/cases/v1/crises/" + crisis).then().statusCode(404);
    assertThat(holders(crisis)).contains(organisation + " blurred");
    as(Tokens.protectionOfficer("ngo-a"))
        .get("/cases/v1/records/" + crisis + "/holders")
        .then()
        .statusCode(404);
    as(Tokens.administrator("ngo-a"))
        .get("/cases/v1/organisations/" + organisation + "/given")
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of()));
    as(REVIEWER).get("/cases/v1/organisations/" + organisation + "/given").then().statusCode(403);
  }

  @Test
  void ownReadingsAreNoHolding() {
    as(Tokens.reader("ngo-a")).get("/cases/v1/crises/" + records.get("crisis"));

    assertThat(holders(records.get("crisis"))).noneMatch(held -> held.startsWith("ngo-a"));
  }
}
