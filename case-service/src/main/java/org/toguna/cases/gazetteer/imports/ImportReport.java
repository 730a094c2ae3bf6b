package org.toguna.cases.gazetteer.imports;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a file: how many rows ended how, and the first that were rejected. */
@Schema(name = "GazetteerImport")
public record ImportReport(
    UUID id,
    @Schema(enumeration = {"places", "units", "outlines", "successions", "totals", "withdrawal"})
        String form,
    @Schema(description = "Nothing was kept but what became of the rows, for a day") boolean dryRun,
    @Schema(minimum = "0", maximum = "2147483647") int created,
    @Schema(minimum = "0", maximum = "2147483647") int updated,
    @Schema(minimum = "0", maximum = "2147483647") int unchanged,
    @Schema(minimum = "0", maximum = "2147483647") int rejected,
    @Schema(
            description = "Units that the rows of places brought along",
            minimum = "0",
            maximum = "2147483647")
        int unitsCreated,
    @Schema(description = "The first rows that were rejected", maxItems = 100)
        List<RowOutcome> firstRejected,
    @Schema(
            description = "Rows that were taken, and are to be looked at",
            minimum = "0",
            maximum = "2147483647")
        int flagged,
    @Schema(description = "The first of those", maxItems = 100) List<RowOutcome> firstFlagged) {

  static final int SHOWN = 100;
}
