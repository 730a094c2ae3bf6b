package org.toguna.ingest.evidence;

import com.fasterxml.jackson.core.JsonPointer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.toguna.ingest.documents.DocumentTexts;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.Evidence;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.Flaw;

/** Compares quotes with the canonical texts, as far as their author may read them in full. */
@ApplicationScoped
public class LocalEvidence implements Evidence {
  private static final JsonPointer CITATIONS = JsonPointer.compile("/citations");
  private final DocumentTexts texts;

  LocalEvidence(DocumentTexts texts) {
    this.texts = texts;
  }

  @Override
  public Finding check(List<Citation> citations, Reader author) {
    Map<UUID, DocumentTexts.Cited> known = new HashMap<>();
    var flaws = new ArrayList<Flaw>();
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
