package org.toguna.cases.release;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One record of a random graph, with all that says how finely it may be shown. */
final class Node {
  static final List<String> LEVELS = List.of("country", "adm1", "adm2", "adm3", "village", "site");
  static final List<String> DATES = List.of("year", "month", "day");

  /** What records and their paths are called. */
  enum Kind {
    CRISIS("crises", "since"),
    CASE("cases", null),
    AGREEMENT("agreements", "agreedOn"),
    TERM("terms", null),
    OUTCOME("outcomes", "when"),
    HARM("harms", "when"),
    MEETING("meetings", "when"),
    BREACH("breaches", "when"),
    OBSERVATION("observations", "when"),
    INCIDENT("incidents", "when"),
    STATEMENT("statements", "when"),
    CASE_LINK("case-links", null),
    DOCUMENT("", null); // of a sibling

    final String path;
    final String date;

    Kind(String path, String date) {
      this.path = path;
      this.date = date;
    }
  }

  final Kind kind;
  final ObjectNode state = JsonNodeFactory.instance.objectNode();
  final List<Instant> instants = new ArrayList<>();

  /** What it hangs on or is dated by. */
  final Set<Node> parents = new LinkedHashSet<>();

  /** The documents that it quotes. */
  final Set<Node> quotes = new LinkedHashSet<>();

  String id = "";
  String tlp = "GREEN";
  int place;
  int date;
  boolean kept; // what its content says stays coarse, for whatever reason its kind knows
  boolean everSeen; // by somebody outside

  Node(Kind kind) {
    this.kind = kind;
  }

  ObjectNode marking() {
    ObjectNode marking = state.objectNode();
    marking.put("tlp", tlp).put("finestPlace", LEVELS.get(place));
    return marking.put("finestDate", DATES.get(date));
  }

  /** The finest place that its content alone allows. */
  int floor() {
    return switch (kind) {
      case CRISIS, INCIDENT, AGREEMENT, TERM -> kept ? 1 : 5;
      case HARM -> kept ? 0 : 5;
      case MEETING -> 3;
      default -> 5;
    };
  }

  @Override
  public String toString() {
    return "%s %s (%s, %s, %s%s)"
        .formatted(
            kind, id, tlp, LEVELS.get(place), DATES.get(date), kept ? ", to be kept coarse" : "");
  }
}
