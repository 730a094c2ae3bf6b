package org.toguna.ingest.documents;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/**
 * How a document is found, and what of it others may know: that there is one, in which language.
 */
@ApplicationScoped
public class DocumentKind implements RecordKind<Document> {
  public static final String NAME = "document";
  private static final Blur BLUR =
      Blur.of(Document.class).open("/status", "/language", "/publisher").openDates("/publishedAt");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String topic() {
    return "ingest.document";
  }

  @Override
  public Class<Document> stateType() {
    return Document.class;
  }

  @Override
  public List<Flaw> flaws(Document document, Reader author) {
    var flaws = new Flaws(JsonPointer.empty());
    flaws.atMost("title", document.title(), 500);
    flaws.atMost("publisher", document.publisher(), 300);
    flaws.atMost("author", document.author(), 300);
    flaws.atMost("url", document.url(), 2000);
    flaws.atMost("language", document.language(), 35);
    if (document.publishedAt() != null) {
      flaws.addAll(document.publishedAt().flaws(flaws.member("publishedAt")));
    }
    return flaws.found();
  }

  @Override
  public FilterCodes filterCodes() {
    return new FilterCodes(FilterCodes.LANGUAGE, "document_status", null);
  }

  @Override
  public Facets facets(ObjectNode view) {
    return FacetReader.of(view)
        .type("/language")
        .status("/status")
        .dates("/publishedAt", "/publishedAt")
        .links("/content")
        .text("/title")
        .text("/publisher")
        .read();
  }

  @Override
  public Blur blur() {
    return BLUR;
  }

  @Override
  public ObjectNode shareable(ObjectNode blurred) {
    return EventData.of(blurred, "/status", "/language");
  }

  @Override
  public ObjectNode codes(ObjectNode view) {
    return EventData.of(view, "/status");
  }
}
