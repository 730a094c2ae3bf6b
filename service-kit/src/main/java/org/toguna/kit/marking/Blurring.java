package org.toguna.kit.marking;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.toguna.kit.marking.Blur.Blurred;
import org.toguna.kit.marking.Blur.Opening;

/** One walk over one record, from which nothing comes out that no opening admits. */
final class Blurring {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  static final String WITHHELD = "withheld";

  private final Map<PointerPattern, Opening> openings;
  private final List<PointerPattern> closed;
  private final Cut finest;
  private JsonNode saidStates = JSON.objectNode();

  Blurring(Map<PointerPattern, Opening> openings, List<PointerPattern> closed, Cut finest) {
    this.openings = openings;
    this.closed = closed;
    this.finest = finest;
  }

  Blurred record(ObjectNode full, Set<String> envelope) {
    saidStates = full.path("states");
    ObjectNode fields = full.deepCopy();
    fields.remove(envelope);
    return object(fields, JsonPointer.empty(), new PointerPattern(List.of()));
  }

  /** The blurred value, or nothing if there is nothing open about it. */
  private Optional<Blurred> value(JsonNode node, JsonPointer at, PointerPattern pattern) {
    if (node.isNull() || node.isMissingNode()) {
      return Optional.empty();
    }
    return switch (openings.get(pattern)) {
      case null -> Optional.empty();
      case SCALAR ->
          node.isValueNode() ? Optional.of(new Blurred(node, Map.of())) : Optional.empty();
      case PLACE ->
          BlurredPlace.of(node, finest.place()).map(place -> new Blurred(place, Map.of()));
      case DATE -> BlurredDate.of(node, finest.date()).map(date -> new Blurred(date, Map.of()));
      case WITHIN -> {
        Blurred inner =
            node.isArray()
                ? array((ArrayNode) node, at, pattern)
                : node.isObject()
                    ? object((ObjectNode) node, at, pattern)
                    : new Blurred(JSON.objectNode(), Map.of());
        yield inner.json().isEmpty() ? Optional.empty() : Optional.of(inner);
      }
    };
  }

  private Blurred object(ObjectNode node, JsonPointer at, PointerPattern pattern) {
    ObjectNode json = JSON.objectNode();
    Map<String, String> states = new HashMap<>();
    Set<String> names = new LinkedHashSet<>();
    node.fieldNames().forEachRemaining(names::add);
    expected(pattern).forEach(names::add);
    names.remove(PointerPattern.ANY); // a member of that name must not pass for an element
    for (String name : names) {
      PointerPattern member = step(pattern, name);
      JsonPointer place = at.appendProperty(name);
      Optional<Blurred> value = value(node.path(name), place, member);
      value.ifPresent(
          blurred -> {
            json.set(name, blurred.json());
            blurred.states().forEach((p, state) -> states.put(Blurred.pointer(name, p), state));
          });
      if (value.isEmpty()) {
        silence(node.path(name), place, member, pattern.steps().isEmpty())
            .ifPresent(state -> states.put(Blurred.pointer(name, ""), state));
      }
    }
    return new Blurred(json, states);
  }

  /**
   * Why there is nothing: what is closed is withheld whatever it is, what is open says so itself.
   */
  private Optional<String> silence(
      JsonNode node, JsonPointer at, PointerPattern member, boolean top) {
    if (closed.contains(member)) {
      return Optional.of(WITHHELD);
    }
    boolean there = !node.isMissingNode() && !node.isNull() && !(node.isArray() && node.isEmpty());
    if (openings.containsKey(member)) {
      return there
          ? Optional.of(WITHHELD)
          : Optional.ofNullable(saidStates.path(at.toString()).textValue());
    }
    // A member that nobody declared is shown by mistake neither as itself nor as unknown.
    return top && there ? Optional.of(WITHHELD) : Optional.empty();
  }

  private Blurred array(ArrayNode node, JsonPointer at, PointerPattern pattern) {
    PointerPattern each = step(pattern, PointerPattern.ANY);
    Set<Blurred> distinct = new LinkedHashSet<>();
    for (int i = 0; i < node.size(); i++) {
      value(node.get(i), at.appendIndex(i), each).ifPresent(distinct::add);
    }
    List<Blurred> elements = new ArrayList<>(distinct);
    if (openings.get(each) == Opening.PLACE) {
      elements.sort(Comparator.comparing(element -> element.json().toString()));
    }
    ArrayNode json = JSON.arrayNode();
    Map<String, String> states = new HashMap<>();
    for (Blurred element : elements) {
      String index = Integer.toString(json.size());
      json.add(element.json());
      element.states().forEach((p, state) -> states.put(Blurred.pointer(index, p), state));
    }
    return new Blurred(json, states);
  }

  /** Members of which something is to be said even if the record says nothing of them. */
  private List<String> expected(PointerPattern around) {
    int depth = around.steps().size();
    return java.util.stream.Stream.concat(closed.stream(), openings.keySet().stream())
        .filter(pattern -> pattern.steps().size() == depth + 1)
        .filter(pattern -> depth == 0 || around.isPrefixOf(pattern))
        .map(pattern -> pattern.steps().getLast())
        .filter(name -> !name.equals(PointerPattern.ANY))
        .toList();
  }

  private static PointerPattern step(PointerPattern pattern, String name) {
    return pattern.and(new PointerPattern(List.of(name)));
  }
}
