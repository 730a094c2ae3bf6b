package org.toguna.cases.crises;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;
import org.toguna.kit.values.UncertainDate;

/** That a crisis was seen in a state, when and by whom: a partial lifting is one of them. */
@Schema(description = "That a crisis was seen in a state.")
public record StatusObservation(
    @Required @Code("crisis_status") String status,
    @Nullable UncertainDate when,
    @Nullable ActorReference observer,
    @Schema(description = "In the source's words", maxLength = 1000) @Nullable String asStated) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public StatusObservation {
    status = status == null ? "" : status;
  }
}
