package org.toguna.cases.incidents;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A publisher's correction or retraction of one report, named by its document or by the words under
 * which incidents cite it.
 */
@Schema(description = "A publisher's correction or retraction of one report.")
public record SourceNotice(
    @Schema(description = "corrected or retracted", maxLength = 40) String standing,
    @Schema(maxLength = 300) @Nullable String publisher,
    @Schema(description = "Day of publication", format = "date", maxLength = 10)
        @Nullable String published,
    @Schema(maxLength = 500) @Nullable String headline,
    @Nullable UUID document,
    @Schema(description = "What the publisher says", maxLength = 1000) @Nullable String notice) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public SourceNotice {
    standing = standing == null ? "" : standing;
  }

  SourceReport report() {
    return new SourceReport(publisher, published, headline, document, SourceReport.STANDS, null);
  }
}
