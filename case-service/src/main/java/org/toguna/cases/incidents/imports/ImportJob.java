package org.toguna.cases.incidents.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Marking;

/** An import as its organisation sees it: how far it came and what became of the rows so far. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "IncidentImport")
public record ImportJob(
    UUID id,
    @Schema(enumeration = {"waiting", "running", "cancelled", "done", "undoing", "undone"})
        String state,
    @Schema(description = "Nothing is recorded") boolean dryRun,
    @Schema(maxLength = 40) @Nullable String edition,
    @Schema(description = "Of the incidents that it creates") Marking marking,
    @Schema(description = "Who posted it", maxLength = 200) String person,
    Instant postedAt,
    @Nullable Instant endedAt,
    @Schema(minimum = "0", maximum = "2147483647") int rows,
    @Schema(description = "Rows behind it in this pass", minimum = "0", maximum = "2147483647")
        int position,
    Outcomes outcomes,
    @Schema(description = "Whether the failed rows can be retried: the file is still kept")
        boolean retryable,
    @Schema(description = "Rows a second so far", minimum = "0", maximum = "1000000000")
        @Nullable Double rate,
    @Schema(
            description = "At that rate; absent if it is not running",
            minimum = "0",
            maximum = "2147483647")
        @Nullable Integer secondsLeft) {

  /** How many rows ended how; a flagged one is counted under its outcome as well. */
  @Schema(name = "IncidentImportOutcomes")
  public record Outcomes(
      @Schema(minimum = "0", maximum = "2147483647") int created,
      @Schema(minimum = "0", maximum = "2147483647") int unchanged,
      @Schema(minimum = "0", maximum = "2147483647") int revised,
      @Schema(minimum = "0", maximum = "2147483647") int rejected,
      @Schema(minimum = "0", maximum = "2147483647") int undone,
      @Schema(minimum = "0", maximum = "2147483647") int kept,
      @Schema(minimum = "0", maximum = "2147483647") int flagged) {}
}
