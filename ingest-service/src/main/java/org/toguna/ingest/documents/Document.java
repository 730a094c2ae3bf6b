package org.toguna.ingest.documents;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.Reliability;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.ValueState;

/**
 * A report as it was posted. The original and the canonical text are kept beside it; a report that
 * could not be read is kept as well, with the code that says why.
 *
 * @param content a name of the bytes that only this service can make, to know them again
 */
@Schema(description = "A report as it was posted.")
public record Document(
    @Schema(description = "Code of the list document_status", maxLength = 20) String status,
    @Schema(description = "Code of the list failure_code, where it is not READY", maxLength = 40)
        @Nullable String failure,
    @Schema(maxLength = 500) @Nullable String failureDetail,
    @Schema(maxLength = 500) @Nullable String title,
    @Schema(maxLength = 300) @Nullable String publisher,
    @Schema(maxLength = 300) @Nullable String author,
    @Schema(maxLength = 2000) @Nullable String url,
    @Nullable UncertainDate publishedAt,
    @Schema(description = "BCP 47, und where it cannot be told", maxLength = 35) String language,
    @Nullable Reliability reliability,
    @Schema(maxLength = 100) String mediaType,
    @Schema(minimum = "0", maximum = "20971520") long bytes,
    @Schema(description = "SHA-256 of the original, in hexadecimal", maxLength = 64)
        String originalHash,
    @Schema(description = "SHA-256 of the canonical text, in hexadecimal", maxLength = 64)
        @Nullable String textHash,
    @Schema(
            description = "Length of the canonical text in UTF-16 code units",
            minimum = "0",
            maximum = "2147483647")
        int textLength,
    @Schema(minimum = "0", maximum = "1000000") int mentions,
    @Schema(minimum = "0", maximum = "100000") int repetitions,
    @Schema(readOnly = true) UUID content,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 0) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements Evidenced {

  public Document {
    states = Map.copyOf(states);
    citations = List.copyOf(citations);
    readings = List.copyOf(readings);
  }
}
