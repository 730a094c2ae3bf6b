package org.toguna.cases.coverage.gaps;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.PlaceReference;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.ValueState;

/**
 * The hypothesis that a place was left off a list, raised because something happened there.
 *
 * @param incident what happened, a record of the kind {@code incidentKind}
 * @param place where, as the owner of the list sees it
 * @param ground why it is thought so, a code of the list list_gap_ground
 */
@Schema(
    description =
        "A hypothesis to check: that a place was left off a list. It excuses nobody; what happened"
            + " there stays violence against civilians.")
public record ListGap(
    @Nullable UUID list,
    @Nullable UUID incident,
    @Schema(description = "Kind of the record of what happened", maxLength = 40)
        String incidentKind,
    @Nullable PlaceReference place,
    @Schema(description = "Code of the list list_gap_ground", maxLength = 40) String ground,
    @Schema(description = "Code of the list list_gap_status", maxLength = 40) String status,
    @Schema(description = "As organisation/name", maxLength = 200) @Nullable String closedBy,
    @Nullable Instant closedAt,
    @Schema(description = "What the check found", maxLength = 2000) @Nullable String reason,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements Evidenced {

  static final String TO_CHECK = "to_check";

  /** The status of one whose place has been found since. */
  static final String PLACED = "placed";

  /** The ground of one whose place is on no map. */
  static final String UNCHECKABLE = "uncheckable";

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public ListGap {
    incidentKind = incidentKind == null ? "" : incidentKind;
    ground = ground == null ? "" : ground;
    status = status == null ? "" : status;
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }

  static ListGap toCheck(
      UUID list, UUID incident, String kind, PlaceReference place, String ground, Marking marking) {
    return new ListGap(
        list, incident, kind, place, ground, TO_CHECK, null, null, null, marking, Map.of(),
        List.of(), List.of());
  }
}
