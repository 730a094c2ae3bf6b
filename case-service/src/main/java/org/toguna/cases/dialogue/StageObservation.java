package org.toguna.cases.dialogue;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;
import org.toguna.kit.values.UncertainDate;

/** That a case was seen in a stage, when. */
@Schema(description = "That a case was seen in a stage.")
public record StageObservation(
    @Required @Code("case_stage") String stage,
    @Nullable UncertainDate when,
    @Schema(maxLength = 1000) @Nullable String note) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public StageObservation {
    stage = stage == null ? "" : stage;
  }
}
