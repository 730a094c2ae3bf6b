package org.toguna.cases.crises;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.UncertainNumber;

/** One kind of harm done by the crisis. */
@Schema(name = "CrisisHarm", description = "One kind of harm done by the crisis.")
public record Harm(
    @Schema(description = "Code of the list harm_type", maxLength = 40) String type,
    @Nullable UncertainNumber count,
    @Schema(description = "In the source's words", maxLength = 500) @Nullable String asStated) {}
