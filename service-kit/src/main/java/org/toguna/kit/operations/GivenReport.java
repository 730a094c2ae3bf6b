package org.toguna.kit.operations;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an organisation was given by the one that asks, in this service, whatever its label. */
@Schema(
    description =
        "What an organisation was given of the asking organisation's records, whatever their"
            + " label.")
record GivenReport(
    @Schema(maxLength = 63) String organisation,
    @Schema(maxItems = 100) List<GivenRecords.OfKind> kinds,
    @Schema(maxItems = 1000) List<GivenRecords.Given> items,
    @Schema(description = "For operators alone: whom to tell", maxItems = 100000)
        @Nullable List<GivenRecords.OfOwner> owners,
    @Schema(description = "Cursor of the next page; absent on the last", maxLength = 2000)
        @Nullable String next) {}
