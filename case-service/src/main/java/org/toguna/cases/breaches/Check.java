package org.toguna.cases.breaches;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;
import org.toguna.kit.values.UncertainDate;

/** That somebody looked into a report: who, how, when, and what they found. */
@Schema(name = "BreachCheck", description = "That somebody looked into a report.")
public record Check(
    @Nullable ActorReference by,
    @Required @Code("check_method") @Schema(description = "How") String how,
    @Nullable UncertainDate when,
    @Schema(description = "What they found, in the source's words", maxLength = 2000)
        @Nullable String finding) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Check {
    how = how == null ? "" : how;
  }
}
