package org.toguna.cases.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Counts of the records that the reader may list.
 *
 * @param total each record once
 * @param items each record once as well, but with {@code by=unit}: there a record of several places
 *     stands in each of their units
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RecordCounts", description = "Counts of the records that you may list.")
public record RecordCounts(
    @Schema(minimum = "0", maximum = "9007199254740991") long total,
    @Schema(maxItems = RecordCounts.MOST) List<Cell> items,
    @Schema(
            description =
                "With from or to: how many match but for a date that nobody could resolve",
            minimum = "0",
            maximum = "9007199254740991")
        @Nullable Long undatedLeftOut) {

  static final int MOST = 5_000;

  /** One count; by month, those that nobody can date are a cell of their own without months. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "RecordCountCell")
  public record Cell(
      @Schema(
              description = "With by=unit; absent for those known to none of the units within",
              maxLength = 80)
          @Nullable String unit,
      @Schema(
              description = "With by=month: the first month it can lie in; absent if open",
              maxLength = 7)
          @Nullable String from,
      @Schema(
              description = "With by=month: the last month it can lie in; absent if open",
              maxLength = 7)
          @Nullable String to,
      @Schema(description = "With by=type: the code", maxLength = 40) @Nullable String type,
      @Schema(
              description = "With by=status or by=stage: the code; absent if it is not told",
              maxLength = 40)
          @Nullable String status,
      @Schema(minimum = "1", maximum = "9007199254740991") long count) {}
}
