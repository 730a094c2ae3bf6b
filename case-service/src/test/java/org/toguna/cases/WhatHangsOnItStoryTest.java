package org.toguna.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.toguna.cases.Registry.OTHER;
import static org.toguna.cases.Registry.OWNER;
import static org.toguna.cases.Registry.PARTNER;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.green;
import static org.toguna.cases.Registry.openCase;
import static org.toguna.cases.Registry.patch;
import static org.toguna.cases.Registry.read;
import static org.toguna.cases.Registry.recorded;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.toguna.kit.outbox.NamedPersons;
import org.toguna.test.Broker;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/**
 * What hangs on a record that is erased or closed is closed with it, at once for readers and soon
 * after by its own label and event; only those who wrote it keep it.
 */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class WhatHangsOnItStoryTest {
  @Inject NamedPersons persons;

  private static final Tokens OFFICER = Tokens.protectionOfficer("ngo-a");
  private static final String TO_AICHA =
      "{\"marking\":{\"tlp\":\"RED\",\"namedPersons\":[\"ngo-a/aicha\"],\"sharedWith\":null}}";

  @Test
  void whatHangsOnAnErasedCaseIsItsOwnersAlone() {
    String dialogue = openCase();
    String term = recorded("terms", term(dialogue, green("ngo-b")));
    read(PARTNER, "terms", term).statusCode(200);
    read(OTHER, "terms", term).statusCode(200);

    as(OFFICER)
        .header("If-Match", as(OFFICER).get("/cases/v1/cases/{id}", dialogue).header("ETag"))
        .delete("/cases/v1/cases/{id}", dialogue)
        .then()
        .statusCode(204);

    read(PARTNER, "terms", term).statusCode(404);
    read(OTHER, "terms", term).statusCode(404);
    read(OWNER, "terms", term).statusCode(200).body("view", equalTo("full"));
    travelsTo(OWNER, term, "org:ngo-a");
  }

  @Test
  void whatAPartnerHungOnACaseThatWasClosedToThemStaysTheirs() {
    String dialogue = openCase();
    Tokens partner = Tokens.reviewer("ngo-b");
    String term =
        as(partner)
            .body(term(dialogue, green("ngo-c")))
            .post("/cases/v1/terms")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    read(OWNER, "terms", term).statusCode(200);

    patch("cases", dialogue, TO_AICHA).statusCode(200);

    read(OTHER, "terms", term).statusCode(404);
    read(OWNER, "terms", term).statusCode(404);
    read(PARTNER, "terms", term).statusCode(200).body("view", equalTo("full"));
    travelsTo(PARTNER, term, "org:ngo-b", "person:ngo-a/aicha", "person:ngo-a/reviewer-of-ngo-a");
    as(Tokens.protectionOfficer("ngo-b"))
        .header("If-Match", "*")
        .delete("/cases/v1/terms/{id}", term)
        .then()
        .statusCode(204);
  }

  @Test
  void whatItsOwnColleaguesHungOnACaseIsClosedToThemWithIt() {
    String dialogue = openCase();
    String term = recorded("terms", term(dialogue, green("ngo-b")));
    Tokens aicha = Tokens.reviewer("ngo-a").user("aicha").cleared("RED");

    patch("cases", dialogue, TO_AICHA).statusCode(200);

    read(OWNER, "terms", term).statusCode(404);
    read(aicha, "terms", term).statusCode(200);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(seenBy(term))
                    .containsExactlyInAnyOrder(
                        "person:ngo-a/aicha", "person:ngo-a/reviewer-of-ngo-a"));
  }

  @Test
  void whatIsKeptToFewerForNowTravelsUnderAStricterLabel() {
    String meeting =
        recorded(
            "meetings",
            "{\"case\":\"%s\",\"status\":\"planned\",\"when\":{\"edtf\":\"2999-01\"},%s}"
                .formatted(openCase(), green("ngo-b")));

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Broker.last("cases.dialogue", meeting).isPresent());
    assertThat(event("cases.dialogue", meeting).getString("marking.tlp")).isEqualTo("AMBER+STRICT");
    assertThat(Broker.last("cases.dialogue", meeting).orElseThrow().value())
        .doesNotContain("2999")
        .doesNotContain("planned");
  }

  @Test
  void anEventCallsChangedWhatAllItsReadersCanSeeChanging() {
    String dialogue = openCase();
    patch("cases", dialogue, "{\"narrative\":\"He sent word.\"}").statusCode(200);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> event("cases.case", dialogue).getInt("version") == 2);
    assertThat(event("cases.case", dialogue).getList("changed")).isEmpty();
  }

  private void travelsTo(Tokens owner, String term, String... seenBy) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> read(owner, "terms", term).body("marking.tlp", equalTo("AMBER+STRICT")));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(seenBy(term)).containsExactlyInAnyOrder(seenBy));
  }

  /** Whom the event of a term admits; persons are sealed on the broker. */
  private Set<String> seenBy(String term) {
    List<String> seen = event("cases.term", term).getList("audience.seen");
    return persons.opened(Set.copyOf(seen), term);
  }

  private static JsonPath event(String topic, String id) {
    return JsonPath.from(Broker.last(topic, id).orElseThrow().value());
  }

  private static String term(String dialogue, String marking) {
    return "{\"case\":\"%s\",\"issue\":\"religious_rules\",\"nature\":\"rule\",\"movements\":[{\"state\":\"agreed\"}],%s}"
        .formatted(dialogue, marking);
  }
}
