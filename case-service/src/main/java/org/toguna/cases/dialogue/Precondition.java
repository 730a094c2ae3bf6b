package org.toguna.cases.dialogue;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;

/** What somebody wanted to see before they would talk at all. */
@Schema(description = "What somebody wanted to see before they would talk.")
public record Precondition(
    @Nullable ActorReference by,
    @Required @Schema(description = "In the source's words", maxLength = 1000)
        @Nullable String asStated,
    @Code("yes_no_unknown") @Nullable String met) {}
