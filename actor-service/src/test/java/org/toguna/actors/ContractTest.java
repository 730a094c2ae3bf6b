package org.toguna.actors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.toguna.actors.Given.ADAMA;
import static org.toguna.actors.Given.ALICE;
import static org.toguna.actors.Given.OUMOU;
import static org.toguna.actors.Given.actor;
import static org.toguna.actors.Given.as;
import static org.toguna.actors.Given.name;
import static org.toguna.actors.Given.post;
import static org.toguna.actors.Given.relation;
import static org.toguna.actors.Given.tlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toguna.kit.contract.PublishedContract;
import org.toguna.test.RealParts;

/** What this service promises in {@code contracts/} is what it serves and publishes. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "actors"))
class ContractTest {
  private static final Path EVENTS = Path.of("contracts", "events");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FIRST = "11111111-1111-4111-8111-111111111111";
  private static final String SECOND = "22222222-2222-4222-8222-222222222222";
  private static final String THIRD = "33333333-3333-4333-8333-333333333333";
  private static final String GREEN = ",\"marking\":{\"tlp\":\"GREEN\"}";

  @Test
  void theOperationsAreThosePublished() {
    PublishedContract.of(Path.of("")).verify();
  }

  @Test
  void theEventOfAnActorIsTheOnePromised() throws IOException {
    String id =
        post(
                ALICE,
                "actors",
                actor(
                    "armed_group",
                    tlp("GREEN"),
                    name("Katiba de l’Exemple", "fr", "main"),
                    name("كتيبة المثال", "ar", "transliteration")))
            .extract()
            .path("id");

    promised("actor", published("actors.actor", id), Map.of(id, FIRST));
  }

  @Test
  void theEventOfARelationIsTheOnePromised() throws IOException {
    String from = actor(ALICE, "person", "GREEN", "Chef d’exemple");
    String to = actor(ALICE, "armed_group", "GREEN", "Groupe d’exemple");
    String id =
        post(
                ALICE,
                "relations",
                relation(
                    from,
                    "member_of",
                    to,
                    GREEN + ",\"note\":\"Said in confidence\",\"since\":{\"edtf\":\"2019\"}"))
            .extract()
            .path("id");

    promised(
        "relation", published("actors.relation", id), Map.of(id, THIRD, from, FIRST, to, SECOND));
  }

  @Test
  void theEventOfAJudgementIsTheOnePromised() throws IOException {
    String one = actor(ALICE, "armed_group", "GREEN", "Bande d’exemple");
    String other = actor(ALICE, "armed_group", "GREEN", "Gens d’exemple");
    String id =
        post(
                ALICE,
                "judgements",
                "{\"one\":\"%s\",\"other\":\"%s\",\"verdict\":\"undecided\",\"reason\":\"Alike\"%s}"
                    .formatted(one, other, GREEN))
            .extract()
            .path("id");

    promised(
        "judgement",
        published("actors.judgement", id),
        Map.of(id, THIRD, one, FIRST, other, SECOND));
  }

  @Test
  void theEventOfAnOrganisationIsTheOnePromised() throws IOException {
    var registered =
        post(
            OUMOU,
            "organisations",
            "{\"shortName\":\"org-example\",\"type\":\"partner\",\"name\":{\"en\":\"Open"
                + " Wells\",\"fr\":\"Puits ouverts\"}}");
    String id = registered.extract().path("id");
    String since = registered.extract().path("since");

    promised(
        "organisation",
        published("actors.organisation", id),
        Map.of(id, FIRST, since, "2026-01-01T00:00:00Z"));
  }

  @Test
  void aboveGreenAnEventCarriesNeitherNamesNorWhatChanged() throws IOException {
    String id = actor(ALICE, "person", "AMBER", "Nom à taire");

    String event = published("actors.actor", id).value();

    assertThat(event).doesNotContain("taire").doesNotContain("names");
    JsonNode json = JSON.readTree(event);
    assertThat(json.at("/data/full/type").asText()).isEqualTo("person");
    assertThat(json.at("/changed")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"person, main", "armed_group, pseudonym"})
  void noEventCarriesANameOfAPerson(String type, String kindOfName) {
    String id =
        post(ALICE, "actors", actor(type, tlp("GREEN"), name("Nom de personne", "fr", kindOfName)))
            .extract()
            .path("id");

    assertThat(published("actors.actor", id).value())
        .contains(type)
        .doesNotContain("Nom de personne")
        .doesNotContain("\"names\"");
  }

  @Test
  void anEventNamesNobodyByItsAudienceOrItsCorrelation() {
    String id =
        as(ALICE)
            .header("X-Request-Id", "for-fatoumata-tembely")
            .body(
                "{\"type\":\"person\",\"names\":[%s],\"marking\":{\"tlp\":\"RED\",\"namedPersons\":[\"ngo-b/fatoumata-tembely\"]}}"
                    .formatted(name("Nom à taire", "fr", "main")))
            .post("/actors/v1/actors")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    var event = published("actors.actor", id);

    assertThat(event + event.value()).doesNotContain("fatoumata").doesNotContain("alice");
    event
        .headers()
        .forEach(header -> assertThat(new String(header.value(), UTF_8)).doesNotContain("fatoum"));
    assertThat(event.headers().lastHeader("ce_correlationid")).isNull();
  }

  @Test
  void anErasedRecordLeavesATombstoneWithItsHeaders() {
    String id = actor(ALICE, "person", "GREEN", "À oublier");
    published("actors.actor", id);

    as(ADAMA).header("If-Match", "*").delete("/actors/v1/actors/" + id).then().statusCode(204);

    await()
        .until(
            () -> Broker.last("actors.actor", id).filter(last -> last.value() == null).isPresent());
    assertThat(header(Broker.last("actors.actor", id).orElseThrow(), "ce_aggregateversion"))
        .isEqualTo("2");
  }

  private static ConsumerRecord<String, String> published(String topic, String id) {
    return await().until(() -> Broker.last(topic, id), Optional::isPresent).orElseThrow();
  }

  private static String header(ConsumerRecord<String, String> event, String name) {
    return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  /** Valid under its schema, and but for what differs each time the example that siblings read. */
  private static void promised(
      String kind, ConsumerRecord<String, String> event, Map<String, String> stable)
      throws IOException {
    assertThat(header(event, "ce_type")).isEqualTo("org.toguna." + kind + ".recorded.v1");
    assertThat(header(event, "ce_source")).isEqualTo("/actor-service");
    assertThat(header(event, "ce_subject")).isEqualTo(event.key());
    assertThat(header(event, "ce_aggregateversion")).isEqualTo("1");
    assertThat(header(event, "ce_marking")).isEqualTo("GREEN");
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(Files.readString(EVENTS.resolve(kind + ".v1.schema.json")));
    assertThat(schema.validate(JSON.readTree(event.value()))).isEmpty();
    String said = event.value();
    for (var entry : stable.entrySet()) {
      said = said.replace(entry.getKey(), entry.getValue());
    }
    Path example = EVENTS.resolve(kind + ".v1.example.json");
    if (!Files.exists(example)
        || !System.getProperty("toguna.contract", "compare").equals("compare")) {
      Files.writeString(
          example,
          JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(said)) + "\n");
    }
    assertThat(JSON.readTree(said)).isEqualTo(JSON.readTree(Files.readString(example)));
  }
}
