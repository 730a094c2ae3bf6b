package org.toguna.stories;

import static org.toguna.stories.RunningStack.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Facts that were read by hand, recorded through the API as a reviewer would: each as {@code
 * golden/mapping.yaml} says, with the passages that it rests on.
 */
final class GoldenFacts {
  private final Client reviewer;
  private final GoldenSource source;
  private final GoldenTexts texts;
  private final GoldenValues values;
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final List<String> refusals = new ArrayList<>();

  GoldenFacts(Client reviewer, JsonNode facts, GoldenTexts texts) {
    this.reviewer = reviewer;
    this.source = new GoldenSource(facts);
    this.texts = texts;
    this.values = new GoldenValues(reviewer, facts, ids);
  }

  static JsonNode yaml(String text) {
    try {
      return new YAMLMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String resource(String name) {
    try (var in = GoldenFacts.class.getResourceAsStream("/golden/" + name)) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode mapping() {
    return yaml(resource("mapping.yaml"));
  }

  /** Ids of what was recorded, by the facts' own names for it. */
  Map<String, String> ids() {
    return ids;
  }

  GoldenSource source() {
    return source;
  }

  /** What was not taken, in words; empty if all is well. */
  List<String> refusals() {
    return refusals;
  }

  void record() {
    for (var entry : mapping().path("records")) {
      source
          .matching(entry.path("each").asText())
          .forEach((place, stars) -> record(entry, place, stars));
    }
  }

  private void record(JsonNode entry, String place, List<String> stars) {
    var other = other(entry, place, stars);
    if (!isMeant(entry, place, stars, other)) {
      return;
    }
    var name = entry.has("as") ? name(entry.path("as"), place, stars, other) : place;
    var template = new GoldenTemplate(source, values, ids, name, other);
    var body =
        entry.has("like")
            ? Seeds.actor(source.at(place), entry.path("like").asText())
            : JSON.createObjectNode();
    merge(body, template.fill(entry.path("body"), place, stars));
    var special = entry.path("with").path(place);
    special
        .properties()
        .forEach(one -> merge(body, one.getKey(), template.fill(one.getValue(), place, stars)));
    entry.path("says").forEach(said -> template.fill(said, place, stars));
    var citations = new GoldenCitations(texts, template, place, stars).of(entry);
    if (!citations.isEmpty()) {
      body.set("citations", citations);
    }
    var answer = reviewer.post("/" + entry.path("to").asText(), body.toString());
    if (answer.status() != 201) {
      refusals.add("%s (%s): %s%n  %s".formatted(name, place, answer.body(), body));
      return;
    }
    var lost = lost(body, answer.json());
    if (!lost.isEmpty()) {
      refusals.add("%s (%s) lost %s".formatted(name, place, lost));
    }
    ids.put(name, answer.id());
    if (entry.has("also") && !other.isEmpty()) {
      ids.putIfAbsent(name(entry.path("also"), place, stars, other), answer.id());
    }
  }

  private static void merge(ObjectNode body, JsonNode more) {
    more.properties().forEach(one -> body.set(one.getKey(), one.getValue()));
  }

  private static void merge(ObjectNode body, String member, JsonNode value) {
    if (value.isMissingNode()) {
      return;
    }
    if (value.isNull()) {
      body.remove(member);
    } else if (body.path(member).isObject() && value.isObject()) {
      merge((ObjectNode) body.path(member), value);
    } else {
      body.set(member, value);
    }
  }

  private String name(JsonNode as, String place, List<String> stars, String other) {
    var text = GoldenTemplate.starred(as.asText(), stars);
    return text.startsWith("$")
        ? source.at(GoldenTemplate.path(text, place, other)).asText()
        : text;
  }

  private boolean isMeant(JsonNode entry, String place, List<String> stars, String other) {
    for (var except : entry.path("except")) {
      if (place.startsWith(except.asText())) {
        return false;
      }
    }
    if (entry.has("without") && source.at(place).has(entry.path("without").asText())
        || entry.has("having") && !source.at(place).has(entry.path("having").asText())) {
      return false;
    }
    return entry.path("only").properties().stream()
        .allMatch(
            one -> {
              var path =
                  GoldenTemplate.path(GoldenTemplate.starred(one.getKey(), stars), place, other);
              var said = source.at(path).asText();
              return one.getValue().valueStream().anyMatch(code -> code.asText().equals(said));
            });
  }

  /** The facts that name this one in their member "from", alone or within a range. */
  private String other(JsonNode entry, String place, List<String> stars) {
    var list = GoldenTemplate.starred(entry.path("other").asText(), stars);
    var id = source.at(place).path("id").asText();
    for (var i = 0; !list.isEmpty() && i < source.at(list).size(); i++) {
      var range = source.at(list).get(i).path("from").asText().split("-");
      if (!range[0].isEmpty()
          && id.compareTo(range[0]) >= 0
          && id.compareTo(range[range.length - 1]) <= 0) {
        return GoldenSource.below(list, "" + i);
      }
    }
    return "";
  }

  /** What was posted and is not in what came back. */
  private static List<String> lost(JsonNode posted, JsonNode kept) {
    var back = new HashSet<String>();
    texts(kept, back);
    var sent = new ArrayList<String>();
    texts(posted, sent);
    sent.removeIf(back::contains);
    return sent;
  }

  private static void texts(JsonNode node, Collection<String> found) {
    if (node.isContainerNode()) {
      node.forEach(one -> texts(one, found));
    } else {
      found.add(node.asText());
    }
  }
}
