package org.toguna.actors.dictionary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of the dictionary. */
record DictionaryPage(
    @Schema(maxItems = 1000) List<DictionaryEntry> items,
    @Schema(description = "Cursor of the next page; absent on the last", maxLength = 2000)
        @Nullable String next) {}
