package org.toguna.ingest.documents;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.dictionary.Dictionaries;
import org.toguna.ingest.drafting.Drafter;
import org.toguna.ingest.language.Languages;
import org.toguna.ingest.mentions.Mention;
import org.toguna.ingest.mentions.MentionReader;
import org.toguna.ingest.mentions.Publication;
import org.toguna.ingest.suggestions.DraftedSuggestions;
import org.toguna.ingest.suggestions.SuggestionKind;
import org.toguna.ingest.text.Reading;
import org.toguna.ingest.text.Repetition;
import org.toguna.ingest.text.Repetitions;
import org.toguna.ingest.text.ReportReader;
import org.toguna.ingest.text.Segments;
import org.toguna.kit.crypto.KeyRing;
import org.toguna.kit.endpoints.RecordEndpoint;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.View;
import org.toguna.kit.records.RecordDesk;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;
import org.toguna.kit.records.Written;
import org.toguna.kit.values.Reliability;
import org.toguna.kit.values.UncertainDate;

/** Takes a report in: kept, read, and its suggestions drafted, in one transaction. */
@ApplicationScoped
class Intake {
  static final String ORIGINAL = "original";
  static final String TEXT = "text";
  static final String READ = "reading";

  private final ReportReader reports;
  private final Languages languages;
  private final Dictionaries dictionaries;
  private final Drafter drafter;
  private final DraftedSuggestions suggestions;
  private final DocumentKind kind;
  private final SuggestionKind suggestionKind;
  private final RecordDesk desk;
  private final RecordReads reads;
  private final KeyRing keys;
  private final ObjectMapper mapper;

  Intake(
      ReportReader reports,
      Languages languages,
      Dictionaries dictionaries,
      Drafter drafter,
      DraftedSuggestions suggestions,
      DocumentKind kind,
      SuggestionKind suggestionKind,
      RecordDesk desk,
      RecordReads reads,
      KeyRing keys,
      ObjectMapper mapper) {
    this.reports = reports;
    this.languages = languages;
    this.dictionaries = dictionaries;
    this.drafter = drafter;
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

  Written take(PostedReport report, Reader author) {
    Reading reading = reports.read(report.original(), report.mediaType());
    if (reading.text() == null) {
      var failed = document(report, reading, null, "und", List.of(), List.of());
      return desk.record(
          kind, desk.check(kind, failed, author), Map.of(ORIGINAL, report.original()), author);
    }
    String text = reading.text().value();
    String language =
        reading.metadata().language() == null ? languages.of(text) : reading.metadata().language();
    UncertainDate published = reading.metadata().publishedAt();
    Segments segments = Segments.of(reading.text());
    List<Repetition> repetitions = Repetitions.in(segments);
    List<Mention> mentions =
        new MentionReader(dictionaries.of(author)).read(segments, language, publication(published));
    Document document = document(report, reading, published, language, mentions, repetitions);
    var attachments = new LinkedHashMap<String, byte[]>();
    attachments.put(ORIGINAL, report.original());
    attachments.put(TEXT, text.getBytes(StandardCharsets.UTF_16BE));
    attachments.put(READ, TextReading.of(text, mentions, repetitions).bytes(mapper));
    RecordDesk.Checked<Document> checked = desk.check(kind, document, author);
    Written written = desk.record(kind, checked, attachments, author);
    suggestions.draft(
        written.id(),
        document,
        checked,
        drafter.draft(segments, mentions, repetitions, language),
        author);
    return written;
  }

  /** Erases the document and all that was drafted from it: a draft quotes it. */
  Response erase(UUID id, @Nullable String ifMatch, RecordEndpoint records) {
    return records.eraseWith(kind, id, ifMatch, suggestionKind);
  }

  private Document document(
      PostedReport report,
      Reading reading,
      @Nullable UncertainDate published,
      String language,
      List<Mention> mentions,
      List<Repetition> repetitions) {
    var said = reading.metadata();
    UUID content = keys.nameOf(report.original());
    return new Document(
        reading.status() == Reading.Status.READ ? "READY" : reading.status().name(),
        reading.fault() == null ? null : reading.fault().code().replace('-', '_'),
        reading.detail(),
        said.title(),
        said.publisher(),
        said.author(),
        said.url(),
        published,
        language,
        reliability(said.reliability()),
        report.mediaType(),
        report.original().length,
        reading.originalSha256(),
        reading.text() == null ? null : reading.text().sha256(),
        reading.text() == null ? 0 : reading.text().value().length(),
        mentions.size(),
        repetitions.size(),
        content,
        report.marking(),
        Map.of(),
        List.of(),
        List.of());
  }

  private static Publication publication(@Nullable UncertainDate published) {
    try {
      return published == null || (published.from() == null && published.to() == null)
          ? Publication.UNKNOWN
          : new Publication(day(published.from()), day(published.to()));
    } catch (DateTimeParseException e) {
      return Publication.UNKNOWN;
    }
  }

  private static @Nullable LocalDate day(@Nullable String day) {
    return day == null ? null : LocalDate.parse(day);
  }

  private static @Nullable Reliability reliability(@Nullable String said) {
    try {
      return said == null ? null : Reliability.valueOf(said);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
