package org.toguna.cases.meetings;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;

/** What somebody said, as a paraphrase: never a quote, which stands in the citation. */
@Schema(name = "MeetingStatement", description = "What somebody said, as a paraphrase.")
public record Statement(
    @Nullable ActorReference by,
    @Schema(description = "Code of the list side", maxLength = 40) @Nullable String side,
    @Schema(maxLength = 2000) @Nullable String paraphrase) {}
