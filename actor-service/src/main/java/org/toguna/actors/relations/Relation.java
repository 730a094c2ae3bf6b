package org.toguna.actors.relations;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.MayLie;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.ValueState;

/**
 * A tie from one actor to another. Whoever may see it may see both; nothing follows from it for the
 * other direction, except where the type says so.
 */
@Schema(description = "A tie from one actor to another.")
public record Relation(
    @Schema(description = "The actor whose tie it is") @Nullable UUID from,
    @Schema(description = "The actor that it leads to") @Nullable UUID to,
    @Schema(description = "Code of the list relation_type", maxLength = 40) String type,
    @Schema(description = "The tie in the source's own words: uncle, old pact", maxLength = 300)
        @Nullable String asStated,
    @MayLie(MayLie.Beyond.LONG_AGO) @Nullable UncertainDate since,
    @MayLie(MayLie.Beyond.AHEAD) @Nullable UncertainDate until,
    @Schema(maxLength = 2000) @Nullable String note,
    @Nullable UUID suggestion,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements Evidenced {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Relation {
    type = type == null ? "" : type;
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }
}
