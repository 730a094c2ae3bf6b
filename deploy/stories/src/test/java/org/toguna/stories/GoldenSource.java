package org.toguna.stories;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Facts that were read by hand, as a tree; it remembers which of its leaves went where. Paths are
 * those of the facts, parts separated by slashes.
 */
final class GoldenSource {
  /** What is asked of the facts, beside them: it has passages, and is no fact itself. */
  private static final String QUESTIONS = "questions/";

  private final JsonNode facts;
  private final Map<String, String> stored = new LinkedHashMap<>();

  GoldenSource(JsonNode facts) {
    this.facts = facts;
  }

  /** What stands there; missing if nothing does. */
  JsonNode at(String path) {
    JsonNode node = facts;
    for (var part : path.split("/")) {
      if (!part.isEmpty()) {
        node = node.isArray() ? node.path(index(part)) : node.path(part);
      }
    }
    return node;
  }

  /** What stands there, which a record of this name keeps. */
  JsonNode take(String path, String record) {
    var found = at(path);
    leaves(found, path).forEach(leaf -> stored.putIfAbsent(leaf, record));
    return found;
  }

  /** Which record keeps each leaf that was taken. */
  Map<String, String> stored() {
    return stored;
  }

  List<String> leaves() {
    return leaves(facts, "").stream().filter(leaf -> !leaf.startsWith(QUESTIONS)).toList();
  }

  private static List<String> leaves(JsonNode node, String path) {
    var found = new ArrayList<String>();
    if (node.isObject()) {
      node.properties()
          .forEach(member -> found.addAll(leaves(member.getValue(), below(path, member.getKey()))));
    } else if (node.isArray()) {
      for (var i = 0; i < node.size(); i++) {
        found.addAll(leaves(node.get(i), below(path, "" + i)));
      }
    } else if (!node.isMissingNode()) {
      found.add(path);
    }
    return found;
  }

  static String below(String path, String part) {
    return path.isEmpty() ? part : path + "/" + part;
  }

  /** The paths that a pattern means, each with what its stars stand for. */
  Map<String, List<String>> matching(String pattern) {
    Map<String, List<String>> found = new TreeMap<>(GoldenSource::inOrder);
    match(facts, pattern.split("/"), 0, "", List.of(), found);
    return found;
  }

  private static void match(
      JsonNode node,
      String[] parts,
      int from,
      String path,
      List<String> stars,
      Map<String, List<String>> found) {
    if (from == parts.length) {
      found.put(path, stars);
      return;
    }
    for (var name : names(node)) {
      if (parts[from].equals("*") || parts[from].equals(name)) {
        var next = new ArrayList<>(stars);
        if (parts[from].equals("*")) {
          next.add(name);
        }
        var below = node.isArray() ? node.path(index(name)) : node.path(name);
        match(below, parts, from + 1, below(path, name), next, found);
      }
    }
  }

  private static List<String> names(JsonNode node) {
    var names = new ArrayList<String>();
    node.fieldNames().forEachRemaining(names::add);
    for (var i = 0; node.isArray() && i < node.size(); i++) {
      names.add("" + i);
    }
    return names;
  }

  /** As people count: C2 before C10. */
  private static int inOrder(@Nullable String one, @Nullable String other) {
    return padded(one).compareTo(padded(other));
  }

  private static String padded(@Nullable String path) {
    return java.util.regex.Pattern.compile("\\d+")
        .matcher(path == null ? "" : path)
        .replaceAll(digits -> "%9s".formatted(digits.group()).replace(' ', '0'));
  }

  private static int index(String part) {
    return part.matches("\\d+") ? Integer.parseInt(part) : -1;
  }
}
