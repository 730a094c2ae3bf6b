package org.toguna.stories;

import static org.toguna.stories.RunningStack.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What somebody finds in the registry by the requests of {@code docs/questions.md}. */
final class GoldenRegistry {
  private static final String CASES = "/cases/v1/";
  private static final String ACTORS = "/actors/v1/";
  private final Client asker;
  private final Map<String, String> ids;
  private final Set<String> requests = new TreeSet<>();

  GoldenRegistry(Client asker, Map<String, String> ids) {
    this.asker = asker;
    this.ids = ids;
  }

  /** Every request that was made, each as its path and query. */
  Set<String> requests() {
    return requests;
  }

  JsonNode get(String path) {
    requests.add(path);
    return asker.get(path).expect(200).json();
  }

  List<JsonNode> list(String what, String... filters) {
    return items(CASES, what, filters);
  }

  List<JsonNode> actors(String what, String... filters) {
    return items(ACTORS, what, filters);
  }

  private List<JsonNode> items(String service, String what, String... filters) {
    var all = new String[filters.length + 2];
    System.arraycopy(filters, 0, all, 0, filters.length);
    all[filters.length] = "limit";
    all[filters.length + 1] = "1000";
    return get(service + what + Client.query(all)).path("items").valueStream().toList();
  }

  /** What a part of the registry says of the case that the facts call so. */
  JsonNode ofCase(String name, String part) {
    return get(CASES + "cases/" + id(name) + part);
  }

  /** The crisis that the case is about. */
  JsonNode crisis(String name) {
    return get(CASES + "crises/" + ofCase(name, "").at("/crises/0").asText());
  }

  List<JsonNode> about(String what, String name) {
    return list(what, "about", id(name));
  }

  String id(String name) {
    return ids.getOrDefault(name, "");
  }

  /** What the facts call the record of this id. */
  String called(String id) {
    return ids.entrySet().stream()
        .filter(one -> one.getValue().equals(id))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  /** The name of somebody, or the words for them. */
  String who(JsonNode reference) {
    var actor = reference.path("actor").asText();
    return actor.isEmpty()
        ? reference.path("asStated").asText()
        : get(ACTORS + "actors/" + actor).at("/names/0/text").asText();
  }

  String who(String name) {
    return who(JSON.createObjectNode().put("actor", id(name)));
  }

  /** The district that the place lies in; "not_stated" if that is not known. */
  String district(JsonNode place) {
    var id = place.path("id").asText();
    var unit = id.isEmpty() ? "" : get(CASES + "places/" + id).path("name").asText();
    return unit.isEmpty() ? "not_stated" : unit;
  }

  static Map<String, List<String>> grouped(Map<String, String> one) {
    return one.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getValue,
                LinkedHashMap::new,
                Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
  }
}
