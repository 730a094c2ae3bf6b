package org.toguna.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.toguna.actors.Given.ALICE;
import static org.toguna.actors.Given.actor;
import static org.toguna.actors.Given.as;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.toguna.test.RealParts;

/** The examples that case-service promises are read here, with an actor put in. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "actors"))
class SiblingExamplesTest {
  private static final Path EXAMPLES = Path.of("..", "case-service", "contracts", "events");
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"case", "crisis"})
  void theExampleOfASiblingIsReadAsItStands(String kind) throws IOException {
    String actor = actor(ALICE, "person", "GREEN", "Partie au dialogue");
    ObjectNode event =
        (ObjectNode) JSON.readTree(Files.readString(EXAMPLES.resolve(kind + ".v1.example.json")));
    ObjectNode full = (ObjectNode) event.at("/data/full");
    full.putArray("actors").add(actor);
    event.put("aMemberOfALaterVersion", true);

    Broker.publish("cases." + kind, event.path("id").asText(), 1, event.toString());

    await().until(() -> !caseload(actor).isEmpty());
    JsonNode item = JSON.valueToTree(caseload(actor).getFirst());
    assertThat(item.path("id")).isEqualTo(event.path("id"));
    assertThat(item.path("kind").asText()).isEqualTo(kind);
    assertThat(item.path("type")).isEqualTo(full.path("type"));
    assertThat(item.path(kind.equals("case") ? "stage" : "status"))
        .isEqualTo(full.path(kind.equals("case") ? "stage" : "status"));
  }

  private static List<Object> caseload(String actor) {
    return as(ALICE)
        .get("/actors/v1/actors/" + actor + "/cases")
        .then()
        .statusCode(200)
        .extract()
        .path("items");
  }
}
