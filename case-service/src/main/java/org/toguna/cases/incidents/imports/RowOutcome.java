package org.toguna.cases.incidents.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one row; if nothing did, where the fault is and how to mend it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "IncidentImportRow")
public record RowOutcome(
    @Schema(
            description = "Line of the file, the header being 1",
            minimum = "2",
            maximum = "2147483647")
        int line,
    Kind outcome,
    @Schema(description = "The provider's id of the event", maxLength = 80)
        @Nullable String externalId,
    @Schema(description = "The incident; absent in a dry run and for rejected rows")
        @Nullable UUID incident,
    @Schema(description = "Codes of the lists incident_flag and import_flag", maxItems = 20)
        List<String> flags,
    @Schema(description = "The column or field at fault, as JSON Pointer", maxLength = 500)
        @Nullable String pointer,
    @Schema(maxLength = 60) @Nullable String code,
    @Schema(description = "What is wrong, and the remedy", maxLength = 1000)
        @Nullable String detail) {

  /** What can become of a row. */
  @Schema(
      name = "IncidentImportOutcome",
      enumeration = {"created", "unchanged", "revised", "rejected", "undone", "kept"})
  public enum Kind {
    @JsonProperty("created")
    CREATED,
    @JsonProperty("unchanged")
    UNCHANGED,
    @JsonProperty("revised")
    REVISED,
    @JsonProperty("rejected")
    REJECTED,
    /** What the row had brought was taken back. */
    @JsonProperty("undone")
    UNDONE,
    /** What the row had brought stays, since somebody changed it meanwhile. */
    @JsonProperty("kept")
    KEPT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
