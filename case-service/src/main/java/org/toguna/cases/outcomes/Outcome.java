package org.toguna.cases.outcomes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.cases.dialogue.PartOfCase;
import org.toguna.cases.inspection.Rivals;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.PlaceReference;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.UncertainNumber;
import org.toguna.kit.values.UncertainShare;
import org.toguna.kit.values.ValueState;

/**
 * What came of a dialogue, as somebody observed it: planted fields, people back or not back, gifts.
 *
 * @param crisis the crisis that it is about, if it is
 * @param share of whom it is true: most of those who had left
 */
@Schema(description = "What came of a dialogue, as observed.")
public record Outcome(
    @JsonProperty("case") @Schema(name = "case") @Nullable UUID dialogue,
    @Required @Code("outcome_type") String type,
    @Nullable UncertainDate when,
    @Nullable PlaceReference place,
    @Nullable UncertainNumber count,
    @Nullable UncertainShare share,
    @Code("return_state") @Nullable String returned,
    @Nullable Transfer transfer,
    @Nullable ActorReference observer,
    @Nullable UUID crisis,
    @Schema(description = "In the source's words", maxLength = 2000) @Nullable String asStated,
    @Nullable UUID suggestion,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements PartOfCase {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Outcome {
    type = type == null ? "" : type;
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }

  /** Whether it tells what was paid as a ransom, or by whom. */
  boolean tellsOfARansom() {
    return (transfer != null && transfer.type().equals("ransom")) || Rivals.say(readings, "ransom");
  }
}
