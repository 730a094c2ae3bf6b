package org.toguna.cases.crises;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.law.Code;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.UncertainNumber;

/**
 * Those it befell who share one fate: two of whom one was freed are two entries, and what is known
 * of the one says nothing about the other.
 *
 * @param fateWhen when that became of them
 * @param means how it came about, in the source's words
 * @param exchangedFor for whom they were exchanged
 */
@Schema(description = "Those it befell who share one fate.")
public record Victims(
    @Schema(description = "In the source's words", maxLength = 300) @Nullable String description,
    @Nullable UncertainNumber count,
    @Code("hostage_fate") @Nullable String fate,
    @Nullable UncertainDate fateWhen,
    @Schema(description = "In the source's words", maxLength = 1000) @Nullable String means,
    @Nullable Ransom ransom,
    @Nullable ActorReference exchangedFor,
    @Nullable ActorReference person) {}
