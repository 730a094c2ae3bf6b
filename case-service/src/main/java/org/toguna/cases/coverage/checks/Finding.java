package org.toguna.cases.coverage.checks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line of the list, or of one place that no line means.
 *
 * @param line its number in the list, from 1; null for a place that no line means
 * @param place the place meant, or missing
 * @param candidates the places that may be meant, likeliest first
 * @param moreCandidates how many more may be meant than are told; null where all are
 * @param repeats the line that means the same place already
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "CoverageFinding", description = "What became of one line, or of one place.")
public record Finding(
    @Schema(description = "Code of the list coverage_result", maxLength = 40) String result,
    @Schema(description = "Code of the list coverage_reason", maxLength = 40) String reason,
    @Schema(minimum = "1", maximum = "2000") @Nullable Integer line,
    @Schema(maxLength = 200) @Nullable String written,
    @Nullable PlaceFound place,
    @Schema(maxItems = 50) List<PlaceFound> candidates,
    @Schema(description = "How many more may be meant than are told", minimum = "1", maximum = "100000")
        @Nullable Integer moreCandidates,
    @Schema(minimum = "1", maximum = "2000") @Nullable Integer repeats) {
  static final String MATCHED = "matched";
  static final String TO_CONFIRM = "to_confirm";
  static final String MISSING = "missing";
  static final String AMBIGUOUS = "ambiguous";
  static final String FOREIGN = "foreign";
  static final String UNCHECKABLE = "uncheckable";

  /** What to look at first comes first. */
  static final List<String> ORDER =
      List.of(MISSING, TO_CONFIRM, AMBIGUOUS, FOREIGN, UNCHECKABLE, MATCHED);

  private static final int MOST_CANDIDATES = 50;

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Finding {
    candidates = candidates == null ? List.of() : candidates;
    int kept = Math.min(candidates.size(), MOST_CANDIDATES);
    int more = (moreCandidates == null ? 0 : moreCandidates) + candidates.size() - kept;
    candidates = List.copyOf(candidates.subList(0, kept));
    moreCandidates = more == 0 ? null : more;
  }

  static Finding missing(CensusPlace place) {
    return new Finding(
        MISSING,
        place.seat() ? "seat_of_unit" : "not_listed",
        null,
        null,
        PlaceFound.of(place),
        List.of(),
        null,
        null);
  }
}
