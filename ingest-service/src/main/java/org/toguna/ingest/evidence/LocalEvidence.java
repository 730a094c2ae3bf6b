package org.toguna.ingest.evidence;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.documents.DocumentTexts;
import org.toguna.ingest.suggestions.SuggestionKind;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.View;
import org.toguna.kit.records.Evidence;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.Flaw;

/** Compares quotes with the canonical texts, as far as their author may read them in full. */
@ApplicationScoped
public class LocalEvidence implements Evidence {
  private static final JsonPointer CITATIONS = JsonPointer.compile("/citations");
  private final DocumentTexts texts;
  private final RecordReads reads;
  private final RecordJson json;

  LocalEvidence(DocumentTexts texts, RecordReads reads, RecordJson json) {
    this.texts = texts;
    this.reads = reads;
    this.json = json;
  }

  @Override
  public Finding check(List<Citation> citations, @Nullable UUID accepted, Reader author) {
    Map<UUID, DocumentTexts.Cited> known = new HashMap<>();
    var flaws = new ArrayList<Flaw>();
    if (accepted != null) {
      ofSuggestion(citations, accepted, author, flaws);
    }
    for (int i = 0; i < citations.size(); i++) {
      Citation citation = citations.get(i);
      JsonPointer at = CITATIONS.appendIndex(i);
      DocumentTexts.Cited document =
          known.computeIfAbsent(citation.document(), id -> texts.cited(author, id));
      if (document.text() == null) {
        flaws.add(
            Flaw.at(
                at.appendProperty("document"),
                "unknown-document",
                "No document of this id with a text is known to you in full."));
      } else {
        compare(citation, document, at, flaws);
      }
    }
    Map<UUID, Audience> audiences = new HashMap<>();
    known.forEach(
        (id, document) -> {
          if (document.text() != null) {
            audiences.put(id, document.audience());
          }
        });
    return new Finding(flaws, audiences);
  }

  /** Whoever accepts a suggestion accepts what it rests on, and not the passages of another. */
  private void ofSuggestion(
      List<Citation> citations, UUID accepted, Reader author, List<Flaw> flaws) {
    Optional<Set<Passage>> own =
        reads
            .one(author, SuggestionKind.NAME, accepted)
            .filter(served -> served.view() == View.FULL)
            .map(served -> passages(json.parse(served.json()).path("citations")));
    if (own.isEmpty()) {
      flaws.add(
          Flaw.at(
              JsonPointer.compile("/suggestion"),
              "unknown-suggestion",
              "No suggestion of this id is known to you."));
      return;
    }
    for (int i = 0; i < citations.size(); i++) {
      var citation = citations.get(i);
      if (!own.get()
          .contains(
              new Passage(String.valueOf(citation.document()), citation.start(), citation.end()))) {
        flaws.add(
            Flaw.at(
                CITATIONS.appendIndex(i),
                "not-of-this-suggestion",
                "The suggestion that you accept does not rest on this passage. Leave the passage"
                    + " out, or add it to the record afterwards."));
      }
    }
  }

  private record Passage(String document, int start, int end) {}

  private static Set<Passage> passages(JsonNode citations) {
    var passages = new HashSet<Passage>();
    citations.forEach(
        one ->
            passages.add(
                new Passage(
                    one.path("document").asText(),
                    one.path("start").asInt(),
                    one.path("end").asInt())));
    return passages;
  }

  private static void compare(
      Citation citation, DocumentTexts.Cited document, JsonPointer at, List<Flaw> flaws) {
    String text = document.text();
    if (citation.textHash() != null && !citation.textHash().equals(document.textHash())) {
      flaws.add(
          Flaw.at(
              at.appendProperty("textHash"),
              "citation-mismatch",
              "The document's text has another hash: read it again and cite that."));
    } else if (text == null
        || citation.end() > text.length()
        || !text.substring(citation.start(), citation.end()).equals(citation.quote())) {
      flaws.add(
          Flaw.at(
              at.appendProperty("quote"),
              "citation-mismatch",
              "The document does not say this between %d and %d."
                  .formatted(citation.start(), citation.end())));
    }
  }
}
