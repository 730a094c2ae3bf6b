package org.toguna.cases.coverage.checks;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A place that a line means or may mean.
 *
 * @param unit the unit that it lies in, where that is another than the one checked
 * @param likeness of what is written to its name by sound, 1 for the same
 * @param listed whether another line means it already
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CoveragePlace", description = "A place that a line means or may mean.")
public record PlaceFound(
    @Schema(maxLength = 80) String id,
    @Schema(maxLength = 16) @Nullable String pcode,
    @Schema(maxLength = 200) String name,
    @Schema(description = "Provider and edition", maxLength = 60) String provider,
    @Schema(maxLength = 80) @Nullable String unit,
    @Schema(maxLength = 200) @Nullable String unitName,
    @Schema(minimum = "0", maximum = "1") @Nullable Double likeness,
    @Nullable Boolean listed) {

  static PlaceFound of(CensusPlace place) {
    return new PlaceFound(
        place.id(), place.pcode(), place.name(), place.provider(), null, null, null, null);
  }

  static PlaceFound of(Elsewhere.Found found) {
    CensusPlace place = found.place();
    return new PlaceFound(
        place.id(),
        place.pcode(),
        place.name(),
        place.provider(),
        found.unit(),
        found.unitName(),
        null,
        null);
  }

  PlaceFound alike(double howMuch, boolean isListed) {
    double rounded = Math.round(howMuch * 100) / 100.0;
    return new PlaceFound(
        id, pcode, name, provider, unit, unitName, rounded, isListed ? true : null);
  }
}
