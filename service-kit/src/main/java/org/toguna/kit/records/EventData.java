package org.toguna.kit.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;

/** What an event carries: named members of a view and nothing that was not named. */
public final class EventData {
  private EventData() {}

  /** Top-level members, where the view has them. */
  public static ObjectNode of(ObjectNode view, String... pointers) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    for (String pointer : pointers) {
      JsonNode value = view.at(pointer);
      if (!value.isMissingNode()) {
        data.set(pointer.substring(1), value.deepCopy());
      }
    }
    return data;
  }

  /** The distinct ids found anywhere under members of that name, in a stable order. */
  public static ArrayNode ids(JsonNode view, String member) {
    var ids = new TreeSet<String>();
    view.findValues(member).stream()
        .filter(JsonNode::isTextual)
        .forEach(id -> ids.add(id.asText()));
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    ids.forEach(array::add);
    return array;
  }
}
