package org.toguna.kit.marking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A place reference as blurred readers get it: the unit itself if it is coarse enough, or else the
 * finest unit around it that is.
 *
 * <p>The outcome has the same form in both cases, so that it does not tell whether there is
 * something finer. A unit is known by its id in the gazetteer: a name, a level or coordinates
 * without one are words of whoever wrote them, and stay behind.
 */
final class BlurredPlace {
  private static final List<String> OF_A_UNIT = List.of("id", "level", "name", "lat", "lon");

  private BlurredPlace() {}

  /** Nothing if it is no place, or if no unit around it is known that is coarse enough. */
  static Optional<ObjectNode> of(JsonNode place, PlaceLevel finest) {
    return shown(place, finest)
        .map(
            unit -> {
              ObjectNode json = unit(unit);
              around(place, unit, json);
              return json;
            });
  }

  private static Optional<JsonNode> shown(JsonNode place, PlaceLevel finest) {
    if (level(place).filter(level -> !level.finerThan(finest)).isPresent()) {
      return Optional.of(place);
    }
    return StreamSupport.stream(place.path("within").spliterator(), false)
        .filter(unit -> level(unit).filter(level -> !level.finerThan(finest)).isPresent())
        .max(Comparator.comparing(unit -> level(unit).orElseThrow()));
  }

  private static void around(JsonNode place, JsonNode shown, ObjectNode json) {
    PlaceLevel own = level(shown).orElseThrow();
    ArrayNode within = JsonNodeFactory.instance.arrayNode();
    for (JsonNode unit : place.path("within")) {
      if (level(unit).filter(own::finerThan).isPresent()) {
        within.add(unit(unit));
      }
    }
    if (!within.isEmpty()) {
      json.set("within", within);
    }
  }

  private static ObjectNode unit(JsonNode unit) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (String member : OF_A_UNIT) {
      JsonNode value = unit.path(member);
      if (value.isValueNode() && !value.isNull()) {
        json.set(member, value);
      }
    }
    return json;
  }

  private static Optional<PlaceLevel> level(JsonNode unit) {
    return unit.path("id").isTextual()
        ? PlaceLevel.named(unit.path("level").asText())
        : Optional.empty();
  }
}
