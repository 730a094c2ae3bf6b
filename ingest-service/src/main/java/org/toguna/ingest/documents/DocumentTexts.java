package org.toguna.ingest.documents;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.Audiences;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordReads;

/** The canonical texts, for those who get their documents in full. */
@ApplicationScoped
public class DocumentTexts {
  private final RecordReads reads;
  private final Audiences audiences;
  private final RecordJson json;

  DocumentTexts(RecordReads reads, Audiences audiences, RecordJson json) {
    this.reads = reads;
    this.audiences = audiences;
    this.json = json;
  }

  /**
   * A document as a citation meets it.
   *
   * @param text null if the reader does not get one
   */
  public record Cited(@Nullable String text, @Nullable String textHash, Audience audience) {
    static final Cited NOTHING = new Cited(null, null, Audience.nobody());
  }

  public Cited cited(Reader reader, @Nullable UUID id) {
    if (id == null) {
      return Cited.NOTHING;
    }
    return reads
        .attachment(reader, DocumentKind.NAME, id, Intake.TEXT)
        .flatMap(
            text ->
                reads
                    .one(reader, DocumentKind.NAME, id)
                    .map(
                        served ->
                            new Cited(
                                new String(text, StandardCharsets.UTF_16BE),
                                json.parse(served.json()).path("textHash").asText(),
                                audiences
                                    .of(java.util.List.of(id), reader)
                                    .getOrDefault(id, Audience.nobody()))))
        .orElse(Cited.NOTHING);
  }
}
