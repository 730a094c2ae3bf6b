package org.toguna.cases.exposures;

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
 * What others know of somebody who talks, without any harm as yet.
 *
 * @param knownTo on which side they stand who know it
 */
@Schema(description = "What others know of somebody who talks.")
public record Exposure(
    @JsonProperty("case") @Schema(name = "case") @Nullable UUID dialogue,
    @Required @Code("exposure_kind") String type,
    @SayOrUnknown("Say who is exposed, or that this is unknown.") @Nullable ActorReference who,
    @Code("side") @Nullable String knownTo,
    @Schema(description = "Who knows it", maxItems = 50) List<ActorReference> by,
    @Nullable UncertainDate when,
    @Schema(description = "In the source's words", maxLength = 1000) @Nullable String asStated,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements PartOfCase {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Exposure {
    type = type == null ? "" : type;
    by = by == null ? List.of() : List.copyOf(by);
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }
}
