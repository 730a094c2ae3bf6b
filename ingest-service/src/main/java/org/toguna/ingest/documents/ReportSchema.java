package org.toguna.ingest.documents;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.UncertainDate;

/** The JSON form of a posted report, for the contract; {@code text.JsonReport} reads it. */
@Schema(name = "Report", description = "A report with what is known of it: either text or html.")
record ReportSchema(
    @Schema(maxLength = 10485760) @Nullable String text,
    @Schema(maxLength = 10485760) @Nullable String html,
    @Schema(maxLength = 500) @Nullable String title,
    @Schema(maxLength = 300) @Nullable String publisher,
    @Schema(
            description =
                "A day, month or year (EDTF) or the words of the source; or, where you worked it"
                    + " out, its bounds with the basis. An anchor is refused.",
            oneOf = {String.class, UncertainDate.class})
        @Nullable Object publishedAt,
    @Schema(maxLength = 2000) @Nullable String url,
    @Schema(description = "BCP 47", maxLength = 35) @Nullable String language,
    @Schema(maxLength = 300) @Nullable String author,
    @Schema(description = "Admiralty scale, A to F", maxLength = 1) @Nullable String reliability) {}
