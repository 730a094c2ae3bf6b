package org.toguna.cases.mandates;

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
 * Authority to speak for somebody. It is no permission: who speaks for a village may still need
 * leave from those who could stop it, and the other way round.
 *
 * @param dialogue the case it was given for; a standing mandate may have none
 * @param formalised whether the mandate was made formal, which a one-off leave is not
 */
@Schema(description = "Authority to speak for somebody.")
public record Mandate(
    @JsonProperty("case") @Schema(name = "case") @Nullable UUID dialogue,
    @Required @Code("mandate_kind") String type,
    @SayOrUnknown("Say who may speak, in the source's words at least.")
        @Nullable ActorReference holder,
    @Nullable ActorReference onBehalfOf,
    @Nullable ActorReference givenBy,
    @Schema(description = "For what", maxLength = 1000) @Nullable String scope,
    @Nullable UncertainDate given,
    @MayLie(MayLie.Beyond.AHEAD) @Nullable UncertainDate until,
    @Code("yes_no_unknown") @Nullable String formalised,
    @Schema(description = "In the source's words", maxLength = 1000) @Nullable String asStated,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements PartOfCase {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Mandate {
    type = type == null ? "" : type;
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }
}
