package org.toguna.cases.anomalies;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.records.Served;
import org.toguna.kit.values.PossibleDays;
import org.toguna.kit.values.ReadingStatus;

/** A record that holds readings which were not accepted, or days that cannot be. */
@Schema(description = "A record with readings that were not accepted, or days that cannot be.")
record Anomaly(
    UUID record,
    @Schema(description = "Kind of record", maxLength = 40) String kind,
    @Schema(description = "Validator to settle it by", maxLength = 60) String etag,
    @Schema(maxLength = 300) @Nullable String title,
    @Schema(maxItems = 1000) List<Flag> flags) {

  /**
   * One such reading, or day, beside what the record follows.
   *
   * @param position null for a day that cannot be: it is settled by correcting the record, or by an
   *     accepted reading of the field that says why it stands
   */
  @Schema(name = "FlaggedReading", description = "A reading, beside what the record follows.")
  record Flag(
      @Schema(
              description = "Its place among the readings; absent for a day that cannot be",
              minimum = "0",
              maximum = "199")
          @Nullable Integer position,
      @Schema(description = "JSON Pointer to the field", maxLength = 500) String field,
      @Schema(description = "The value as stated", implementation = Object.class) JsonNode value,
      @Schema(description = "What the record follows", implementation = Object.class)
          @Nullable JsonNode stands,
      @Schema(enumeration = {"conflict", "work_needed", "issue"}) String status,
      @Schema(maxLength = 1000) @Nullable String reason,
      @Schema(description = "Another reading of the field was accepted") boolean settled) {}

  static Anomaly of(Served served, ObjectNode record) {
    Set<String> settled = new HashSet<>();
    for (JsonNode reading : record.path("readings")) {
      if (isAccepted(reading)) {
        settled.add(reading.path("field").asText());
      }
    }
    var flags = new ArrayList<Flag>();
    int position = 0;
    for (JsonNode reading : record.path("readings")) {
      if (!isAccepted(reading)) {
        String field = reading.path("field").asText();
        JsonNode stands = record.at(JsonPointer.compile(field));
        flags.add(
            new Flag(
                position,
                field,
                reading.path("value"),
                stands.isMissingNode() ? null : stands,
                reading.path("status").asText(),
                reading.path("reason").textValue(),
                settled.contains(field)));
      }
      position++;
    }
    for (JsonNode warning : record.path("warnings")) {
      if (PossibleDays.CODES.contains(warning.path("code").asText())) {
        String field = warning.path("pointer").asText();
        JsonNode stands = record.at(JsonPointer.compile(field));
        flags.add(
            new Flag(
                null,
                field,
                stands,
                stands,
                ReadingStatus.issue.name(),
                warning.path("detail").textValue(),
                settled.contains(field)));
      }
    }
    return new Anomaly(
        served.id(),
        record.path("kind").asText(),
        served.etag(),
        record.path("title").textValue(),
        flags);
  }

  private static boolean isAccepted(JsonNode reading) {
    return reading.path("status").asText().equals("accepted");
  }
}
