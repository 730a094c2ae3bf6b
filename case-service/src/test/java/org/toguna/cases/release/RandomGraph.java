package org.toguna.cases.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.toguna.cases.release.Node.Kind;

/** A random graph of records, and random ways to tighten it; the same for the same seed. */
final class RandomGraph {
  static final String VILLAGE = "cod:ML050731002";
  static final List<String> UNITS = List.of("ML", "ML05", "ML0507", "ML050731", VILLAGE);
  private static final List<Kind> PARTS =
      List.of(
          Kind.OUTCOME,
          Kind.HARM,
          Kind.MEETING,
          Kind.AGREEMENT,
          Kind.TERM,
          Kind.BREACH,
          Kind.OBSERVATION,
          Kind.CASE,
          Kind.CASE_LINK,
          Kind.CRISIS,
          Kind.INCIDENT,
          Kind.STATEMENT);

  final long seed;
  final int year;
  final List<Node> nodes = new ArrayList<>();
  private final List<Node> documents;
  private final Random random;

  RandomGraph(long seed, List<Node> documents) {
    this.seed = seed;
    this.documents = documents;
    this.year = 1001 + (int) (seed % 900);
    this.random = new Random(seed * 7919);
  }

  /** Records 6 to 12 records of at least five kinds, each with what it hangs on before it. */
  void record(Consumer<Node> recorder) {
    int size = 6 + random.nextInt(7);
    List.of(Kind.CRISIS, Kind.CASE, Kind.OUTCOME, Kind.AGREEMENT, Kind.MEETING)
        .forEach(kind -> recorder.accept(next(kind)));
    while (nodes.size() < size) {
      recorder.accept(next(PARTS.get(random.nextInt(PARTS.size()))));
    }
  }

  private Node next(Kind wanted) {
    Kind kind = possible(wanted) ? wanted : Kind.CASE;
    var node = new Node(kind);
    node.place = 2 + random.nextInt(4);
    node.date = 1 + random.nextInt(2);
    node.tlp = List.of("GREEN", "GREEN", "GREEN", "AMBER", "CLEAR").get(random.nextInt(5));
    fill(node);
    if (kind != Kind.CASE_LINK && random.nextInt(4) == 0) {
      node.tlp = "GREEN";
      node.state.set(
          "marking", node.marking().set("sharedWith", node.state.arrayNode().add("ngo-b")));
    } else {
      node.state.set("marking", node.marking());
    }
    nodes.add(node);
    return node;
  }

  private boolean possible(Kind kind) {
    return switch (kind) {
      case BREACH, TERM -> !all(Kind.AGREEMENT).isEmpty();
      case OBSERVATION -> !all(Kind.TERM).isEmpty();
      case CASE_LINK -> all(Kind.CASE).size() > 1;
      default -> true;
    };
  }

