package org.toguna.cases.dialogue;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;

/**
 * Somebody's role in one case. Who has two roles in it is named twice; who was expressly kept out
 * is named as {@code excluded}.
 */
@Schema(name = "CaseParty", description = "Somebody's role in one case.")
public record Party(
    @Nullable UUID actor,
    @Schema(description = "The source's own words", maxLength = 300) @Nullable String asStated,
    @Required @Code("case_role") String role,
    @Code("side") @Nullable String side,
    @Schema(maxLength = 1000) @Nullable String note) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Party {
    role = role == null ? "" : role;
  }

  ActorReference reference() {
    return new ActorReference(actor, asStated, null);
  }
}
