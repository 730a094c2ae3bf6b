package org.toguna.cases.dialogue;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;

/** Whether a local dialogue is linked to a national process (PA-X Local's link and rationale). */
@Schema(description = "Whether the case is linked to a national process, and why that is said.")
public record NationalProcess(
    @Required @Code("yes_no_unknown") String linked,
    @Schema(description = "Which process, as stated", maxLength = 300) @Nullable String process,
    @Schema(maxLength = 1000) @Nullable String reason) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public NationalProcess {
    linked = linked == null ? "" : linked;
  }
}
