package org.toguna.stories;

import static org.toguna.stories.RunningStack.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody, some place and some time as the facts say it, in the registry's words. */
final class GoldenValues {
  private final Client reviewer;
  private final JsonNode facts;
  private final Map<String, String> ids;
  private final Map<String, String> units = new LinkedHashMap<>();

  GoldenValues(Client reviewer, JsonNode facts, Map<String, String> ids) {
    this.reviewer = reviewer;
    this.facts = facts;
    this.ids = ids;
  }

  /** An actor of the facts, and what is said beside its name; anybody else in the facts' words. */
  JsonNode actor(JsonNode said) {
    if (said.isMissingNode()) {
      return said;
    }
    var words = said.asText();
    var first = words.split("[ (]", 2)[0];
    var id = ids.getOrDefault(words, ids.get(first));
    var somebody = JSON.createObjectNode();
    if (id != null) {
      somebody.put("actor", id);
    }
    if (id == null || !words.equals(first)) {
      somebody.put("asStated", words);
    }
    return somebody;
  }

  /** The unit that the facts name; what lies within it stays unnamed where they keep its name. */
  JsonNode place(JsonNode said) {
    if (said.isMissingNode()) {
      return said;
    }
    var place = JSON.createObjectNode();
    var known = known(said.asText());
    var named = known;
    while (named != null && !named.path("named").asBoolean(true)) {
      named = known(named.path("within").asText());
    }
    if (named == null) {
      return place.put("asStated", said.asText());
    }
    var unit = units.computeIfAbsent(named.path("id").asText(), id -> unit(known(id)));
    if (!unit.isEmpty()) {
      place.put("id", unit);
    }
    var hidden = known != named || said.asText().contains("unnamed");
    if (hidden) {
      place.put("unnamed", true);
    }
    near(known).ifPresent(words -> place.put("near", words));
    return place.put("asStated", hidden ? words(known, said) : named.path("name").asText());
  }

  /** The facts say it in the name of a member without a value: "near L-1". */
  private Optional<String> near(@Nullable JsonNode place) {
    return Stream.ofNullable(place)
        .flatMap(JsonNode::propertyStream)
        .map(Map.Entry::getKey)
        .filter(member -> member.startsWith("near "))
        .map(member -> member.substring("near ".length()))
        .map(
            other -> {
              var entry = known(other);
              return entry == null ? other : entry.path("name").asText(entry.path("what").asText());
            })
        .findAny();
  }

  private static String words(@Nullable JsonNode known, JsonNode said) {
    return known == null || !known.path("id").asText().equals(said.asText())
        ? said.asText()
        : known.path("what").asText(known.path("level").asText());
  }

  private @Nullable JsonNode known(String words) {
    for (var place : facts.path("places")) {
      var name = place.path("name").asText();
      if (place.path("id").asText().equals(words)
          || !name.isEmpty() && words.matches(".*\\b" + name + " (district|region)\\b.*")) {
        return place;
      }
    }
    return null;
  }

  private String unit(@Nullable JsonNode place) {
    if (place == null) {
      return "";
    }
    var level = place.path("level").asText().startsWith("district") ? "adm2" : "adm1";
    return reviewer
        .get("/cases/v1/places", "q", place.path("name").asText(), "level", level)
        .expect(200)
        .json()
        .path("items")
        .path(0)
        .at("/entry/id")
        .asText();
  }

  /** Bounds as they are; words that give none stay words. */
  JsonNode date(JsonNode said) {
    if (said.isMissingNode()) {
      return said;
    }
    var date = JSON.createObjectNode();
    if (said.isTextual()) {
      return date.put("asStated", said.asText());
    }
    put(date, "asStated", said.path("as_stated"));
    put(date, "from", said.path("bounds").path(0));
    put(date, "to", said.path("bounds").path(1));
    if (said.has("basis") && said.path("basis").asText().matches("stated|derived|inferred")) {
      put(date, "basis", said.path("basis"));
    }
    return date.isEmpty() ? MissingNode.getInstance() : date;
  }

  /** "2020-2021" as the years that it names. */
  JsonNode years(String said) {
    var years = said.split("-");
    return JSON.createObjectNode()
        .put("asStated", said)
        .put("from", years[0] + "-01-01")
        .put("to", years[years.length - 1] + "-12-31");
  }

  private static void put(ObjectNode date, String member, JsonNode value) {
    if (value.isTextual()) {
      date.put(member, value.asText());
    }
  }
}
