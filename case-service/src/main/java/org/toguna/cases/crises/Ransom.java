package org.toguna.cases.crises;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.values.UncertainNumber;

/**
 * What was paid for somebody, and by whom. A crisis that says any of it is full for its owner
 * alone. That a ransom was paid and no more, is the state {@code some} at {@code
 * /victims/0/ransom}; that none was paid is {@code none}.
 *
 * @param currency ISO 4217
 */
@Schema(description = "What was paid, and by whom; shown to nobody outside the owner.")
public record Ransom(
    @Nullable UncertainNumber amount,
    @Schema(description = "ISO 4217", examples = "XOF", maxLength = 3) @Nullable String currency,
    @Nullable ActorReference payer,
    @Schema(description = "In the source's words", maxLength = 500) @Nullable String asStated) {}
