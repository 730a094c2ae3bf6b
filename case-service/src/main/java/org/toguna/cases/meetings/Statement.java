package org.toguna.cases.meetings;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;

/** What somebody said, as a paraphrase: never a quote, which stands in the citation. */
@Schema(name = "MeetingStatement", description = "What somebody said, as a paraphrase.")
public record Statement(
    @Nullable ActorReference by,
    @Code("side") @Nullable String side,
    @Required @Schema(maxLength = 2000) @Nullable String paraphrase) {}
