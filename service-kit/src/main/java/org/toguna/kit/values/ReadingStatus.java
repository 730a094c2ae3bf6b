package org.toguna.kit.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a reading. */
@Schema(
    description =
        "accepted: the record follows it; conflict: it competes with the accepted one; work_needed:"
            + " somebody must look; issue: it cannot be right, and is kept as stated.")
public enum ReadingStatus {
  accepted,
  conflict,
  work_needed,
  issue;

  @JsonCreator
  static ReadingStatus of(String name) {
    return Arrays.stream(values())
        .filter(status -> status.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "A reading is accepted, conflict, work_needed or issue."));
  }
}
