package org.toguna.cases.outcomes;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.paging.Page;

/** One page of outcomes as they are served. */
record OutcomePage(
    @Schema(maxItems = 1000) List<OutcomeView> items,
    @Schema(description = "Cursor of the next page; absent on the last", maxLength = 2000)
        @Nullable String next,
    @Schema(description = "Only if asked for", minimum = "0", maximum = "9007199254740991")
        @Nullable Long total,
    @Schema(description = Page.UNDATED_LEFT_OUT) @Nullable Boolean undatedLeftOut) {}
