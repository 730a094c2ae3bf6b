package org.toguna.cases.anomalies;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.ReadingStatus;

/**
 * What became of a reading, and why. If it is accepted the record follows it, and what stood there
 * before stays as a reading in conflict with it.
 */
@Schema(name = "ReadingResolution", description = "What became of a reading, and why.")
record Resolution(
    @Nullable ReadingStatus status,
    @Schema(description = "Why; kept with the reading and with the version", maxLength = 1000)
        @Nullable String reason) {
  private static final String READINGS = "readings";

  /**
   * The state in which the reading at that position has become what this says.
   *
   * @throws Refusal if there is none, or no reason is given
   */
  JsonNode of(JsonNode present, int position) {
    if (status == null) {
      throw flaw("/status", "Say accepted, conflict, work_needed or issue.");
    }
    if (reason == null || reason.isBlank()) {
      throw flaw("/reason", "Say why; whoever reads it next will ask.");
    }
    ObjectNode state = present.deepCopy();
    if (position < 0 || position >= state.path(READINGS).size()) {
      throw Refusal.notFound();
    }
    ArrayNode readings = state.withArray(READINGS);
    ObjectNode reading = (ObjectNode) readings.get(position);
    if (status == ReadingStatus.accepted) {
      follow(state, readings, reading);
    }
    reading.put("status", status.name()).put("reason", reason);
    return state;
  }

  private static void follow(ObjectNode state, ArrayNode readings, ObjectNode preferred) {
    String field = preferred.path("field").asText();
    JsonPointer at = JsonPointer.compile(field);
    JsonNode before = state.at(at);
    boolean kept =
        before.isMissingNode() || before.isNull() || before.equals(preferred.path("value"));
    for (JsonNode other : readings) {
      boolean sameField = other.path("field").asText().equals(field);
      kept |= sameField && other.path("value").equals(before);
      if (sameField && other.path("status").asText().equals("accepted")) {
        ((ObjectNode) other).put("status", ReadingStatus.conflict.name());
      }
    }
    if (!kept) {
      readings
          .addObject()
          .put("field", field)
          .put("status", ReadingStatus.conflict.name())
          .put("reason", "The record followed this before another reading was accepted.")
          .set("value", before);
    }
    set(state, at, preferred.path("value"));
    if (state.path("states") instanceof ObjectNode states) {
      states.remove(field);
    }
  }

  private static void set(ObjectNode state, JsonPointer at, JsonNode value) {
    String member = at.last().getMatchingProperty();
    switch (state.at(at.head())) {
      case ObjectNode around -> around.set(member, value.deepCopy());
      case ArrayNode list
          when at.last().getMatchingIndex() >= 0 && at.last().getMatchingIndex() < list.size() ->
          list.set(at.last().getMatchingIndex(), value.deepCopy());
      default ->
          throw flaw(
              "/status",
              "The record has no field %s to follow this reading with. Correct the record first."
                  .formatted(at));
    }
  }

  private static Refusal flaw(String pointer, String remedy) {
    return Refusal.invalid(new Flaw(pointer, "required", remedy));
  }
}
