package org.toguna.cases.dialogue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.PlaceReference;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.UncertainNumber;
import org.toguna.kit.values.ValueState;

/**
 * One thread of dialogue, at any level from a village to a region. Its stages are observations,
 * kept in whatever order they came.
 *
 * @param place where it is about; never where its mediator lives because nothing else is known
 * @param scale how many villages, people or groups it covers
 * @param crises what it tries to end; a case may have none
 * @param parties everyone with a role in this case; the same person may have others elsewhere
 * @param suggestion the draft that was accepted; it can be accepted once
 */
@Schema(name = "Case", description = "One thread of dialogue.")
public record DialogueCase(
    @Required @Code("case_type") String type,
    @Code("case_level") @Nullable String level,
    @Schema(maxLength = 200) @Nullable String title,
    @Nullable PlaceReference place,
    @Nullable Trigger trigger,
    @Schema(description = "What it is to achieve", maxLength = 1000) @Nullable String purpose,
    @Nullable UncertainNumber scale,
    @Nullable NationalProcess nationalProcess,
    @Schema(maxItems = 50) List<Precondition> preconditions,
    @Schema(maxItems = 100) List<UUID> crises,
    @Schema(maxItems = 200) List<Party> parties,
    @Schema(maxItems = 200) List<StageObservation> stages,
    @Schema(maxLength = 20000) @Nullable String narrative,
    @Nullable UUID suggestion,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements Evidenced {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public DialogueCase {
    type = type == null ? "" : type;
    preconditions = preconditions == null ? List.of() : List.copyOf(preconditions);
    crises = crises == null ? List.of() : List.copyOf(crises);
    parties = parties == null ? List.of() : List.copyOf(parties);
    stages = stages == null ? List.of() : List.copyOf(stages);
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }
}
