package org.toguna.ingest.documents;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.suggestions.DraftedSuggestions;
import org.toguna.ingest.suggestions.SuggestionKind;
import org.toguna.ingest.text.Fault;
import org.toguna.ingest.text.Reading;
import org.toguna.kit.crypto.KeyRing;
import org.toguna.kit.endpoints.RecordEndpoint;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.View;
import org.toguna.kit.records.RecordDesk;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;
import org.toguna.kit.records.Written;
import org.toguna.kit.values.Reliability;

/** Takes a report in: read first, then kept with its drafts in one transaction. */
@ApplicationScoped
class Intake {
  static final String ORIGINAL = "original";
  static final String TEXT = "text";
  static final String READ = "reading";

  private final ReportReading reports;
  private final DraftedSuggestions suggestions;
  private final DocumentKind kind;
  private final SuggestionKind suggestionKind;
  private final RecordDesk desk;
  private final RecordReads reads;
  private final KeyRing keys;
  private final ObjectMapper mapper;

  Intake(
      ReportReading reports,
      DraftedSuggestions suggestions,
      DocumentKind kind,
      SuggestionKind suggestionKind,
      RecordDesk desk,
      RecordReads reads,
      KeyRing keys,
      ObjectMapper mapper) {
    this.reports = reports;
    this.suggestions = suggestions;
    this.kind = kind;
    this.suggestionKind = suggestionKind;
    this.desk = desk;
    this.reads = reads;
    this.keys = keys;
    this.mapper = mapper;
  }

  /** The same bytes posted before, if the author has them in full; others' are none of theirs. */
  Optional<Served> known(PostedReport report, Reader author) {
    return reads
        .about(author, DocumentKind.NAME, List.of(keys.nameOf(report.original())), 10)
        .stream()
        .filter(served -> served.view() == View.FULL)
        .findFirst();
  }

  /** Reads a report, before anything is held that others wait for. */
  ReadReport read(PostedReport report, Reader author) {
    ReadReport read = reports.of(report, author);
    ReportFlaws.refuse(report, read.reading());
    return read;
  }

  Written take(PostedReport report, ReadReport read, Reader author) {
    Document document = document(report, read);
    var attachments = new LinkedHashMap<String, byte[]>();
    attachments.put(ORIGINAL, report.original());
    if (read.reading().text() != null) {
      String text = read.reading().text().value();
      attachments.put(TEXT, text.getBytes(StandardCharsets.UTF_16BE));
      attachments.put(
          READ,
          TextReading.of(text, read.mentions(), read.more(), read.repetitions()).bytes(mapper));
    }
    RecordDesk.Checked<Document> checked = desk.check(kind, document, author);
    Written written = desk.record(kind, checked, attachments, author);
    suggestions.draft(written.id(), document, checked, read.drafts(), author);
    return written;
  }

  /** Erases the document and all that was drafted from it: a draft quotes it. */
  Response erase(UUID id, @Nullable String ifMatch, RecordEndpoint records) {
    return records.eraseWith(kind, id, ifMatch, suggestionKind);
  }

  private Document document(PostedReport report, ReadReport read) {
    Reading reading = read.reading();
    var said = reading.metadata();
    Fault fault = read.fault();
    boolean partly = reading.status() == Reading.Status.READ && fault != null;
    return new Document(
        partly
            ? Reading.Status.PARTIAL.name()
            : reading.status() == Reading.Status.READ ? "READY" : reading.status().name(),
        fault == null ? null : fault.code().replace('-', '_'),
        partly ? "Read in part: " + fault.code() + "." : reading.detail(),
        said.title(),
        said.publisher(),
        said.author(),
        said.url(),
        said.publishedAt(),
        read.language(),
        said.reliability() == null ? null : Reliability.valueOf(said.reliability()),
        report.mediaType(),
        report.original().length,
        reading.originalSha256(),
        reading.text() == null ? null : reading.text().sha256(),
        reading.text() == null ? 0 : reading.text().value().length(),
        read.mentions().size(),
        read.repetitions().size(),
        keys.nameOf(report.original()),
        report.marking(),
        Map.of(),
        List.of(),
        List.of());
  }
}
