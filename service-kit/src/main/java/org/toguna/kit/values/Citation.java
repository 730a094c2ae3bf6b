package org.toguna.kit.values;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The passage of a document that supports one field of a record, who says so there and how, and who
 * read it that way. Positions are UTF-16 code units of the document's canonical text.
 */
@Schema(description = "The passage of a document that supports one field of a record.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Citation(
    @Schema(
            description = "JSON Pointer to the field that the passage supports",
            examples = "/since",
            maxLength = 500)
        String field,
    @Schema(description = "The document cited") @Nullable UUID document,
    @Schema(
            description = "Where the passage starts, in UTF-16 code units",
            minimum = "0",
            maximum = "2147483647")
        int start,
    @Schema(description = "Where it ends, exclusive", minimum = "1", maximum = "2147483647")
        int end,
    @Schema(description = "The passage itself", maxLength = Citation.LONGEST_QUOTE) String quote,
    @Schema(
            description = "SHA-256 of the canonical text, in hexadecimal",
            pattern = "^[0-9a-f]{64}$",
            minLength = 64,
            maxLength = 64)
        @Nullable String textHash,
    @Schema(
            description = "Who read it that way, as organisation/name",
            maxLength = 200,
            readOnly = true)
        @Nullable String coder,
    @Schema(description = "Who says so in the text", maxLength = 300) @Nullable String saidBy,
    @Nullable Modality modality,
    @Nullable Reliability reliability,
    @Nullable Credibility credibility) {

  static final int LONGEST_QUOTE = 2000;
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Citation {
    field = field == null ? "" : field;
    quote = quote == null ? "" : quote;
  }

  public Citation codedBy(String person) {
    return new Citation(
        field,
        document,
        start,
        end,
        quote,
        textHash,
        person,
        saidBy,
        modality,
        reliability,
        credibility);
  }

  /** What is wrong with it in itself; whether the document says so, its owner knows. */
  public List<Flaw> flaws(JsonPointer at) {
    Flaws flaws = new Flaws(at);
    flaws.unless(
        !field.isEmpty() && JsonPointers.read(field).isPresent(),
        "field",
        "not-a-pointer",
        "Name the field by its JSON Pointer, such as /since.");
    flaws.unless(document != null, "document", "required", "Say which document is cited.");
    flaws.unless(start >= 0, "start", "out-of-range", "A text starts at 0.");
    flaws.unless(
        end > start, "end", "end-before-start", "The passage must end after its start, exclusive.");
    flaws.required("quote", quote, LONGEST_QUOTE);
    flaws.unless(
        quote.isEmpty() || start < 0 || end <= start || quote.length() == end - start,
        "quote",
        "quote-length",
        "The quote has %d UTF-16 code units, the passage has %d."
            .formatted(quote.length(), (long) end - start));
    flaws.unless(
        textHash == null || SHA_256.matcher(textHash).matches(),
        "textHash",
        "not-a-hash",
        "The SHA-256 of the canonical text is 64 lower-case hexadecimal digits.");
    flaws.atMost("coder", coder, 200);
    flaws.atMost("saidBy", saidBy, 300);
    return flaws.found();
  }
}
