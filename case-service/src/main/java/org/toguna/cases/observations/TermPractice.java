package org.toguna.cases.observations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One row of the matrix without its terms: what was negotiated of an issue, and practised. */
@Schema(description = "One issue; a term counts in each state that it was in.")
public record TermPractice(
    @Schema(description = "Code of the list term_issue", maxLength = 40) String issue,
    @Schema(minimum = "1", maximum = "50000") int terms,
    @Schema(minimum = "0", maximum = "50000") int demanded,
    @Schema(minimum = "0", maximum = "50000") int offered,
    @Schema(minimum = "0", maximum = "50000") int agreed,
    @Schema(minimum = "0", maximum = "50000") int partlyAgreed,
    @Schema(minimum = "0", maximum = "50000") int refused,
    @Schema(minimum = "0", maximum = "50000") int imposed,
    @Schema(minimum = "0", maximum = "50000") int withdrawn,
    @Schema(minimum = "0", maximum = "50000") int lapsed,
    @Schema(description = "Terms of which no state is known", minimum = "0", maximum = "50000")
        int stateUnknown,
    @Schema(description = "Of commitments") TermMatrix.Levels compliance,
    @Schema(description = "Of rules") TermMatrix.Levels enforcement) {

  /** Of the terms of both, of one issue. */
  public TermPractice plus(TermPractice other) {
    return new TermPractice(
        issue,
        terms + other.terms,
        demanded + other.demanded,
        offered + other.offered,
        agreed + other.agreed,
        partlyAgreed + other.partlyAgreed,
        refused + other.refused,
        imposed + other.imposed,
        withdrawn + other.withdrawn,
        lapsed + other.lapsed,
        stateUnknown + other.stateUnknown,
        compliance.plus(other.compliance),
        enforcement.plus(other.enforcement));
  }

  /** By issue, of whatever its reader may see. */
  public static List<TermPractice> of(List<ObjectNode> terms, List<ObjectNode> observations) {
    return MatrixRows.of(terms, observations).stream()
        .map(
            row ->
                new TermPractice(
                    row.issue(),
                    row.terms(),
                    row.demanded(),
                    row.offered(),
                    row.agreed(),
                    row.partlyAgreed(),
                    row.refused(),
                    row.imposed(),
                    row.withdrawn(),
                    row.lapsed(),
                    row.stateUnknown(),
                    row.compliance(),
                    row.enforcement()))
        .toList();
  }
}
