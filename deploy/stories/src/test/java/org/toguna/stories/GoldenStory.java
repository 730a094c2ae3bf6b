package org.toguna.stories;

import static org.toguna.stories.RunningStack.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;

/** Facts, the documents that they were read in, and the gazetteer, recorded once for a story. */
final class GoldenStory {
  static final String OWNER = "ngo-g" + Long.toHexString(System.nanoTime());
  static final Client REVIEWER = Client.mighty(OWNER);

  private GoldenStory() {}

  /** The facts and reports that lie beside the repository. */
  static GoldenFacts beside() {
    if (REVIEWER
        .get("/cases/v1/places", "q", "Koro", "level", "adm2")
        .json()
        .path("items")
        .isEmpty()) {
      importGazetteer(Seeds.text("data/reference/places/mali_places_cod.csv"));
    }
    var texts = new GoldenTexts(REVIEWER);
    var facts = GoldenFacts.yaml(Seeds.text("golden/seed_facts.yaml"));
    for (var document : facts.path("documents")) {
      texts.add(
          document.path("id").asText(),
          posted(document, Seeds.text("seeds/" + document.path("file").asText())));
    }
    var golden = new GoldenFacts(REVIEWER, facts, texts);
    golden.record();
    return golden;
  }

  static void importGazetteer(String rows) {
    REVIEWER.send("POST", "/cases/v1/gazetteer/imports", rows, headers("text/csv")).expect(201);
  }

  static String posted(JsonNode document, String text) {
    var report = JSON.createObjectNode().put("text", text);
    said(report, "title", document.path("title"));
    said(report, "publisher", document.path("publisher"));
    said(report, "author", document.path("byline"));
    said(report, "language", document.path("lang"));
    var bounds = document.at("/pub_date/bounds");
    report.put("publishedAt", bounds.path(0).asText("..") + "/" + bounds.path(1).asText(".."));
    return REVIEWER
        .send("POST", "/ingest/v1/documents", report.toString(), headers("application/json"))
        .expect(201)
        .id();
  }

  private static void said(ObjectNode report, String member, JsonNode value) {
    if (value.isTextual() && !value.asText().equals("unknown")) {
      report.put(member, value.asText());
    }
  }

  private static Map<String, String> headers(String type) {
    return Map.of("Content-Type", type, "Idempotency-Key", UUID.randomUUID().toString());
  }
}
