package org.toguna.cases.timeline;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads every uncertain date out of a view, whatever kind of record it is. */
final class DatedFields {
  private static final Set<String> NOT_FACTS = Set.of("citations", "readings", "marking", "states");
  private static final List<String> CODES = List.of("stage", "status", "fate", "type");

  /** Open beginnings stand where the end is; what has neither, or cannot be, comes last. */
  static final Comparator<Timeline.Entry> IN_ORDER =
      Comparator.comparing(DatedFields::first)
          .thenComparing(DatedFields::last)
          .thenComparing(Timeline.Entry::record)
          .thenComparing(Timeline.Entry::field);

  private final ObjectNode view;
  private final Set<String> oddDays;
  private final List<Timeline.Entry> entries = new ArrayList<>();

  private DatedFields(ObjectNode view, Set<String> oddDays) {
    this.view = view;
    this.oddDays = oddDays;
  }

  /**
   * One entry for each dated field, or one for the record if it has none.
   *
   * @param oddDays where its dates stand that cannot be
   */
  static List<Timeline.Entry> of(ObjectNode view, Set<String> oddDays) {
    var fields = new DatedFields(view, oddDays);
    for (var member : view.properties()) {
      if (!NOT_FACTS.contains(member.getKey())) {
        fields.walk(member.getValue(), JsonPointer.empty().appendProperty(member.getKey()), view);
      }
    }
    if (fields.entries.isEmpty()) {
      fields.add(JsonPointer.empty(), view, null);
    }
    return fields.entries;
  }

  private void walk(JsonNode node, JsonPointer at, JsonNode around) {
    if (isDate(node)) {
      add(at, around, node);
    } else if (node.isObject()) {
      node.properties()
          .forEach(member -> walk(member.getValue(), at.appendProperty(member.getKey()), node));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(node.get(i), at.appendIndex(i), node);
      }
    }
  }

  /** Every uncertain date says what it rests on, and nothing else does. */
  private static boolean isDate(JsonNode node) {
    return node.path("basis").isTextual()
        && (node.has("from") || node.has("to") || node.has("asStated"));
  }

  private void add(JsonPointer at, JsonNode around, @Nullable JsonNode when) {
    boolean full = view.path("view").asText().equals("full");
    List<JsonNode> citations = full ? citations(at.toString()) : List.of();
    entries.add(
        new Timeline.Entry(
            UUID.fromString(view.path("id").asText()),
            view.path("kind").asText(),
            view.path("view").asText(),
            at.toString(),
            code(around),
            when,
            oddDays.contains(at.toString()) ? true : null,
            full ? citations.size() : null,
            full
                ? (int) citations.stream().map(one -> one.path("document")).distinct().count()
                : null));
  }

  private static @Nullable String code(JsonNode around) {
    return CODES.stream()
        .map(name -> around.path(name).textValue())
        .filter(code -> code != null)
        .findFirst()
        .orElse(null);
  }

  /** Citations of the date, of something in it, or of what it is part of. */
  private List<JsonNode> citations(String field) {
    var found = new ArrayList<JsonNode>();
    for (JsonNode citation : view.path("citations")) {
      String cited = citation.path("field").asText();
      if ((cited + "/").startsWith(field + "/") || (field + "/").startsWith(cited + "/")) {
        found.add(citation);
      }
    }
    return found;
  }

  private static String first(Timeline.Entry entry) {
    String from = bound(entry, "from");
    return from.isEmpty() ? last(entry) : from;
  }

  private static String last(Timeline.Entry entry) {
    String to = bound(entry, "to");
    return to.isEmpty() ? "~" : to; // after every digit
  }

  private static String bound(Timeline.Entry entry, String name) {
    return entry.when() == null || entry.odd() != null ? "" : entry.when().path(name).asText("");
  }
}
