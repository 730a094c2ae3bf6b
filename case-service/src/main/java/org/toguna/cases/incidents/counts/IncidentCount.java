package org.toguna.cases.incidents.counts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Counts of the incidents that the reader may list; each incident stands in exactly one of them.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "IncidentCounts")
public record IncidentCount(
    @Schema(minimum = "0", maximum = "9007199254740991") long total,
    @Schema(maxItems = IncidentCount.MOST) List<Cell> items,
    @Schema(
            description =
                "With from or to: how many match but for a date that nobody could resolve",
            minimum = "0",
            maximum = "9007199254740991")
        @Nullable Long undatedLeftOut) {

  static final int MOST = 5_000;

  /**
   * One count.
   *
   * @param unit absent with {@code by=unit} for what is not known, or not shown, to that level
   *     <p>With {@code by=month} those that nobody can date are a cell of their own, without either
   *     month.
   * @param from the month of the incidents, which is {@code to} as well; or the first month that
   *     they can lie in: nobody is counted in a month that no source names
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "IncidentCountCell")
  public record Cell(
      @Schema(
              description = "With by=unit; absent for those known only to the unit around it",
              maxLength = 80)
          @Nullable String unit,
      @Schema(
              description = "With by=month: the first month it can be; absent if open",
              maxLength = 7)
          @Nullable String from,
      @Schema(
              description = "With by=month: the last month it can be; absent if open",
              maxLength = 7)
          @Nullable String to,
      @Schema(description = "With by=type: code of the list incident_type", maxLength = 40)
          @Nullable String type,
      @Schema(minimum = "1", maximum = "9007199254740991") long count) {}
}
