package org.toguna.cases.handovers;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.cases.dialogue.PartOfCase;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;
import org.toguna.kit.law.SayOrUnknown;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.ValueState;

/**
 * That a case passed to other hands, or was to: offered, then accepted or declined.
 *
 * @param continuedIn the case in which the others went on, if it is one of its own
 */
@Schema(description = "That a case passed to other hands, or was to.")
public record Handover(
    @JsonProperty("case") @Schema(name = "case") @Nullable UUID dialogue,
    @Required @Code("handover_status") String status,
    @SayOrUnknown("Say who handed it over, or that this is unknown.") @Nullable ActorReference from,
    @SayOrUnknown("Say to whom, or that this is unknown.") @Nullable ActorReference to,
    @Schema(description = "In the source's words", maxLength = 2000) @Nullable String reason,
    @Nullable UncertainDate offered,
    @Nullable UncertainDate answered,
    @Nullable UUID continuedIn,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements PartOfCase {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Handover {
    status = status == null ? "" : status;
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }
}
