package org.toguna.kit.endpoints;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.paging.Page;
import org.toguna.kit.records.RecordEnvelope;

/** One page of records as they are served; the contract has one for each kind. */
@Schema(name = "RecordPage")
public record RecordPage(
    @Schema(maxItems = 1000) List<RecordEnvelope> items,
    @Schema(description = "Cursor of the next page; absent on the last", maxLength = 2000)
        @Nullable String next,
    @Schema(description = "Only if asked for", minimum = "0", maximum = "9007199254740991")
        @Nullable Long total,
    @Schema(description = Page.UNDATED_LEFT_OUT) @Nullable Boolean undatedLeftOut) {}
