package org.toguna.cases.incidents.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Puts what a provider's row says now and an incident that stands together. */
final class Merge {
  /** What a row speaks of; everything else of an incident is its organisation's own. */
  private static final List<String> FIELDS =
      List.of(
          "type",
          "place",
          "position",
          "when",
          "datePrecision",
          "participants",
          "deaths",
          "clarity",
          "sources",
          "sourceCount",
          "externalIds");

  private static final int MOST_READINGS = 200;

  private Merge() {}

  /** Nobody changed the incident since the row before: the new row takes that one's place. */
  static ObjectNode replaced(JsonNode now, JsonNode said) {
    ObjectNode next = now.deepCopy();
    for (String field : FIELDS) {
      set(next, field, said);
    }
    set(next, "readings", said);
    if (said.has("narrative")) {
      set(next, "narrative", said);
    }
    return next;
  }

  /** Somebody changed it: their words stand, and the provider's stand beside them as readings. */
  static ObjectNode beside(JsonNode now, JsonNode said, String reason) {
    ObjectNode next = now.deepCopy();
    ArrayNode readings = next.withArray("/readings");
    for (String field : FIELDS) {
      JsonNode theirs = said.path(field);
      boolean empty =
          theirs.isMissingNode() || theirs.isNull() || theirs.isArray() && theirs.isEmpty();
      if (!empty && !theirs.equals(now.path(field))) {
        ObjectNode reading = next.objectNode();
        reading.put("field", "/" + field);
        reading.set("value", theirs);
        reading.put("status", "conflict").put("reason", reason).putArray("citations");
        add(readings, reading);
      }
    }
    said.path("readings").forEach(reading -> add(readings, reading));
    return next;
  }

  private static void add(ArrayNode readings, JsonNode reading) {
    for (JsonNode other : readings) {
      if (other.path("field").equals(reading.path("field"))
          && other.path("value").equals(reading.path("value"))) {
        return;
      }
    }
    if (readings.size() < MOST_READINGS) {
      readings.add(reading);
    }
  }

  private static void set(ObjectNode next, String field, JsonNode said) {
    if (said.path(field).isMissingNode() || said.path(field).isNull()) {
      next.remove(field);
    } else {
      next.set(field, said.get(field));
    }
  }
}
