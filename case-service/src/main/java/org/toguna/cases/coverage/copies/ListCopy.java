package org.toguna.cases.coverage.copies;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.ValueState;

/**
 * A copy of one version of a list that is to leave the registry: who asked, for whom and what for,
 * and who decided. The names are not in it; they are written when it is fetched.
 *
 * @param recipient whoever is to get it, in the words of whoever asked
 */
@Schema(description = "A copy of a coverage list that is to leave the registry.")
public record ListCopy(
    @Nullable UUID list,
    @Schema(minimum = "1", maximum = "2147483647") int listVersion,
    @Schema(description = "Code of the list list_copy_status", maxLength = 40) String status,
    @Schema(maxLength = 300) @Nullable String recipient,
    @Schema(maxLength = 1000) @Nullable String purpose,
    @Schema(description = "As organisation/name", maxLength = 200) String requestedBy,
    @Schema(description = "As organisation/name", maxLength = 200) @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Schema(maxLength = 1000) @Nullable String reason,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements Evidenced {

  static final String REQUESTED = "requested";
  static final String APPROVED = "approved";
  static final String REFUSED = "refused";

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public ListCopy {
    status = status == null ? "" : status;
    requestedBy = requestedBy == null ? "" : requestedBy;
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }

  static ListCopy requested(
      UUID list,
      int version,
      @Nullable String recipient,
      @Nullable String purpose,
      String person,
      Marking marking) {
    return new ListCopy(
        list, version, REQUESTED, recipient, purpose, person, null, null, null, marking, Map.of(),
        List.of(), List.of());
  }
}
