package org.toguna.cases.outcomes;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;
import org.toguna.kit.values.UncertainNumber;

/**
 * What changed hands: rice and a sum of money, as stated. Of a ransom only its owner learns more
 * than that it was paid.
 */
@Schema(name = "OutcomeTransfer", description = "What changed hands.")
public record Transfer(
    @Required @Code("transfer_type") String type,
    @Nullable ActorReference from,
    @Nullable ActorReference to,
    @Schema(maxLength = 500) @Nullable String items,
    @Nullable UncertainNumber amount,
    @Schema(description = "ISO 4217", maxLength = 3) @Nullable String currency) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Transfer {
    type = type == null ? "" : type;
  }
}
