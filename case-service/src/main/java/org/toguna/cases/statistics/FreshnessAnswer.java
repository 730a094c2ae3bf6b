package org.toguna.cases.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.paging.Page;

/** How fresh the status of crises is, place by place. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FreshnessByPlace", description = "How fresh the status of crises is, by place.")
record FreshnessAnswer(
    @Schema(description = "Each once", minimum = "0", maximum = "50000") int crises,
    @Schema(maxItems = 5000) List<Place> items,
    @Schema(description = Page.UNDATED_LEFT_OUT) @Nullable Boolean undatedLeftOut) {

  /**
   * One unit. A crisis of several places stands in each of their units.
   *
   * @param unit absent for crises that are not known, or not shown, to that level
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "FreshnessOfPlace", description = "The crises of one unit.")
  record Place(
      @Schema(
              description = "Absent for crises that are not known, or not shown, to that level",
              maxLength = 80)
          @Nullable String unit,
      @Schema(minimum = "0", maximum = "50000") int fresh,
      @Schema(minimum = "0", maximum = "50000") int stale,
      @Schema(minimum = "0", maximum = "50000") int unknown,
      @Schema(description = "Stalest first; unknown last", maxItems = 50000) List<Age> crises) {}

  /** How old the last confirmation of one crisis is, by the rule of the board. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "FreshnessOfCrisis", description = "How old its last confirmation is.")
  record Age(
      UUID crisis,
      @Schema(enumeration = {"fresh", "stale", "unknown"}) String state,
      @Schema(description = "At least", minimum = "0", maximum = "4000000") @Nullable Long days,
      @Schema(description = "At most; absent if nobody says", minimum = "0", maximum = "4000000")
          @Nullable Long daysAtMost) {}
}
