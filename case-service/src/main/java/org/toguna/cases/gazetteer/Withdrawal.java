package org.toguna.cases.gazetteer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Since when an entry is not to be used any more, and why. */
@Schema(name = "Withdrawal")
public record Withdrawal(
    @Schema(description = "From this day on it does not stand") @NotNull LocalDate on,
    @Schema(minLength = 1, maxLength = 500) @NotNull @Size(min = 1, max = 500) String because) {}
