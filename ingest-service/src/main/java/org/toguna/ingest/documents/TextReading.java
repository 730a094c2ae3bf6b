package org.toguna.ingest.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.mentions.Mention;
import org.toguna.ingest.mentions.NameEntry;
import org.toguna.ingest.mentions.When;
import org.toguna.ingest.text.Repetition;

/** The canonical text with what was read in it; all positions are UTF-16 code units of the text. */
@Schema(description = "The canonical text with what was read in it.")
record TextReading(
    @Schema(maxLength = 2000000) String text,
    @Schema(maxItems = 100000) List<Mentioned> mentions,
    @Schema(description = "More is mentioned than is listed: of one kind at most 5,000 are")
        boolean more,
    @Schema(maxItems = 100000) List<Repeated> repetitions) {

  private static final int SHOWN = 20;

  /** A mention as it is served. */
  @Schema(name = "Mention")
  record Mentioned(
      @Schema(description = "Code of the list mention_kind", maxLength = 20) String kind,
      @Schema(minimum = "0", maximum = "2147483647") int start,
      @Schema(minimum = "0", maximum = "2147483647") int end,
      @Schema(maxLength = 500) String asStated,
      @Schema(description = "Code of the list mention_status", maxLength = 20) String status,
      @Nullable Entry linked,
      @Schema(maxItems = 20) List<Entry> candidates,
      @Schema(description = "Why it was linked or left open", maxLength = 300) String reason,
      @Nullable Date date) {}

  /** A record that bears the name. */
  @Schema(name = "MentionCandidate")
  record Entry(
      @Schema(maxLength = 80) String id,
      @Schema(maxLength = 200) String name,
      @Schema(maxLength = 40) String level) {}

  /** A date as far as the text tells it. */
  @Schema(name = "MentionDate")
  record Date(
      @Schema(maxLength = 100) @Nullable String edtf,
      @Schema(maxLength = 16) @Nullable String from,
      @Schema(maxLength = 16) @Nullable String to,
      @Schema(enumeration = {"stated", "derived"}) String basis) {}

  /** A passage that says again what another says: evidence once. */
  @Schema(name = "Repetition")
  record Repeated(
      @Schema(description = "Code of the list repetition_kind", maxLength = 20) String kind,
      @Schema(minimum = "0", maximum = "2147483647") int start,
      @Schema(minimum = "0", maximum = "2147483647") int end,
      @Schema(minimum = "0", maximum = "2147483647") int ofStart,
      @Schema(minimum = "0", maximum = "2147483647") int ofEnd) {}

  static TextReading of(
      String text, List<Mention> mentions, boolean more, List<Repetition> repetitions) {
    return new TextReading(
        text,
        mentions.stream().map(TextReading::mentioned).toList(),
        more,
        repetitions.stream()
            .map(
                one ->
                    new Repeated(
                        code(one.kind()),
                        one.span().start(),
                        one.span().end(),
                        one.of().start(),
                        one.of().end()))
            .toList());
  }

  byte[] bytes(ObjectMapper mapper) {
    try {
      return mapper.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Mentioned mentioned(Mention mention) {
    return new Mentioned(
        code(mention.kind()),
        mention.span().start(),
        mention.span().end(),
        mention.asStated(),
        code(mention.status()),
        mention.linked() == null ? null : entry(mention.linked()),
        mention.candidates().stream().limit(SHOWN).map(TextReading::entry).toList(),
        Mention.saysMore(mention.reason(), mention.candidates().size() - SHOWN),
        date(mention.when()));
  }

  private static Entry entry(NameEntry entry) {
    return new Entry(entry.recordId(), entry.name(), entry.level());
  }

  private static @Nullable Date date(@Nullable When when) {
    return when == null
        ? null
        : new Date(
            when.edtf(),
            when.from() == null ? null : when.from().toString(),
            when.to() == null ? null : when.to().toString(),
            code(when.basis()));
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT);
  }
}
