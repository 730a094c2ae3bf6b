package org.toguna.cases.gazetteer.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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
    @Schema(description = "The column at fault, or in doubt, as JSON Pointer", maxLength = 100)
        @Nullable String pointer,
    @Schema(maxLength = 60) @Nullable String code,
    @Schema(description = "What is wrong, or in doubt, and the remedy", maxLength = 1000)
        @Nullable String detail,
    @Schema(description = "What it was taken with, to be looked at", maxItems = 20)
        List<String> flags) {

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

  /** A row of the columns line, outcome, id, pointer, code, detail and flags. */
  static RowOutcome read(ResultSet row) throws SQLException {
    return new RowOutcome(
        row.getInt(1),
        Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        List.of((String[]) row.getArray(7).getArray()));
  }

  static RowOutcome taken(Row row, Kind kind, String id) {
    return new RowOutcome(row.line(), kind, id, null, null, null, List.of());
  }

  /** The same, with what is to be looked at. */
  RowOutcome flagged(List<String> flags) {
    if (flags.isEmpty()) {
      return this;
    }
    var first = Doubt.of(flags.getFirst());
    return new RowOutcome(
        line, outcome, id, first.pointer(), first.word(), first.remedy(), List.copyOf(flags));
  }

  static RowOutcome rejected(Row row, RowFlaw flaw) {
    return new RowOutcome(
        row.line(), Kind.REJECTED, null, flaw.pointer(), flaw.code(), flaw.detail(), List.of());
  }
}
