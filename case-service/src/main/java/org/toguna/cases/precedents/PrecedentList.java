package org.toguna.cases.precedents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.http.Caching;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.values.PlaceReference;

/** The nearest cases that the reader may see, best first. */
@Schema(description = "The nearest cases that you may see, best first; the same score is by id.")
record PrecedentList(
    @Schema(maxItems = PrecedentList.MOST) List<Precedent> items,
    @Schema(description = "Whether more cases could be compared: ask for a higher limit")
        boolean more) {
  static final int MOST = 100;

  /** An answer that nobody keeps: it tells of cases of any marking. */
  static RestResponse<PrecedentList> answer(PrecedentList list) {
    return RestResponse.ResponseBuilder.ok(list)
        .header("Cache-Control", Caching.of(Tlp.RED))
        .build();
  }

  /** One case, and what its score is made of. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Precedent", description = "One case, and what its score is made of.")
  record Precedent(
      @JsonProperty("case") @Schema(name = "case") UUID dialogue,
      @Schema(description = "Code of the list case_type", maxLength = 40) String type,
      @Schema(maxLength = 200) @Nullable String title,
      @Schema(implementation = PlaceReference.class) @Nullable JsonNode place,
      @Schema(enumeration = {"full", "blurred"}) String view,
      @Schema(
              description =
                  "Mean likeness of the features asked for, by weight; one that the case does not"
                      + " tell counts 0.1",
              minimum = "0",
              maximum = "1")
          double score,
      @Schema(
              description = "Which share of the weight asked for could be compared",
              minimum = "0",
              maximum = "1")
          double coverage,
      @Schema(description = "All of them, in a fixed order", maxItems = 30) List<Compared> features,
      @Schema(description = "What differed, of all that could be compared", maxItems = 30)
          List<Difference> differed) {}

  /**
   * One feature.
   *
   * @param weight of a hundred; it counts if it is asked for
   * @param similarity absent if one of the two does not tell
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(
      name = "PrecedentFeature",
      description = "One feature of the case, held against the other.")
  record Compared(
      @Schema(description = "Code of the list precedent_feature", maxLength = 40) String feature,
      @Schema(minimum = "1", maximum = "100") int weight,
      @Nullable Told asked,
      @Nullable Told has,
      @Schema(description = "Absent if one of the two does not tell", minimum = "0", maximum = "1")
          @Nullable Double similarity,
      Verdict verdict) {}

  /** What is told of a feature; bounds of a period are absent where they are open. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PrecedentTold", description = "What is told of a feature: codes, ids or bounds.")
  record Told(
      @Schema(maxItems = 1000) @Nullable List<String> codes,
      @Schema(format = "date", maxLength = 10) @Nullable String from,
      @Schema(format = "date", maxLength = 10) @Nullable String to) {}

  /** What the one has of a feature and the other has not. */
  @Schema(
      name = "PrecedentDifference",
      description = "What one has of a feature and not the other.")
  record Difference(
      @Schema(description = "Code of the list precedent_feature", maxLength = 40) String feature,
      @Schema(description = "What is asked for and not there", maxItems = 1000) List<String> asked,
      @Schema(description = "What is there and not asked for", maxItems = 1000) List<String> has) {}
}
