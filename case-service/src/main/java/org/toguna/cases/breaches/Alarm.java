package org.toguna.cases.breaches;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.values.UncertainDate;

/** Who raised the alarm, when and how. */
@Schema(name = "BreachAlarm", description = "Who raised the alarm, when and how.")
public record Alarm(
    @Nullable ActorReference by,
    @Nullable UncertainDate when,
    @Schema(description = "Code of the list contact_channel", maxLength = 40)
        @Nullable String channel) {}
