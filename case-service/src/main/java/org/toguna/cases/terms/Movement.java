package org.toguna.cases.terms;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;
import org.toguna.kit.values.UncertainDate;

/** That a term came into a state, when and by whom. */
@Schema(name = "TermMovement", description = "That a term came into a state.")
public record Movement(
    @Required @Code("term_state") String state,
    @Nullable UncertainDate when,
    @Nullable ActorReference by,
    @Schema(maxLength = 1000) @Nullable String note) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Movement {
    state = state == null ? "" : state;
  }
}
