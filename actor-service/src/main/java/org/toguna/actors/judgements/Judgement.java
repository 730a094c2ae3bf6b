package org.toguna.actors.judgements;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.ValueState;

/**
 * Whether two actors are the same, as somebody judged and why. Nothing is merged by it: it can be
 * revised, and both actors stay as they are.
 */
@Schema(description = "Whether two actors are the same, as somebody judged.")
public record Judgement(
    @Nullable UUID one,
    @Nullable UUID other,
    @Schema(description = "Code of the list judgement", maxLength = 40) String verdict,
    @Schema(description = "What it rests on", maxLength = 2000) @Nullable String reason,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements Evidenced {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Judgement {
    verdict = verdict == null ? "" : verdict;
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }
}
