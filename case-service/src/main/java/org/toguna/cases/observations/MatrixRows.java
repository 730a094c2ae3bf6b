package org.toguna.cases.observations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.terms.Movements;

/** Lays terms and observations out as a matrix; whatever it is given, its reader may see. */
final class MatrixRows {
  private static final Comparator<JsonNode> BY_TIME =
      Comparator.<JsonNode, String>comparing(seen -> seen.path("when").path("from").asText(""))
          .thenComparing(seen -> seen.path("when").path("to").asText(""))
          .thenComparing(seen -> seen.path("updatedAt").asText(""));

  private static final int UNKNOWN = 4;

  private MatrixRows() {}

  static List<TermMatrix.Row> of(List<ObjectNode> terms, List<ObjectNode> observations) {
    Map<String, List<ObjectNode>> ofTerm = new HashMap<>();
    observations.stream()
        .sorted(BY_TIME)
        .forEach(
            seen ->
                ofTerm
                    .computeIfAbsent(seen.path("term").asText(), none -> new ArrayList<>())
                    .add(seen));
    Map<String, List<ObjectNode>> byIssue = new TreeMap<>();
    terms.forEach(
        term ->
            byIssue
                .computeIfAbsent(term.path("issue").asText(), none -> new ArrayList<>())
                .add(term));
    var rows = new ArrayList<TermMatrix.Row>();
    byIssue.forEach((issue, same) -> rows.add(row(issue, same, ofTerm)));
    return rows;
  }

  private static TermMatrix.Row row(
      String issue, List<ObjectNode> terms, Map<String, List<ObjectNode>> observations) {
    Map<String, Integer> states = new HashMap<>();
    Map<String, Integer> reasons = new TreeMap<>();
    var compliance = new int[5];
    var enforcement = new int[5];
    var lines = new ArrayList<TermMatrix.Line>();
    for (ObjectNode term : terms) {
      known(term).forEach(state -> states.merge(state, 1, Integer::sum));
      TermMatrix.Line line =
          line(term, observations.getOrDefault(term.path("id").asText(), List.of()));
      lines.add(line);
      line.observations().stream()
          .map(TermMatrix.Seen::reason)
          .filter(java.util.Objects::nonNull)
          .forEach(reason -> reasons.merge(reason, 1, Integer::sum));
      Scale.of(term)
          .ifPresent(
              scale ->
                  (scale == Scale.COMPLIANCE ? compliance : enforcement)[level(line, scale)]++);
    }
    return new TermMatrix.Row(
        issue,
        terms.size(),
        states.getOrDefault("demanded", 0),
        states.getOrDefault("offered", 0),
        states.getOrDefault("agreed", 0),
        states.getOrDefault("partly_agreed", 0),
        states.getOrDefault("refused", 0),
        states.getOrDefault("imposed", 0),
        states.getOrDefault("withdrawn", 0),
        states.getOrDefault("lapsed", 0),
        states.getOrDefault("unknown", 0),
        levels(compliance),
        levels(enforcement),
        reasons.entrySet().stream()
            .map(reason -> new TermMatrix.Reason(reason.getKey(), reason.getValue()))
            .toList(),
        lines);
  }

  /** The states that a term came into; unknown, and nothing else, where none is told. */
  private static Set<String> known(ObjectNode term) {
    Set<String> states = new HashSet<>();
    term.path("movements").forEach(movement -> states.add(movement.path("state").asText()));
    states.remove("unknown");
    return states.isEmpty() ? Set.of("unknown") : states;
  }

  /**
   * The level last observed, or the place of the unknown, which is no level: who looked last and
   * could not tell leaves what was seen before in the past.
   */
  private static int level(TermMatrix.Line line, Scale scale) {
    @Nullable Integer level =
        line.observations().isEmpty() ? null : line.observations().getLast().on(scale);
    return level == null ? UNKNOWN : level;
  }

  private static TermMatrix.Levels levels(int[] counts) {
    return new TermMatrix.Levels(counts[0], counts[1], counts[2], counts[3], counts[4]);
  }

  private static TermMatrix.Line line(ObjectNode term, List<ObjectNode> observations) {
    String dialogue = term.path("case").textValue();
    return new TermMatrix.Line(
        UUID.fromString(term.path("id").asText()),
        dialogue == null ? null : UUID.fromString(dialogue),
        term.path("nature").textValue(),
        Movements.latestState(term.path("movements")),
        observations.stream().map(MatrixRows::seen).toList());
  }

  private static TermMatrix.Seen seen(ObjectNode observation) {
    return new TermMatrix.Seen(
        UUID.fromString(observation.path("id").asText()),
        observation.get("when"),
        level(observation.get("compliance")),
        level(observation.get("enforcement")),
        observation.path("reason").textValue());
  }

  private static @Nullable Integer level(@Nullable JsonNode level) {
    return level == null || level.isNull() ? null : level.asInt();
  }
}
