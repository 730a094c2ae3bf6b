package org.toguna.cases.coverage.checks;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.PlaceReference;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.ValueState;

/**
 * What a check found: RED, for the person who asked, and gone unless they asked to keep it. That
 * nothing is missing from it says nothing of places that the gazetteer lacks too.
 *
 * @param list the list that was checked; null for names that are not kept here
 * @param gazetteer what it was held against; null where the unit cannot be looked up
 */
@Schema(
    description =
        "What a check found. It tells what is missing from a list; that nothing is missing it"
            + " cannot tell, since the gazetteer may lack the same places.")
public record CoverageCheck(
    @Nullable UUID list,
    @Schema(minimum = "1", maximum = "2147483647") @Nullable Integer listVersion,
    @Nullable PlaceReference unit,
    @Nullable CensusSummary gazetteer,
    Totals totals,
    @Schema(description = "How many findings there are of each result") Map<String, Integer> counts,
    @Schema(maxItems = CoverageCheck.MOST_FINDINGS) List<Finding> findings,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements Evidenced {

  static final int MOST_FINDINGS = 27_000;

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public CoverageCheck {
    counts = counts == null ? Map.of() : Map.copyOf(counts);
    findings = findings == null ? List.of() : List.copyOf(findings);
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }
}
