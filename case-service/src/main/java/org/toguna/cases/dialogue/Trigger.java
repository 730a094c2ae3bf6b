package org.toguna.cases.dialogue;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.UncertainNumber;

/** What set a dialogue off, as the source puts it; a crisis that is recorded is named as such. */
@Schema(name = "CaseTrigger", description = "What set a dialogue off, as stated.")
public record Trigger(
    @Schema(description = "In the source's words", maxLength = 2000) @Nullable String asStated,
    @Nullable UncertainDate when,
    @Schema(description = "How long it had lasted; the unit is days, months or years")
        @Nullable UncertainNumber duration) {}
