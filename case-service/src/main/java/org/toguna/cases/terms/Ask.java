package org.toguna.cases.terms;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.ValueState;

/**
 * What one side of a case asked for. It names terms, or says in its states that {@code /asks} is
 * none (the side asked for nothing), some (for something that nobody tells) or unknown; it is never
 * an empty list.
 */
@Schema(description = "What one side of a case asked for; that it was nothing is a statement too.")
public record Ask(
    @Schema(name = "case") @JsonProperty("case") @Nullable UUID dialogue,
    @Required @Code("side") String side,
    @Schema(maxItems = 50) List<ActorReference> by,
    @Schema(description = "The terms asked for", maxItems = 200) List<UUID> asks,
    @Schema(description = "In the source's words", maxLength = 2000) @Nullable String text,
    @Nullable UncertainDate when,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements Evidenced {
  static final String ASKS = "/asks";

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Ask {
    side = side == null ? "" : side;
    by = by == null ? List.of() : List.copyOf(by);
    asks = asks == null ? List.of() : List.copyOf(asks);
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }

  boolean saysNothingWasAsked() {
    return states.get(ASKS) == ValueState.none;
  }
}
