package org.toguna.kit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What in a newer contract would break a client that was written for the older one. */
public final class BreakingChanges {

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");

  private final List<String> found = new ArrayList<>();

  private BreakingChanges() {}

  public static List<String> between(JsonNode before, JsonNode after) {
    var changes = new BreakingChanges();
    before
        .path("paths")
        .properties()
        .forEach(p -> changes.path(p.getKey(), p.getValue(), after.path("paths").path(p.getKey())));
    var schemas = after.path("components").path("schemas");
    before
        .path("components")
        .path("schemas")
        .properties()
        .forEach(s -> changes.schema(s.getKey(), s.getValue(), schemas.path(s.getKey())));
    return List.copyOf(changes.found);
  }

  private void path(String path, JsonNode before, JsonNode after) {
    before
        .properties()
        .forEach(
            operation -> {
              if (METHODS.contains(operation.getKey())) {
                operation(
                    operation.getKey().toUpperCase(Locale.ROOT) + " " + path,
                    operation.getValue(),
                    after.path(operation.getKey()));
              }
            });
  }

  private void operation(String name, JsonNode before, JsonNode after) {
    if (after.isMissingNode()) {
      found.add(name + " is gone");
      return;
    }
    var old = parameters(before);
    var now = parameters(after);
    old.keySet().stream()
        .filter(parameter -> !now.containsKey(parameter))
        .forEach(parameter -> found.add("%s: parameter %s is gone".formatted(name, parameter)));
    now.forEach(
        (parameter, node) -> {
          boolean was = old.containsKey(parameter) && required(old.get(parameter));
          if (required(node) && !was) {
            found.add("%s: parameter %s is now required".formatted(name, parameter));
          }
        });
    before
        .path("responses")
        .properties()
        .forEach(
            response -> {
              var status = response.getKey();
              if (status.startsWith("2") && !after.path("responses").has(status)) {
                found.add("%s no longer answers %s".formatted(name, status));
              }
            });
  }

  private static boolean required(JsonNode parameter) {
    return parameter.path("required").asBoolean(false);
  }

  private static Map<String, JsonNode> parameters(JsonNode operation) {
    var parameters = new LinkedHashMap<String, JsonNode>();
    operation
        .path("parameters")
        .forEach(p -> parameters.put(p.path("in").asText() + " " + p.path("name").asText(), p));
    return parameters;
  }

  private void schema(String name, JsonNode before, JsonNode after) {
    if (after.isMissingNode()) {
      found.add("schema %s is gone".formatted(name));
      return;
    }
    if (!before.path("type").equals(after.path("type"))) {
      found.add("schema %s is no longer %s".formatted(name, before.path("type")));
    }
    missing(texts(before.path("enum")), texts(after.path("enum")))
        .forEach(value -> found.add("schema %s no longer knows %s".formatted(name, value)));
    missing(texts(after.path("required")), texts(before.path("required")))
        .forEach(member -> found.add("schema %s: %s is now required".formatted(name, member)));
    before
        .path("properties")
        .properties()
        .forEach(
            member ->
                schema(
                    name + "." + member.getKey(),
                    member.getValue(),
                    after.path("properties").path(member.getKey())));
  }

  private static Set<String> missing(Set<String> wanted, Set<String> there) {
    var missing = new TreeSet<>(wanted);
    missing.removeAll(there);
    return missing;
  }

  private static Set<String> texts(JsonNode array) {
    var texts = new TreeSet<String>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
