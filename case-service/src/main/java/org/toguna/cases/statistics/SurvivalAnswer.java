package org.toguna.cases.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.paging.Page;

/**
 * How long sieges or pacts last that the reader may list.
 *
 * @param asOf the day that it was asked on: whatever is watched is watched until then at most
 * @param n how many the curve is made of
 * @param ended how many of them ended
 * @param censored how many of them nobody says to have ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Survival", description = "How long they last that you may list, as a band.")
record SurvivalAnswer(
    @Schema(enumeration = {"siege", "pact"}) String of,
    LocalDate asOf,
    @Schema(minimum = "0", maximum = "50000") int n,
    @Schema(minimum = "0", maximum = "50000") int ended,
    @Schema(minimum = "0", maximum = "50000") int censored,
    Excluded leftOut,
    Median median,
    @Schema(maxItems = SurvivalAnswer.MOST_STEPS) List<Point> steps,
    @Schema(description = Page.UNDATED_LEFT_OUT) @Nullable Boolean undatedLeftOut,
    @Schema(description = "Whether the curve has more steps, of which these are evenly chosen")
        boolean more) {

  static final int MOST_STEPS = 200;

  /** Those that no duration can be told of, by the reason. */
  @Schema(name = "SurvivalLeftOut", description = "Whatever has no duration, by the reason.")
  record Excluded(
      @Schema(description = "No beginning is told", minimum = "0", maximum = "50000")
          int startUnknown,
      @Schema(
              description = "The beginning is known on one side only",
              minimum = "0",
              maximum = "50000")
          int startOpen,
      @Schema(description = "Ended before it began, as told", minimum = "0", maximum = "50000")
          int endedBeforeStart) {}

  /**
   * The day on which half have ended.
   *
   * @param reached {@code yes} within the band, {@code maybe} if only the lower edge comes to a
   *     half, {@code no} if neither does
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "SurvivalMedian", description = "After how many days half have ended.")
  record Median(
      @Schema(enumeration = {"yes", "maybe", "no"}) String reached,
      @Schema(minimum = "0", maximum = "4000000") @Nullable Long low,
      @Schema(minimum = "0", maximum = "4000000") @Nullable Long high) {}

  /** The band from one day to the next step. */
  @Schema(name = "SurvivalStep", description = "The band from this day to the next step.")
  record Point(
      @Schema(description = "Days since the beginning", minimum = "0", maximum = "4000000")
          long day,
      @Schema(description = "The least it can be", minimum = "0", maximum = "1") double survivalLow,
      @Schema(description = "The most it can be", minimum = "0", maximum = "1") double survivalHigh,
      @Schema(description = "Lasting and watched until this day") Range atRisk,
      @Schema(description = "Ended by this day, together") Range ended,
      @Schema(description = "No longer watched after this day, together") Range censored) {}

  /** A number that dates leave open between two. */
  @Schema(name = "SurvivalRange", description = "A number that dates leave open between two.")
  record Range(
      @Schema(minimum = "0", maximum = "50000") long low,
      @Schema(minimum = "0", maximum = "50000") long high) {}
}
