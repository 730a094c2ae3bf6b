package org.toguna.cases.gazetteer.judgements;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.PlaceReference;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.ValueState;

/**
 * Whether two entries of the gazetteer, of two providers or of one, are the same place, as somebody
 * judged and why. Both entries stay as their providers have them, and the judgement can be revised.
 *
 * @param places exactly two, by the ids of their entries
 */
@Schema(description = "Whether two entries are the same place, as somebody judged.")
public record PlaceJudgement(
    @Schema(description = "The two entries, by id", minItems = 2, maxItems = 2)
        List<PlaceReference> places,
    @Schema(description = "Code of the list place_judgement", maxLength = 40) String verdict,
    @Schema(description = "What it rests on", maxLength = 2000) @Nullable String reason,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements Evidenced {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public PlaceJudgement {
    places = places == null ? List.of() : List.copyOf(places);
    verdict = verdict == null ? "" : verdict;
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }

  PlaceJudgement at(List<PlaceReference> found) {
    return new PlaceJudgement(found, verdict, reason, marking, states, citations, readings);
  }
}
