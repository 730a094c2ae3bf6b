package org.toguna.stories;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.toguna.stories.RunningStack.JSON;
import static org.toguna.stories.RunningStack.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The real reports, the real gazetteer and the actors that were read from the reports by hand. They
 * lie beside the repository and are never part of it.
 */
final class Seeds {
  private Seeds() {}

  /** Skips the story where nothing lies beside the repository. */
  static Path file(String relative) {
    for (var above = stack().workingCopy(); above != null; above = above.getParent()) {
      if (Files.isDirectory(above.resolve("shared/seeds"))) {
        return above.resolve("shared").resolve(relative);
      }
    }
    assumeTrue(false, "no ../shared beside the repository");
    throw new IllegalStateException();
  }

  static String text(String relative) {
    try {
      return Files.readString(file(relative));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Records the persons and groups of the golden facts, and answers with their ids. */
  static Map<String, String> recordActors(Client reviewer) {
    var ids = new LinkedHashMap<String, String>();
    try {
      var facts = new YAMLMapper().readTree(text("golden/seed_facts.yaml"));
      for (var list : List.of("persons", "groups")) {
        for (var fact : facts.path(list)) {
          var answer = reviewer.post("/actors/v1/actors", actor(fact, list).toString());
          ids.put(fact.path("id").asText(), answer.expect(201).id());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ids;
  }

  static ObjectNode actor(JsonNode fact, String list) {
    var actor = JSON.createObjectNode();
    var person = list.equals("persons");
    actor.put("type", person ? "person" : fact.path("type").asText("ngo"));
    var name = fact.path("name").asText();
    var names = actor.putArray("names");
    if (isName(name) && !fact.has("placeholder")) {
      var pseudonym = fact.path("pseudonym").asBoolean();
      names.addObject().put("text", name).put("type", pseudonym ? "pseudonym" : "main");
      for (var alias : fact.path("aliases")) {
        var text = alias.asText();
        var acronym = text.equals(text.toUpperCase(java.util.Locale.ROOT));
        names.addObject().put("text", text).put("type", acronym ? "acronym" : "alias");
      }
    } else {
      actor.put("placeholder", "unnamed");
      names.addObject().put("text", described(fact, name)).put("type", "description");
    }
    return actor;
  }

  /** What a source says instead of a name is a description. */
  private static boolean isName(String name) {
    return !name.equals("unnamed") && name.length() < 50 && !name.contains("'s ");
  }

  private static String described(JsonNode fact, String name) {
    if (!name.equals("unnamed")) {
      return name;
    }
    var roles = new ArrayList<String>();
    fact.path("roles").forEach(role -> roles.add(role.asText()));
    return String.join(", ", roles);
  }
}
