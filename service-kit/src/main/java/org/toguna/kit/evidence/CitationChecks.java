package org.toguna.kit.evidence;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.Flaw;

/** The question and the answer about citations, as they travel between services. */
public final class CitationChecks {
  private CitationChecks() {}

  /**
   * Citations to compare with the documents they name.
   *
   * @param suggestion that they are to be the passages of
   */
  @Schema(name = "CitationQuestion")
  public record Question(
      @Schema(minItems = 1, maxItems = 500) List<Citation> citations,
      @Schema(description = "The suggestion that is accepted: its passages are the only ones")
          @Nullable UUID suggestion) {
    @SuppressWarnings("ConstantValue") // JSON may leave out any member
    public Question {
      citations = citations == null ? List.of() : List.copyOf(citations);
    }
  }

  /**
   * What the documents say.
   *
   * @param flaws pointers count from {@code /citations}
   */
  @Schema(name = "CitationAnswer")
  public record Answer(
      @Schema(maxItems = 2000) List<Flaw> flaws, @Schema(maxItems = 500) List<Cited> documents) {}

  /** A document that was cited, and whom it admits. */
  @Schema(name = "CitedDocument")
  public record Cited(
      UUID document,
      @Schema(maxItems = 300) Set<String> full,
      @Schema(maxItems = 300) Set<String> seen) {}
}
