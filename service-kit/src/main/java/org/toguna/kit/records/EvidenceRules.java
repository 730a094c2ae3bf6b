package org.toguna.kit.records;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Readings;
import org.toguna.kit.values.States;

/** What citations, states and readings of a record must obey, whatever its kind. */
final class EvidenceRules {
  private static final JsonPointer ROOT = JsonPointer.empty();

  private EvidenceRules() {}

  static List<Flaw> flaws(JsonNode json, Evidenced state) {
    var flaws = new ArrayList<Flaw>();
    for (int i = 0; i < state.citations().size(); i++) {
      JsonPointer at = ROOT.appendProperty("citations").appendIndex(i);
      flaws.addAll(state.citations().get(i).flaws(at));
      cited(json, state.citations().get(i).field(), at.appendProperty("field"), flaws);
    }
    flaws.addAll(Readings.flaws(state.readings(), state.citations().size()));
    flaws.addAll(States.flaws(json, state.states()));
    return flaws;
  }

  /** A citation supports a field that is there, or one whose state is stated. */
  private static void cited(JsonNode json, String field, JsonPointer at, List<Flaw> flaws) {
    boolean known;
    try {
      known =
          !json.at(JsonPointer.compile(field)).isMissingNode() || json.path("states").has(field);
    } catch (IllegalArgumentException noPointer) {
      known = false;
    }
    if (!known) {
      flaws.add(
          Flaw.at(
              at,
              "no-such-field",
              "This record has no field %s, nor a state for it.".formatted(field)));
    }
  }

  /** Where a value stands, for a flaw about it; the whole record if nowhere. */
  static JsonPointer pointerTo(JsonNode json, String value) {
    return pointerTo(json, value, ROOT);
  }

  private static JsonPointer pointerTo(JsonNode json, String value, JsonPointer at) {
    if (json.isObject()) {
      for (var member : json.properties()) {
        JsonPointer found = pointerTo(member.getValue(), value, at.appendProperty(member.getKey()));
        if (!found.equals(ROOT)) {
          return found;
        }
      }
    } else if (json.isArray()) {
      for (int i = 0; i < json.size(); i++) {
        JsonPointer found = pointerTo(json.get(i), value, at.appendIndex(i));
        if (!found.equals(ROOT)) {
          return found;
        }
      }
    } else if (json.asText().equals(value)) {
      return at;
    }
    return ROOT;
  }
}
