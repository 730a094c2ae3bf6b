package org.toguna.cases.harms;

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
import org.toguna.kit.values.PlaceReference;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.UncertainNumber;
import org.toguna.kit.values.ValueState;

/**
 * What was done to somebody who talks, or to their community, because of the talks.
 *
 * @param author what kind of actor did it; left out only if the states say why
 * @param because what about the talks it was done for, in the source's words
 * @param consequence what it led to: who left, who fell silent
 */
@Schema(description = "What was done to somebody because of the talks.")
public record Harm(
    @JsonProperty("case") @Schema(name = "case") @Nullable UUID dialogue,
    @Required @Code("harm_type") String type,
    @SayOrUnknown("Say whom it befell, or that this is unknown.") @Nullable ActorReference who,
    @SayOrUnknown("Say what kind of actor did it, or that this is unknown: harm has an author.")
        @Code("harm_author")
        @Nullable String author,
    @Schema(description = "Who did it", maxItems = 50) List<ActorReference> by,
    @Nullable UncertainNumber count,
    @Nullable UncertainDate when,
    @Nullable UncertainNumber duration,
    @Nullable PlaceReference place,
    @Code("threat_channel") List<String> channels,
    @Schema(description = "In the source's words", maxLength = 1000) @Nullable String because,
    @Schema(description = "In the source's words", maxLength = 1000) @Nullable String consequence,
    @Schema(description = "In the source's words", maxLength = 2000) @Nullable String asStated,
    @Nullable UUID suggestion,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements PartOfCase {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Harm {
    type = type == null ? "" : type;
    by = by == null ? List.of() : List.copyOf(by);
    channels = channels == null ? List.of() : List.copyOf(channels);
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }
}
