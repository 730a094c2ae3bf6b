package org.toguna.cases.breaches;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.law.Code;
import org.toguna.kit.values.UncertainDate;

/** Who raised the alarm, when and how. */
@Schema(name = "BreachAlarm", description = "Who raised the alarm, when and how.")
public record Alarm(
    @Nullable ActorReference by,
    @Nullable UncertainDate when,
    @Code("contact_channel") @Nullable String channel) {}
