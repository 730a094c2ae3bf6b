package org.toguna.cases.gazetteer.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.csv.Row;
import org.toguna.cases.csv.RowFlaw;

/** What became of one row, and if it was rejected, where the fault is and how to mend it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GazetteerImportRow")
public record RowOutcome(
    @Schema(
            description = "Line of the file, the header being 1",
            minimum = "2",
            maximum = "2147483647")
        int line,
    Kind outcome,
    @Schema(description = "Id of the unit or place", maxLength = 80) @Nullable String id,
    @Schema(description = "The column at fault, as JSON Pointer", maxLength = 100)
        @Nullable String pointer,
    @Schema(maxLength = 60) @Nullable String code,
    @Schema(description = "What is wrong, and the remedy", maxLength = 1000)
        @Nullable String detail) {

  /** What can become of a row. */
  @Schema(
      name = "GazetteerImportOutcome",
      enumeration = {"created", "updated", "unchanged", "rejected"})
  public enum Kind {
    @JsonProperty("created")
    CREATED,
    @JsonProperty("updated")
    UPDATED,
    @JsonProperty("unchanged")
    UNCHANGED,
    @JsonProperty("rejected")
    REJECTED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static RowOutcome taken(Row row, Kind kind, String id) {
    return new RowOutcome(row.line(), kind, id, null, null, null);
  }

  static RowOutcome rejected(Row row, RowFlaw flaw) {
    return new RowOutcome(
        row.line(), Kind.REJECTED, null, flaw.pointer(), flaw.code(), flaw.detail());
  }
}
