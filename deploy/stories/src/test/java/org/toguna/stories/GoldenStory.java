package org.toguna.stories;

import static org.toguna.stories.RunningStack.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Facts and the reports that they were read in, recorded by an organisation of their own, and the
 * questions that they answer.
 */
record GoldenStory(
    String name,
    String owner,
    Client reviewer,
    GoldenFacts facts,
    GoldenTexts texts,
    JsonNode questions) {

  /** The id under which a document of the facts was posted. */
  String document(JsonNode said) {
    return texts.id(said.path("id").asText());
  }

  /** The facts and reports that lie beside the repository. */
  static GoldenStory beside() {
    var facts = GoldenFacts.yaml(Seeds.text("golden/seed_facts.yaml"));
    var questions = GoldenFacts.yaml(Seeds.text("golden/questions.yaml"));
    return recorded(
        "reports",
        Seeds.text("data/reference/places/mali_places_cod.csv"),
        facts,
        file -> Seeds.text("seeds/" + file),
        questions);
  }

  /** Invented ones, which the repository has with it. */
  static GoldenStory invented() {
    UnaryOperator<String> sample = file -> GoldenFacts.resource("sample/" + file);
    return recorded(
        "sample",
        sample.apply("gazetteer.csv"),
        GoldenFacts.yaml(sample.apply("facts.yaml")),
        sample,
        GoldenFacts.yaml(sample.apply("questions.yaml")));
  }

  private static GoldenStory recorded(
      String name, String gazetteer, JsonNode facts, UnaryOperator<String> files, JsonNode asked) {
    var owner = "ngo-" + name + Long.toHexString(System.nanoTime());
    var reviewer = Client.mighty(owner);
    reviewer
        .send("POST", "/cases/v1/gazetteer/imports", gazetteer, headers("text/csv"))
        .expect(201);
    // What was asked has passages of its own, beyond those of the facts.
    var byId = ((ObjectNode) facts).putObject("questions");
    asked.path("questions").forEach(one -> byId.set(one.path("id").asText(), one));
    var texts = new GoldenTexts(reviewer);
    for (var document : facts.path("documents")) {
      var report = report(document, files.apply(document.path("file").asText()));
      var posted =
          reviewer.send("POST", "/ingest/v1/documents", report, headers("application/json"));
      texts.add(document.path("id").asText(), posted.expect(201).id());
    }
    var golden = new GoldenFacts(reviewer, facts, texts);
    golden.record();
    return new GoldenStory(name, owner, reviewer, golden, texts, asked.path("questions"));
  }

  private static String report(JsonNode document, String text) {
    var report = JSON.createObjectNode().put("text", text);
    said(report, "title", document.path("title"));
    said(report, "publisher", document.path("publisher"));
    said(report, "author", document.path("byline"));
    said(report, "language", document.path("lang"));
    var date = document.path("pub_date");
    var published = report.putObject("publishedAt");
    said(published, "from", date.at("/bounds/0"));
    said(published, "to", date.at("/bounds/1"));
    said(published, "basis", date.path("basis"));
    said(published, "asStated", date.path("as_stated"));
    said(published, "because", date.path("why"));
    return report.toString();
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
