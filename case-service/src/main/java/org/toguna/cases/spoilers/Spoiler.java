package org.toguna.cases.spoilers;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.cases.dialogue.PartOfCase;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.SayOrUnknown;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.ValueState;

/** Somebody who works against a dialogue, or is turned against it, and how they react to what. */
@Schema(description = "Somebody who works against a dialogue.")
public record Spoiler(
    @JsonProperty("case") @Schema(name = "case") @Nullable UUID dialogue,
    @SayOrUnknown("Say who works against it, or that this is unknown.")
        @Nullable ActorReference who,
    @Code("side") @Nullable String side,
    @Schema(maxItems = 50) List<Reaction> reactions,
    @Schema(description = "In the source's words", maxLength = 1000) @Nullable String reason,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements PartOfCase {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Spoiler {
    reactions = reactions == null ? List.of() : List.copyOf(reactions);
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }
}
