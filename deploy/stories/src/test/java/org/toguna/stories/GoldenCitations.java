package org.toguna.stories;

import static org.toguna.stories.RunningStack.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** The passages that a record made from the facts at a place rests on. */
record GoldenCitations(
    GoldenTexts texts, GoldenTemplate template, String place, List<String> stars) {

  ArrayNode of(JsonNode entry) {
    var citations = JSON.createArrayNode();
    for (var cites : List.of(entry.path("cites"), entry.path("alsoCites").path(place))) {
      cites.properties().forEach(one -> cite(citations, one.getKey(), one.getValue()));
    }
    var quote = entry.path("quote");
    if (!quote.isMissingNode()) {
      var line = template.fill(quote.path("line"), place, stars).asInt();
      var words = template.fill(quote.path("words"), place, stars).asText();
      citations.add(texts.citation("/text", quote.path("document").asText(), line, words));
    }
    return citations;
  }

  /** A star in the way to the evidence is the element of the field that it is about. */
  private void cite(ArrayNode citations, String field, JsonNode evidence) {
    if (evidence.isArray()) {
      evidence.forEach(one -> cite(citations, field, one));
      return;
    }
    var way = evidence.asText().split("/\\*/", 2);
    if (way.length == 2) {
      var size = template.source().at(GoldenTemplate.path(way[0], place, "")).size();
      for (var i = 0; i < size; i++) {
        var one = TextNode.valueOf(way[0] + "/" + i + "/" + way[1]);
        cite(citations, field + "/" + i, one);
      }
      return;
    }
    var found = template.fill(evidence, place, stars);
    if (found.isArray()) {
      found.forEach(one -> citations.add(texts.citation(field, one.asText())));
    } else if (found.isTextual()) {
      citations.add(texts.citation(field, found.asText()));
    }
  }
}
