package org.toguna.kit.operations;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an organisation was given of others' records above GREEN, in this service. */
@Schema(description = "What an organisation was given of others' records above GREEN.")
record GivenReport(
    @Schema(maxLength = 63) String organisation,
    @Schema(maxItems = 100) List<GivenRecords.OfKind> kinds,
    @Schema(maxItems = 1000) List<GivenRecords.Given> items,
    @Schema(description = "Cursor of the next page; absent on the last", maxLength = 2000)
        @Nullable String next) {}
