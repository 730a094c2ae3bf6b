package org.toguna.cases.terms;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.law.Code;
import org.toguna.kit.values.UncertainNumber;

/** What one side gives in an exchange: a captive, an end of attacks, a levy. */
@Schema(name = "TermLeg", description = "What one side gives in an exchange.")
public record Leg(
    @Code("side") @Schema(description = "Who gives") @Nullable String side,
    @Nullable ActorReference from,
    @Nullable ActorReference to,
    @Schema(description = "What is given, in the source's words", maxLength = 500)
        @Nullable String gives,
    @Schema(description = "Who is given back, where it is a person")
        @Nullable ActorReference person,
    @Schema(description = "How much; never of a ransom") @Nullable UncertainNumber amount) {}
