package org.toguna.cases.contacts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;

/** One step on the way to the other side: somebody, and what ties them to the one before. */
@Schema(name = "ContactHop", description = "One step on the way to the other side.")
public record Hop(
    @Nullable ActorReference who,
    @Schema(description = "In the source's words", maxLength = 500) @Nullable String tie) {}
