package org.toguna.kit.holders;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which organisations hold a record. */
@Schema(description = "Which organisations other than its owner have read a record.")
record HolderList(
    UUID record,
    @Schema(maxItems = 1000) List<Held> items,
    @Schema(description = "Whether there are more than are listed") boolean more) {

  /** What one organisation holds of it: since when, and when last, true to a minute. */
  @Schema(name = "Held", description = "One view of the record in the hands of one organisation.")
  record Held(
      @Schema(
              description = "Its short name; `anyone` stands for those who did not sign in",
              maxLength = 63)
          String organisation,
      @Schema(
              description = "What of it; left out where it was read before this was kept",
              enumeration = {"full", "blurred"})
          @Nullable String view,
      Instant first,
      Instant last,
      @Schema(
              description =
                  "The latest version they read, as they are told it: a blurred view counts only"
                      + " what it shows. Left out where it was read before this was kept",
              minimum = "1")
          @Nullable Integer version,
      @Schema(description = "How often", minimum = "1", maximum = "9007199254740991") long times) {}
}
