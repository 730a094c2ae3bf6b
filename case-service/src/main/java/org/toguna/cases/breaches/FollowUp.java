package org.toguna.cases.breaches;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.law.Code;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.UncertainNumber;

/** What came after the verdict: a gift of rice, a sum of money, an apology. */
@Schema(name = "BreachFollowUp", description = "What came after the verdict.")
public record FollowUp(
    @Code("transfer_type")
        @Schema(
            description = "Code of the list transfer_type, where something was handed over",
            maxLength = 40)
        @Nullable String type,
    @Nullable ActorReference by,
    @Nullable ActorReference to,
    @Schema(description = "In the source's words", maxLength = 1000) @Nullable String what,
    @Schema(description = "How much; never of a ransom") @Nullable UncertainNumber amount,
    @Nullable UncertainDate when) {}
