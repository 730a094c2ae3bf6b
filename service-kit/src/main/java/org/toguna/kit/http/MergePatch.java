package org.toguna.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.toguna.kit.problems.JsonRefusals;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.values.Flaw;

/** Partial change as RFC 7396 has it: what is named is replaced, null removes, the rest stays. */
public final class MergePatch {

  public static final String MEDIA_TYPE = "application/merge-patch+json";

  private MergePatch() {}

  /** Neither of the two is changed. */
  public static JsonNode apply(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch.deepCopy();
    }
    ObjectNode result =
        target.isObject() ? (ObjectNode) target.deepCopy() : JsonNodeFactory.instance.objectNode();
    for (var change : patch.properties()) {
      if (change.getValue().isNull()) {
        result.remove(change.getKey());
      } else {
        var old = result.get(change.getKey());
        result.set(
            change.getKey(),
            apply(old == null ? JsonNodeFactory.instance.nullNode() : old, change.getValue()));
      }
    }
    return result;
  }

  /**
   * The command that the patch makes of the current one; what does not fit its shape is refused
   * with a pointer, as if it had been sent whole.
   */
  public static <T> T apply(T current, JsonNode patch, Class<T> type, ObjectMapper json) {
    if (!patch.isObject()) {
      throw Refusal.invalid(new Flaw("", "wrong-type", "A merge patch is a JSON object."));
    }
    try {
      return json.treeToValue(apply(json.valueToTree(current), patch), type);
    } catch (JsonProcessingException e) {
      throw JsonRefusals.of(e);
    }
  }
}
