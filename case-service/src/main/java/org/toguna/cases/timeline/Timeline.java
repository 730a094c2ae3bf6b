package org.toguna.cases.timeline;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.UncertainDate;

/**
 * What is known of a case in time.
 *
 * @param entries by their first possible day; what has no bounds, or cannot be, comes last
 * @param more whether there is more than is told here
 */
@Schema(name = "CaseTimeline", description = "What is known of a case in time.")
record Timeline(
    @JsonProperty("case") @Schema(name = "case") UUID dialogue,
    @Schema(maxItems = 100000) List<Entry> entries,
    @Schema(description = "Whether there is more than is told here") boolean more) {

  /**
   * One dated field of one record; of a record without a date the record itself.
   *
   * @param code what is dated, where it has a code: a stage, a status, a type
   * @param when absent if nothing is said of it
   * @param odd whether the date cannot be; absent if it can
   * @param citations passages that say when; absent in a blurred view
   * @param documents from how many documents these are
   */
  @Schema(name = "TimelineEntry", description = "One dated field of one record.")
  record Entry(
      UUID record,
      @Schema(maxLength = 40) String kind,
      @Schema(enumeration = {"full", "blurred"}) String view,
      @Schema(description = "JSON Pointer to the date; empty for the record", maxLength = 500)
          String field,
      @Schema(maxLength = 40) @Nullable String code,
      @Schema(implementation = UncertainDate.class) @Nullable JsonNode when,
      @Schema(description = "The date cannot be; absent if it can") @Nullable Boolean odd,
      @Schema(minimum = "0", maximum = "100000") @Nullable Integer citations,
      @Schema(minimum = "0", maximum = "100000") @Nullable Integer documents) {}
}
