package org.toguna.cases.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rule in its simplest words: nothing finer than what a record's marking and content allow now,
 * nor than what it hangs on, nor than what anything says that a chain of links joins it with.
 */
final class Finest {
  private static final List<String> NAMES = List.of("id", "record", "crisis", "term", "case");
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Node asked; // the case that others are compared with, or null

  Finest(Collection<Node> nodes) {
    this(nodes, null);
  }

  private Finest(Collection<Node> nodes, Node asked) {
    nodes.forEach(node -> this.nodes.put(node.id, node));
    this.asked = asked;
  }

  /** Precedents compare cases by where and when their crises are, as finely as those are told. */
  Finest ofPrecedents(Node dialogue) {
    return new Finest(nodes.values(), dialogue);
  }

  private List<Node> told(Node node) {
    return asked != null && node.kind == Node.Kind.CASE
        ? Stream.concat(Stream.of(node), node.parents.stream()).toList()
        : List.of(node);
  }

  int place(Node node) {
    int finest = node.place;
    for (Node parent : above(node)) {
      finest = Math.min(finest, parent.place);
    }
    for (Node joined : joined(node)) {
      finest = Math.min(finest, joined.everSeen ? joined.floor() : 5);
    }
    return finest;
  }

  int date(Node node) {
    return above(node).stream().mapToInt(one -> one.date).min().orElseThrow();
  }

  /** The record and all that it hangs on or quotes, however far. */
  private static Set<Node> above(Node node) {
    var found = new HashSet<Node>();
    var due = new ArrayDeque<>(List.of(node));
    while (!due.isEmpty()) {
      Node next = due.poll();
      if (found.add(next)) {
        due.addAll(next.parents);
        due.addAll(next.quotes);
      }
    }
    return found;
  }

  private Set<Node> joined(Node node) {
    var found = new HashSet<Node>();
    var due = new ArrayDeque<>(List.of(node));
    while (!due.isEmpty()) {
      Node next = due.poll();
      if (found.add(next)) {
        due.addAll(next.parents);
        nodes.values().stream().filter(one -> one.parents.contains(next)).forEach(due::add);
      }
    }
    return found;
  }

  /** Everything in an answer that is finer than it may be. */
  List<String> tooFine(JsonNode answer) {
    var found = new ArrayList<String>();
    look(answer, null, found);
    return found;
  }

  private void look(JsonNode json, Node about, List<String> found) {
    if (json.isObject()) {
      if (json.path("view").asText().equals("full")) {
        return;
      }
      Node node = of(json, about);
      if (node != null) {
        place(json, node, found);
        date(json, node, found);
      }
      json.properties()
          .forEach(
              member ->
                  look(
                      member.getValue(),
                      asked != null && member.getKey().equals("asked") ? asked : node,
                      found));
    } else {
      json.forEach(child -> look(child, about, found));
    }
  }

  private Node of(JsonNode json, Node about) {
    return NAMES.stream()
        .map(name -> nodes.get(json.path(name).asText()))
        .filter(node -> node != null)
        .findFirst()
        .orElse(about);
  }

  private void place(JsonNode json, Node node, List<String> found) {
    int level = Node.LEVELS.indexOf(json.path("level").asText());
    int finest = told(node).stream().mapToInt(this::place).max().orElseThrow();
    if (json.has("name") && level > finest) {
      found.add("%s shows %s, but at most %s".formatted(node, json, Node.LEVELS.get(finest)));
    }
  }

  private void date(JsonNode json, Node node, List<String> found) {
    int finest = told(node).stream().mapToInt(this::date).max().orElseThrow();
    for (String bound : List.of("edtf", "from", "to")) {
      String said = json.path(bound).asText();
      boolean day = said.endsWith("-05-17");
      boolean month = said.substring(Math.min(4, said.length())).startsWith("-05");
      if ((finest < 2 && day) || (finest < 1 && month)) {
        found.add("%s shows %s, but at most a %s".formatted(node, json, Node.DATES.get(finest)));
      }
    }
  }
}
