package org.toguna.cases.promises;

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
import org.toguna.kit.values.MayLie;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.ValueState;

/**
 * What somebody promised to do by when: to call, to come back, to check. Overdue is no status:
 * whoever asks is told what is open and past its last possible day.
 *
 * @param due when it is to be done at the latest
 */
@Schema(name = "DialoguePromise", description = "What somebody promised to do by when.")
public record Promise(
    @JsonProperty("case") @Schema(name = "case") @Nullable UUID dialogue,
    @Required @Code("promise_status") String status,
    @SayOrUnknown("Say who promised, or that this is unknown.") @Nullable ActorReference by,
    @Nullable ActorReference to,
    @Required @Schema(maxLength = 1000) @Nullable String what,
    @MayLie(MayLie.Beyond.AHEAD) @Nullable UncertainDate due,
    @Nullable UncertainDate kept,
    @Schema(description = "In the source's words", maxLength = 1000) @Nullable String asStated,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements PartOfCase {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Promise {
    status = status == null ? "" : status;
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }
}
