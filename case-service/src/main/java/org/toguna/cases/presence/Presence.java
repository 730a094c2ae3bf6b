package org.toguna.cases.presence;

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
import org.toguna.kit.values.PlaceReference;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.UncertainNumber;
import org.toguna.kit.values.ValueState;

/**
 * That an armed actor was in a place, in some manner and for some time, or that nobody was seen. An
 * open end is not a presence now: {@code lastConfirmed} says how old it is.
 *
 * @param distance how far off, for a base outside the place itself
 */
@Schema(description = "That an armed actor was in a place, in some manner and for some time.")
public record Presence(
    @Schema(name = "case") @JsonProperty("case") @Nullable UUID dialogue,
    @Required @Code("armed_presence") String type,
    @Nullable ActorReference actor,
    @Nullable PlaceReference place,
    @Schema(description = "How far off, in km") @Nullable UncertainNumber distance,
    @Nullable UncertainDate since,
    @Nullable UncertainDate until,
    @Nullable UncertainDate lastConfirmed,
    @Schema(description = "In the source's words", maxLength = 2000) @Nullable String asStated,
    @Nullable UUID suggestion,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements Evidenced {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Presence {
    type = type == null ? "" : type;
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }
}
