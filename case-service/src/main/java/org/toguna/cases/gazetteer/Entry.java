package org.toguna.cases.gazetteer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.values.PlaceReference;

/** A unit or place as one provider has it, with all its names and the units around it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GazetteerEntry")
public record Entry(
    @Schema(maxLength = 80) String id,
    @Schema(description = "The provider's P-code; absent where none is published", maxLength = 16)
        @Nullable String pcode,
    @Schema(description = "Provider and edition", maxLength = 60) String provider,
    PlaceLevel level,
    @Schema(maxLength = 200) String name,
    @Schema(maxItems = 1000) List<Name> names,
    @Schema(description = "Units around it, coarse to fine", maxItems = 4)
        List<PlaceReference.Ancestor> within,
    @Schema(minimum = "-90", maximum = "90") @Nullable Double lat,
    @Schema(minimum = "-180", maximum = "180") @Nullable Double lon,
    @Schema(description = "Feature class and code of GeoNames", maxLength = 12)
        @Nullable String kind,
    @Schema(minimum = "0", maximum = "9007199254740991") @Nullable Long population,
    @Schema(
            description = "The unit whose seat this entry repeats under the unit's code",
            maxLength = 80)
        @Nullable String seatOf,
    @Schema(
            description = "The unit in whose outline it lies, where its code names another",
            maxLength = 80)
        @Nullable String foundIn,
    @Schema(
            description = "What its existence and dates are cited from, as for a law",
            maxLength = 500)
        @Nullable String source,
    @Schema(description = "What is to be known before it is used", maxItems = 20)
        List<String> flags,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Schema(description = "Present if it is not to be used any more")
        @Nullable Withdrawal withdrawn,
    @Schema(description = "The units of a later division that came in its place", maxItems = 1000)
        @Nullable List<Replacement> replacedBy,
    @Schema(minimum = "1", maximum = "2147483647") int version,
    Instant updatedAt) {}
