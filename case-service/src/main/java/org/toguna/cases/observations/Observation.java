package org.toguna.cases.observations;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.law.Code;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.ValueState;

/**
 * How far a term was seen to be kept or enforced, at one time, by one observer. A commitment has
 * compliance, a rule imposed on civilians has coercive enforcement: "never implemented" is betrayal
 * on the first scale and relief on the second.
 */
@Schema(description = "How far a term was seen to be kept or enforced, at one time.")
public record Observation(
    @Nullable UUID term,
    @Schema(
            description = "Of a commitment: 0 none, 1 minimal, 2 partial, 3 full",
            minimum = "0",
            maximum = "3")
        @Nullable Integer compliance,
    @Schema(
            description = "Of a rule: 0 never enforced, 1 rarely, 2 partly, 3 strictly",
            minimum = "0",
            maximum = "3")
        @Nullable Integer enforcement,
    @Code("practice_reason") @Schema(description = "Why") @Nullable String reason,
    @Schema(description = "In the source's words", maxLength = 2000) @Nullable String asStated,
    @Schema(description = "Who saw it") @Nullable ActorReference observer,
    @Nullable UncertainDate when,
    @Nullable UUID suggestion,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements Evidenced {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Observation {
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }
}
