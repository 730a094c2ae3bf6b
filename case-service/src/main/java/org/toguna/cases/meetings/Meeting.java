package org.toguna.cases.meetings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.cases.dialogue.PartOfCase;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.MayLie;
import org.toguna.kit.values.PlaceReference;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.UncertainNumber;
import org.toguna.kit.values.ValueState;

/**
 * A meeting, held or to come. As long as it may lie ahead it is its owner's alone, whatever its
 * marking; it opens when somebody records that it was held, or revises it after its last possible
 * day; never unnoticed, because a day has passed.
 *
 * @param times for how many meetings this one record stands, where the source tells no more of them
 * @param place as coarse as it may be told; coordinates are not kept
 */
@Schema(description = "A meeting, held or to come.")
public record Meeting(
    @JsonProperty("case") @Schema(name = "case") @Nullable UUID dialogue,
    @Required @Code("meeting_status") String status,
    @Nullable ActorReference proposedBy,
    @MayLie(MayLie.Beyond.AHEAD) @Nullable UncertainDate when,
    @Nullable UncertainNumber duration,
    @Schema(description = "For how many meetings it stands") @Nullable UncertainNumber times,
    @Code("meeting_place") @Nullable String placeKind,
    @Schema(description = "As coarse as it may be told; coordinates are not kept")
        @Nullable PlaceReference place,
    @Schema(maxItems = 20) List<Attendance> attendance,
    @Schema(maxItems = 20) List<Condition> conditions,
    @Code("contact_channel") List<String> channels,
    @Schema(maxItems = 50) List<Statement> said,
    @Schema(description = "What it led to", maxLength = 2000) @Nullable String result,
    @Schema(description = "In the source's words", maxLength = 2000) @Nullable String asStated,
    @Nullable UUID suggestion,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements PartOfCase {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Meeting {
    status = status == null ? "" : status;
    attendance = attendance == null ? List.of() : List.copyOf(attendance);
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
    channels = channels == null ? List.of() : List.copyOf(channels);
    said = said == null ? List.of() : List.copyOf(said);
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }

  /**
   * Whether its time lies ahead, or may: only what was held, or what was to be on days that are
   * over, does not.
   */
  boolean mayLieAhead(LocalDate today) {
    return !status.equals("held")
        && (when == null || when.latest() == null || !when.latest().isBefore(today));
  }

  /** Whether it is said to have been held on days that are still to come. */
  boolean heldAhead(LocalDate today) {
    return status.equals("held")
        && when != null
        && when.earliest() != null
        && when.earliest().isAfter(today);
  }
}
