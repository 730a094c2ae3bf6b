package org.toguna.cases.incidents;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;

/** Somebody who took part in an incident or was hit by it, and on which side. */
@Schema(description = "Who took part, or was hit, and on which side.")
public record Participant(
    @Schema(description = "Code of the list incident_side", maxLength = 40) String side,
    ActorReference who,
    @Nullable ExternalId externalId) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Participant {
    side = side == null ? "" : side;
    who = who == null ? new ActorReference(null, null, null) : who;
  }
}
