package org.toguna.cases.observations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.paging.Page;

/**
 * What was negotiated against what was practised: for each issue how often it was demanded,
 * offered, agreed or imposed, and how far it was kept or enforced where that was last observed.
 *
 * @param cases how many cases were looked at
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What was negotiated against what was practised, as far as you may see it.")
public record TermMatrix(
    @Schema(minimum = "0", maximum = "1000") int cases,
    @Schema(minimum = "0", maximum = "5000") int terms,
    @Schema(maxItems = 100) List<Row> rows,
    @Schema(description = Page.UNDATED_LEFT_OUT) @Nullable Boolean undatedLeftOut) {

  /**
   * One issue. A term counts in every state that it came into; what nobody tells counts as unknown.
   */
  @Schema(name = "TermMatrixRow", description = "One issue; a term counts in each state it was in.")
  record Row(
      @Schema(description = "Code of the list term_issue", maxLength = 40) String issue,
      @Schema(minimum = "1", maximum = "5000") int terms,
      @Schema(minimum = "0", maximum = "5000") int demanded,
      @Schema(minimum = "0", maximum = "5000") int offered,
      @Schema(minimum = "0", maximum = "5000") int agreed,
      @Schema(minimum = "0", maximum = "5000") int partlyAgreed,
      @Schema(minimum = "0", maximum = "5000") int refused,
      @Schema(minimum = "0", maximum = "5000") int imposed,
      @Schema(minimum = "0", maximum = "5000") int withdrawn,
      @Schema(minimum = "0", maximum = "5000") int lapsed,
      @Schema(description = "Terms of which no state is known", minimum = "0", maximum = "5000")
          int stateUnknown,
      @Schema(description = "Of commitments") Levels compliance,
      @Schema(description = "Of rules") Levels enforcement,
      @Schema(maxItems = 100) List<Reason> reasons,
      @Schema(maxItems = 5000) List<Line> lines) {}

  /** How many terms stood on each level of a scale when they were last observed. */
  @Schema(
      name = "TermMatrixLevels",
      description =
          "Terms by the level of the last observation; never observed, or not told then, is"
              + " unknown.")
  public record Levels(
      @Schema(minimum = "0", maximum = "50000") int level0,
      @Schema(minimum = "0", maximum = "50000") int level1,
      @Schema(minimum = "0", maximum = "50000") int level2,
      @Schema(minimum = "0", maximum = "50000") int level3,
      @Schema(minimum = "0", maximum = "50000") int unknown) {

    Levels plus(Levels other) {
      return new Levels(
          level0 + other.level0,
          level1 + other.level1,
          level2 + other.level2,
          level3 + other.level3,
          unknown + other.unknown);
    }
  }

  /** A reason given for what was practised, and in how many observations. */
  @Schema(name = "TermMatrixReason")
  record Reason(
      @Schema(description = "Code of the list practice_reason", maxLength = 40) String reason,
      @Schema(minimum = "1", maximum = "20000") int observations) {}

  /** One term through time. */
  @Schema(name = "TermMatrixLine", description = "One term through time.")
  record Line(
      UUID term,
      @Schema(name = "case") @JsonProperty("case") @Nullable UUID dialogue,
      @Schema(description = "Code of the list term_nature", maxLength = 40) @Nullable String nature,
      @Schema(description = "State that it came into last", maxLength = 40) @Nullable String state,
      @Schema(description = "Oldest first", maxItems = 1000) List<Seen> observations) {}

  /** One observation of a term, on the scale that fits it. */
  @Schema(name = "TermMatrixObservation")
  record Seen(
      UUID observation,
      @Schema(implementation = org.toguna.kit.values.UncertainDate.class) @Nullable JsonNode when,
      @Schema(minimum = "0", maximum = "3") @Nullable Integer compliance,
      @Schema(minimum = "0", maximum = "3") @Nullable Integer enforcement,
      @Schema(description = "Code of the list practice_reason", maxLength = 40)
          @Nullable String reason) {

    @Nullable Integer on(Scale scale) {
      return scale == Scale.COMPLIANCE ? compliance : enforcement;
    }
  }
}
