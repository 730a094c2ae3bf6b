package org.toguna.stories;

import static org.toguna.stories.RunningStack.JSON;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Posted documents, in which "D1:42|words" is a passage: the words in the 42nd line of D1. Where a
 * canonical text has another space than the words, the passage has the text's own.
 */
final class GoldenTexts {
  private record Posted(String id, String text) {}

  private final Client reviewer;
  private final Map<String, Posted> documents = new LinkedHashMap<>();

  GoldenTexts(Client reviewer) {
    this.reviewer = reviewer;
  }

  void add(String name, String id) {
    var text = reviewer.get("/ingest/v1/documents/" + id + "/reading").expect(200).json();
    documents.put(name, new Posted(id, text.path("text").asText()));
  }

  String id(String name) {
    return documents.get(name).id();
  }

  ObjectNode citation(String field, String evidence) {
    var bar = evidence.indexOf('|');
    var colon = evidence.indexOf(':');
    var document = documents.get(evidence.substring(0, colon));
    var line = Integer.parseInt(evidence.substring(colon + 1, bar));
    var words = evidence.substring(bar + 1);
    var start = document.text().replace('\u00a0', ' ').indexOf(words, startOf(document, line));
    if (start < 0 || document.text().substring(startOf(document, line), start).contains("\n")) {
      throw new AssertionError("No such passage: " + evidence);
    }
    var end = start + words.length();
    return JSON.createObjectNode()
        .put("field", field)
        .put("document", document.id())
        .put("start", start)
        .put("end", end)
        .put("quote", document.text().substring(start, end));
  }

  /** The passage of words whose line alone is known. */
  ObjectNode citation(String field, String document, int line, String words) {
    return citation(field, document + ":" + line + "|" + words);
  }

  private static int startOf(Posted document, int line) {
    var start = 0;
    for (var i = 1; i < line; i++) {
      start = document.text().indexOf('\n', start) + 1;
    }
    return start;
  }
}
