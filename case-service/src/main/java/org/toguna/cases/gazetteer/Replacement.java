package org.toguna.cases.gazetteer;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A unit that came in the place of an entry, as a source has it. */
@Schema(name = "Replacement")
public record Replacement(
    @Schema(description = "Id of the unit that came in its place", maxLength = 80) String unit,
    @Schema(maxLength = 200) String name,
    LocalDate day,
    @Schema(description = "What says so", maxLength = 500) String source,
    @Schema(
            description = "Whether all replacements together are all of it, or a part is untold",
            enumeration = {"whole", "part"})
        String extent) {}
