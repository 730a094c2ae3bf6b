package org.toguna.cases.coverage.checks;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the list was held against.
 *
 * @param seatsRepeated rows that repeat the seat of a unit as the unit, counted once
 */
@Schema(description = "The gazetteer that the list was held against.")
public record CensusSummary(
    @Schema(description = "Provider and edition", maxLength = 60) String provider,
    LocalDate asOf,
    @Schema(minimum = "0", maximum = "25000") int places,
    @Schema(minimum = "0", maximum = "25000") int seatsRepeated) {

  static CensusSummary of(Census census) {
    return new CensusSummary(
        census.provider(), census.asOf(), census.places().size(), census.seatsRepeated());
  }
}
