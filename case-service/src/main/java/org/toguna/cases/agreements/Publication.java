package org.toguna.cases.agreements;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.values.UncertainDate;

/**
 * That the parties themselves made the agreement known: read out, signed in public, broadcast. That
 * somebody else wrote about it is no publication.
 */
@Schema(
    name = "AgreementPublication",
    description =
        "That the parties themselves made the agreement known. Without it, one with armed men stops"
            + " at the region for others.")
public record Publication(
    @Nullable ActorReference by,
    @Nullable UncertainDate when,
    @Schema(description = "Where and how, in the source's words", maxLength = 1000)
        @Nullable String asStated) {}
