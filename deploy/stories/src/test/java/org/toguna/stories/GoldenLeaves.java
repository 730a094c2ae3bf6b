package org.toguna.stories;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of every leaf of the facts: stored in a record, cited as a passage, derived by the
 * registry, an aid of the coder that is never stored, or not representable, with the reason.
 */
final class GoldenLeaves {
  static final String UNACCOUNTED = "unaccounted";
  private final Map<String, List<String>> lines = new TreeMap<>();

  GoldenLeaves(GoldenSource source, JsonNode reasons) {
    for (var leaf : source.leaves()) {
      var record = source.stored().get(leaf);
      if (record == null) {
        because(leaf, reasons);
      } else {
        line("stored", leaf, record);
      }
    }
  }

  private void because(String leaf, JsonNode reasons) {
    for (var kind : reasons.properties()) {
      for (var reason : kind.getValue().properties()) {
        if (leaf.matches(pattern(reason.getKey()))) {
          line(kind.getKey(), leaf, reason.getValue().asText());
          return;
        }
      }
    }
    line(UNACCOUNTED, leaf, "");
  }

  /** One star is one part of a path, two stars are any parts. */
  private static String pattern(String glob) {
    return glob.replace("{", "(?:")
        .replace("}", ")")
        .replace(",", "|")
        .replace("**/", "(?:.+/)?")
        .replace("/**", "/.+")
        .replace("*", "[^/]+");
  }

  private void line(String kind, String leaf, String reason) {
    lines.computeIfAbsent(kind, none -> new ArrayList<>()).add(leaf + " <- " + reason);
  }

  List<String> unaccounted() {
    return lines.getOrDefault(UNACCOUNTED, List.of());
  }

  /** A line for every leaf: its kind, its path, and the record that keeps it or the reason. */
  List<String> all() {
    return lines.entrySet().stream()
        .flatMap(kind -> kind.getValue().stream().map(line -> kind.getKey() + " " + line))
        .toList();
  }

  Map<String, Integer> totals() {
    var totals = new LinkedHashMap<String, Integer>();
    lines.forEach((kind, leaves) -> totals.put(kind, leaves.size()));
    return totals;
  }
}
