package org.toguna.kit.changes;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.records.RecordEnvelope;

/** Changes since a cursor, and the cursor to ask with next time. */
@Schema(description = "Changes since a cursor, and the cursor to ask with next time.")
record ChangePage(
    @Schema(maxItems = 1000) List<Line> changes,
    @Schema(description = "Ask with this next time", maxLength = 2000) String next,
    @Schema(description = "Whether there is more at once") boolean more) {

  /** One record that changed. */
  @Schema(name = "Change")
  record Line(
      UUID id,
      @Schema(maxLength = 40) String kind,
      @Schema(description = "The record as you may see it now") @Nullable RecordEnvelope record,
      @Schema(description = "True if it is gone, or no longer yours to see")
          @Nullable Boolean gone) {}
}
