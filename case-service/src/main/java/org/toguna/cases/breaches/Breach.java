package org.toguna.cases.breaches;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.PlaceReference;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.ValueState;

/**
 * An alleged breach of an agreement. It is reported, then being checked, then checked; only then
 * has it a verdict, which names whoever checked.
 *
 * @param terms those said to be broken, if anybody says which
 */
@Schema(description = "An alleged breach of an agreement, and what a check of it found.")
public record Breach(
    @Nullable UUID agreement,
    @Schema(maxItems = 50) List<UUID> terms,
    @Required @Code("breach_state") String state,
    @Schema(description = "What is said to have happened", maxLength = 2000) @Nullable String what,
    @Schema(maxItems = 50) List<ActorReference> accused,
    @Nullable PlaceReference place,
    @Nullable UncertainDate when,
    @Nullable Alarm reported,
    @Schema(maxItems = 50) List<Check> checks,
    @Code("breach_verdict") @Nullable String verdict,
    @Schema(description = "How it was explained", maxLength = 2000) @Nullable String explanation,
    @Schema(maxItems = 50) List<FollowUp> followUps,
    @Nullable UUID suggestion,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements Evidenced {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Breach {
    terms = terms == null ? List.of() : List.copyOf(terms);
    state = state == null ? "" : state;
    accused = accused == null ? List.of() : List.copyOf(accused);
    checks = checks == null ? List.of() : List.copyOf(checks);
    followUps = followUps == null ? List.of() : List.copyOf(followUps);
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }

  boolean isChecked() {
    return state.equals("checked");
  }
}
