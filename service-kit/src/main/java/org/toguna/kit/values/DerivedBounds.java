package org.toguna.kit.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bounds that nobody stated go where the expression goes that they were derived from. Which were
 * derived shows: they are what the expression says. Bounds that somebody stated stay, and if they
 * contradict a new expression, that is for whoever sends it to settle.
 */
public final class DerivedBounds {
  private static final List<String> SIDES = List.of("from", "to");
  private static final String EXPRESSION = "edtf";

  /** Kept exactly as stated, whatever becomes of the record. */
  private static final String READINGS = "readings";

  private static final Set<String> PARTS_OF_A_DATE =
      Set.of(EXPRESSION, "from", "to", "asStated", "basis", "because");

  private DerivedBounds() {}

  /**
   * A merge patch that takes away the bounds which go with the expressions that it replaces, in
   * dates at any depth.
   *
   * @param present what it will be applied to; neither of the two is changed
   */
  public static JsonNode follow(JsonNode present, JsonNode patch) {
    JsonNode following = patch.deepCopy();
    patch(present, following);
    return following;
  }

  private static void patch(JsonNode present, JsonNode patch) {
    if (!(patch instanceof ObjectNode change) || !present.isObject()) {
      return;
    }
    replaced(present, change)
        .ifPresent(
            before ->
                SIDES.stream()
                    .filter(side -> !change.has(side) && isDerived(present, side, before))
                    .forEach(change::putNull));
    for (var member : change.properties()) {
      JsonNode next = member.getValue();
      if (next.isObject()) {
        patch(present.path(member.getKey()), next);
      } else if (!member.getKey().equals(READINGS)) {
        whole(present.path(member.getKey()), next);
      }
    }
  }

  /** An array is replaced whole, so bounds come back in it that were told with the record. */
  private static void whole(JsonNode before, JsonNode after) {
    if (after.isArray() && before.isArray()) {
      for (int i = 0; i < after.size(); i++) {
        whole(counterpart(before, after, i), after.get(i));
      }
    } else if (after instanceof ObjectNode date && before.isObject()) {
      replaced(before, date)
          .ifPresent(
              said ->
                  SIDES.stream()
                      .filter(side -> isDerived(before, side, said))
                      .filter(side -> Objects.equals(before.get(side), date.get(side)))
                      .forEach(date::remove));
      date.properties().forEach(one -> whole(before.path(one.getKey()), one.getValue()));
    }
  }

  /**
   * What an element was before: at its place, or, where the array has grown, whatever its place.
   */
  private static JsonNode counterpart(JsonNode before, JsonNode after, int at) {
    if (before.size() == after.size()) {
      return before.get(at);
    }
    JsonNode wanted = undated(after.get(at));
    for (JsonNode one : before) {
      if (undated(one).equals(wanted)) {
        return one;
      }
    }
    return before.path(before.size());
  }

  private static JsonNode undated(JsonNode node) {
    JsonNode bare = node.deepCopy();
    strip(bare);
    return bare;
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object && object.has(EXPRESSION)) {
      object.remove(PARTS_OF_A_DATE);
    }
    node.forEach(DerivedBounds::strip);
  }

  /** The expression that a date had before, if this gives it another one or none. */
  private static Optional<Edtf> replaced(JsonNode before, ObjectNode change) {
    JsonNode said = before.path(EXPRESSION);
    return said.isTextual() && change.has(EXPRESSION) && !change.get(EXPRESSION).equals(said)
        ? read(said.asText())
        : Optional.empty();
  }

  private static boolean isDerived(JsonNode date, String side, Edtf said) {
    var bound = side.equals("from") ? said.from() : said.to();
    return bound != null && bound.toString().equals(text(date.path(side)));
  }

  private static @Nullable String text(JsonNode node) {
    return node.textValue();
  }

  private static Optional<Edtf> read(String text) {
    try {
      return Optional.of(Edtf.of(text));
    } catch (NotADate e) {
      return Optional.empty();
    }
  }
}
