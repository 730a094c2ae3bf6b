package org.toguna.cases.links;

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
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.ValueState;

/**
 * How one case belongs to another. It is seen by nobody who may not see both.
 *
 * @param from the case of which the link is told: <em>from</em> grew out of <em>to</em>, was handed
 *     over to it, is part of it, is a precedent of it, was influenced by it
 */
@Schema(description = "How one case belongs to another.")
public record CaseLink(
    @Nullable UUID from,
    @Nullable UUID to,
    @Required @Code("case_link") String type,
    @Nullable UncertainDate when,
    @Schema(description = "In the source's words", maxLength = 1000) @Nullable String asStated,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements Evidenced {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public CaseLink {
    type = type == null ? "" : type;
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }
}
