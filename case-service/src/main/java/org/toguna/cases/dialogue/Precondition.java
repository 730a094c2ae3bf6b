package org.toguna.cases.dialogue;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;

/** What somebody wanted to see before they would talk at all. */
@Schema(description = "What somebody wanted to see before they would talk.")
public record Precondition(
    @Nullable ActorReference by,
    @Schema(description = "In the source's words", maxLength = 1000) @Nullable String asStated,
    @Schema(description = "Code of the list yes_no_unknown", maxLength = 40)
        @Nullable String met) {}
