package org.toguna.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toguna.actors.Given.as;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** The shipped samples are taken as they stand, each by the member who records it. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "actors"))
class SamplesTest {
  private static final Path SAMPLES =
      Path.of("..", "deploy", "local", "src", "main", "resources", "samples");
  private static final YAMLMapper YAML = new YAMLMapper();

  @Test
  void everySampleActorAndTieIsAccepted() throws IOException {
    JsonNode actors =
        YAML.readTree(Files.readString(SAMPLES.resolve("actors.yaml"))).path("actors");
    Map<String, String> ids = new HashMap<>();
    for (JsonNode actor : actors) {
      ObjectNode body = YAML.createObjectNode();
      for (String member :
          List.of("type", "placeholder", "pseudonym", "names", "place", "marking")) {
        if (actor.has(member)) {
          body.set(member, actor.get(member));
        }
      }
      if (actor.has("socialRole")) {
        body.putArray("roles").addObject().set("role", actor.get("socialRole"));
      }
      ids.put(actor.path("key").asText(), posted(actor, "actors", body));
    }
    for (JsonNode actor : actors) {
      for (JsonNode tie : actor.path("relations")) {
        ObjectNode body = YAML.createObjectNode();
        body.set("type", tie.get("type"));
        body.put("from", ids.get(actor.path("key").asText()));
        body.put("to", ids.get(tie.path("to").asText()));
        if (tie.has("from")) {
          body.set("since", tie.get("from"));
        }
        if (tie.has("asStated")) {
          body.set("asStated", tie.get("asStated"));
        }
        body.set("marking", actor.path("marking"));
        posted(actor, "relations", body);
      }
    }
    assertThat(ids).isNotEmpty();
  }

  private static String posted(JsonNode actor, String path, ObjectNode body) throws IOException {
    var answer = as(recorder(actor)).body(body.toString()).post("/actors/v1/" + path);
    assertThat(answer.statusCode())
        .as(() -> body + " was answered " + answer.asString())
        .isEqualTo(201);
    return answer.path("id");
  }

  private static Tokens recorder(JsonNode actor) throws IOException {
    String organisation = actor.at("/recordedBy/organisation").asText();
    String user = actor.at("/recordedBy/user").asText();
    JsonNode organisations =
        YAML.readTree(Files.readString(SAMPLES.resolve("organisations.yaml")))
            .path("organisations");
    for (JsonNode one : organisations) {
      for (JsonNode member : one.path("users")) {
        if (one.path("id").asText().equals(organisation)
            && member.path("name").asText().equals(user)) {
          return Tokens.as(member.at("/roles/0").asText(), organisation)
              .user(user)
              .cleared(member.path("clearance").asText());
        }
      }
    }
    throw new AssertionError("organisations.yaml does not know " + organisation + "/" + user);
  }
}
