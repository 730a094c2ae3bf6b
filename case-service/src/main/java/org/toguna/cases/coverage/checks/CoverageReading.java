package org.toguna.cases.coverage.checks;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.values.UncertainNumber;

/**
 * One way in which the totals can be understood; none of them is preferred.
 *
 * @param says as people write it: 106/109, or 109/112+ where the unit has at least that many
 */
@Schema(description = "One way in which the totals can be understood.")
public record CoverageReading(
    @Schema(description = "Code of the list coverage_reading", maxLength = 40) String reading,
    @Schema(
            description = "What says how many are missing: this check, or the source of the list",
            enumeration = {"check", "source"})
        String missingBy,
    @Schema(description = "Places of the unit that are listed") UncertainNumber listed,
    @Schema(description = "Places of the unit") UncertainNumber unit,
    @Schema(maxLength = 100) String says) {}