  private void fill(Node node) {
    ObjectNode state = node.state;
    String when = "%04d-05-17".formatted(year);
    if (node.kind.date != null) {
      state.putObject(node.kind.date).put("edtf", when);
    }
    switch (node.kind) {
      case CRISIS -> {
        state.put("type", "siege").put("status", "lifted");
        state.putObject("until").put("edtf", when);
      }
      case INCIDENT -> state.put("type", "raid");
      case STATEMENT -> state.put("type", "opinion").put("text", "It is so.");
      case CASE -> {
        state.put("type", "siege_lifting");
        state.putArray("crises").add(hung(node, Kind.CRISIS));
      }
      case OUTCOME -> {
        state.put("case", hung(node, Kind.CASE)).put("type", "fields_planted");
        if (random.nextBoolean()) {
          state.put("crisis", hung(node, Kind.CRISIS));
        }
      }
      case HARM -> {
        state.put("case", hung(node, Kind.CASE)).put("type", "threat").put("author", "criminal");
        state.putObject("states").put("/who", "unknown");
      }
      case MEETING -> state.put("case", hung(node, Kind.CASE)).put("status", "held");
      case AGREEMENT -> {
        state.put("case", hung(node, Kind.CASE)).put("type", "village_pact").put("medium", "oral");
        node.kept = random.nextInt(4) == 0;
        if (!node.kept) {
          state.putObject("publication").put("asStated", "read out at the market");
        }
      }
      case TERM -> {
        state.put("issue", "schools").put("nature", "rule");
        node.kept = random.nextInt(4) == 0;
        if (node.kept) {
          state.put("case", hung(node, Kind.CASE));
        } else {
          String agreement = hung(node, Kind.AGREEMENT);
          state.put("agreement", agreement);
          Node of = node.parents.iterator().next();
          state.put("case", of.state.path("case").asText());
          node.parents.addAll(of.parents);
        }
        ObjectNode movement = state.putArray("movements").addObject().put("state", "agreed");
        movement.putObject("when").put("edtf", when);
      }
      case BREACH -> {
        String agreement = hung(node, Kind.AGREEMENT);
        state.put("agreement", agreement).put("state", "reported");
        if (random.nextBoolean()) {
          ObjectNode anchor = state.putObject("when").putObject("anchor");
          anchor.put("record", agreement).put("field", "/agreedOn").put("offset", "P0D");
        }
      }
      case OBSERVATION ->
          state.put("term", hung(node, Kind.TERM)).put("enforcement", random.nextInt(4));
      case CASE_LINK -> {
        List<Node> cases = all(Kind.CASE);
        int from = random.nextInt(cases.size());
        Node one = cases.get(from);
        Node other = cases.get((from + 1) % cases.size());
        node.parents.add(one);
        node.parents.add(other);
        state.put("from", one.id).put("to", other.id).put("type", "part_of");
      }
    }
    if (node.kind.date != null && !state.at("/" + node.kind.date + "/edtf").isMissingNode()) {
      quote(node);
    }
    if (!List.of(Kind.TERM, Kind.OBSERVATION, Kind.CASE_LINK).contains(node.kind)) {
      state.putObject("place").put("id", VILLAGE);
    }
  }

  /** Of a document that others are told of less finely, or will be. */
  private void quote(Node node) {
    if (random.nextInt(6) == 0) {
      Node document = documents.get(random.nextInt(documents.size()));
      node.quotes.add(document);
      ObjectNode citation = node.state.putArray("citations").addObject();
      citation.put("field", "/" + node.kind.date).put("document", document.id);
      citation.put("start", 0).put("end", 2).put("quote", "It");
    }
  }

  /** Those of its records that quote a document. */
  List<Node> quoting() {
    return nodes.stream().filter(node -> !node.quotes.isEmpty()).toList();
  }

  private List<Node> all(Kind kind) {
    return nodes.stream().filter(node -> node.kind == kind).toList();
  }

  private String hung(Node node, Kind kind) {
    List<Node> found = all(kind);
    Node parent = found.get(random.nextInt(found.size()));
    node.parents.add(parent);
    return parent.id;
  }

  /** Three tightenings or more, in random order; each as a patch of the record that it is of. */
  void tighten(java.util.function.BiConsumer<Node, ObjectNode> reviser) {
    int times = 3 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      Node node = nodes.get(random.nextInt(nodes.size()));
      reviser.accept(node, tightened(node));
    }
  }

  private ObjectNode tightened(Node node) {
    ObjectNode patch = node.state.objectNode();
    switch (random.nextInt(12)) {
      case 0 -> node.tlp = "AMBER+STRICT";
      case 1, 2 -> node.date = random.nextInt(node.date + 1);
      case 3, 4, 5, 6 -> {
        if (keepsCoarse(node, patch)) {
          node.kept = true;
          return patch;
        }
        node.place = random.nextInt(node.place + 1);
      }
      default -> node.place = random.nextInt(node.place + 1);
    }
    patch.set("marking", node.marking());
    return patch;
  }

  private static boolean keepsCoarse(Node node, ObjectNode patch) {
    switch (node.kind) {
      case CRISIS -> patch.putArray("harms").addObject().put("type", "sexual_violence");
      case INCIDENT -> patch.put("type", "sexual_violence");
      case HARM -> patch.put("author", "state");
      case AGREEMENT -> patch.putNull("publication");
      default -> {
        return false;
      }
    }
    return true;
  }
}
