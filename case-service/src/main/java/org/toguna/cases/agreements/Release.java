package org.toguna.cases.agreements;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.values.UncertainDate;

/** That the parties were released from a secrecy clause: by whom, when and why. */
@Schema(name = "SecrecyRelease", description = "That a secrecy clause ended, and who ended it.")
public record Release(
    @Nullable ActorReference by,
    @Nullable UncertainDate when,
    @Schema(maxLength = 1000) String reason) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Release {
    reason = reason == null ? "" : reason;
  }
}
