package org.toguna.cases.terms;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a term depends on, and whether that came about; absent if nobody says. */
@Schema(name = "TermCondition", description = "What a term depends on.")
public record Condition(
    @Schema(description = "In the source's words", maxLength = 1000) String text,
    @Schema(description = "Whether it came about; absent if nobody says") @Nullable Boolean met) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Condition {
    text = text == null ? "" : text;
  }
}
