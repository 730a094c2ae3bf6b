package org.toguna.cases.coverage.checks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.UncertainNumber;

/**
 * The three totals side by side: as stated, as listed, as the gazetteer has it; and every way to
 * read them where they differ. "The 109 villages of the commune", sent as a list that lacks three,
 * is 106 of 109 or 109 of 112 and more; nobody here picks one.
 *
 * @param listed lines of the list; null where the source does not give them
 * @param gazetteer places of the unit; null where the unit cannot be looked up
 * @param covered how many of these the list names, between the doubts
 * @param missing how many it lacks, between the doubts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CoverageTotals", description = "The totals side by side, in all their readings.")
public record Totals(
    @Nullable UncertainNumber stated,
    @Schema(description = "Code of the list coverage_total_of", maxLength = 40)
        @Nullable String statedCounts,
    @Nullable UncertainNumber statedLeftOff,
    @Schema(minimum = "0", maximum = "2000") @Nullable Integer listed,
    @Schema(minimum = "0", maximum = "25000") @Nullable Integer gazetteer,
    @Nullable UncertainNumber covered,
    @Nullable UncertainNumber missing,
    @Schema(maxItems = 10) List<CoverageReading> readings) {
  private static final Set<String> OF_UNIT = Set.of("unit", "both", "unclear");
  private static final Set<String> OF_LIST = Set.of("list", "both", "unclear");

  /** What was said about a list and its unit, before anybody looked. */
  record Stated(
      @Nullable UncertainNumber total,
      @Nullable String counts,
      @Nullable UncertainNumber leftOff) {}

  /**
   * @param listed null where the names are not known
   * @param findings null where nothing could be looked up
   */
  static Totals of(Stated stated, @Nullable Integer listed, @Nullable Findings findings) {
    boolean known = findings != null && listed != null;
    Span covered = known ? Span.of(findings.coveredAtLeast(), findings.coveredAtMost()) : null;
    Span missing = known ? Span.of(findings.missingAtLeast(), findings.missingAtMost()) : null;
    var readings = new ArrayList<CoverageReading>();
    if (missing != null) {
      readings.addAll(readings(stated, missing, "check"));
    }
    Span.of(stated.leftOff()).ifPresent(off -> readings.addAll(readings(stated, off, "source")));
    if (covered != null && findings != null) {
      Span unit = Span.of(findings.places(), findings.places());
      readings.add(reading("gazetteer_is_unit", "check", covered, unit));
    }
    return new Totals(
        stated.total(),
        stated.counts(),
        stated.leftOff(),
        listed,
        findings == null ? null : findings.places(),
        covered == null ? null : covered.number(),
        missing == null ? null : missing.number(),
        readings);
  }

  /** What the stated number means if it counts the unit, and if it counts the list. */
  private static List<CoverageReading> readings(Stated stated, Span missing, String missingBy) {
    Span total = Span.of(stated.total()).orElse(null);
    if (total == null) {
      return List.of();
    }
    String counts = stated.counts() == null ? "unclear" : stated.counts();
    var readings = new ArrayList<CoverageReading>();
    if (OF_UNIT.contains(counts)) {
      readings.add(reading("stated_is_unit", missingBy, total.less(missing), total));
    }
    if (OF_LIST.contains(counts)) {
      readings.add(reading("stated_is_list", missingBy, total, total.andAtLeast(missing)));
    }
    return readings;
  }

  private static CoverageReading reading(String reading, String missingBy, Span listed, Span unit) {
    return new CoverageReading(
        reading, missingBy, listed.number(), unit.number(), listed.says() + "/" + unit.says());
  }
}
