package org.toguna.cases.incidents;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/**
 * Coordinates as a provider gives them, which may be the centroid of a whole region: they mean
 * nothing without the provider's own code of precision.
 */
@Schema(description = "Coordinates as the provider gives them (WGS 84).")
public record Position(
    @Schema(minimum = "-90", maximum = "90") double lat,
    @Schema(minimum = "-180", maximum = "180") double lon,
    @Schema(description = "UCDP's where_prec, 1 to 7, as stated", maxLength = 1)
        @Nullable String wherePrec) {

  List<Flaw> flaws(JsonPointer at) {
    Flaws flaws = new Flaws(at);
    flaws.unless(Math.abs(lat) <= 90, "lat", "outside-the-world", "Latitude is -90 to 90.");
    flaws.unless(Math.abs(lon) <= 180, "lon", "outside-the-world", "Longitude is -180 to 180.");
    flaws.unless(
        wherePrec == null || wherePrec.matches("[1-7]"),
        "wherePrec",
        "not-a-code",
        "UCDP's where_prec is 1 to 7; leave it out if there is none.");
    return flaws.found();
  }
}
