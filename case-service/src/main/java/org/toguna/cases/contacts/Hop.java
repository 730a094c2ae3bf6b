package org.toguna.cases.contacts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.law.SayOrUnknown;

/** One step on the way to the other side: somebody, and what ties them to the one before. */
@Schema(name = "ContactHop", description = "One step on the way to the other side.")
public record Hop(
    @SayOrUnknown("Say who it was, or that this is unknown.") @Nullable ActorReference who,
    @Schema(description = "In the source's words", maxLength = 500) @Nullable String tie) {}
