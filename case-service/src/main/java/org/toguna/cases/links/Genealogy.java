package org.toguna.cases.links;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.PlaceReference;

/**
 * From which cases a case came and which came from it, as far as the reader sees both ends of a
 * link.
 *
 * @param cases oldest generation first
 * @param more whether there is more than was followed
 */
@Schema(description = "From which cases a case came, and which came from it.")
record Genealogy(
    @com.fasterxml.jackson.annotation.JsonProperty("case") @Schema(name = "case") UUID dialogue,
    @Schema(maxItems = 1000) List<Relative> cases,
    @Schema(maxItems = 10000) List<Tie> links,
    @Schema(description = "Whether there is more than was followed") boolean more) {

  /**
   * A case of the family.
   *
   * @param generation 0 for the case asked about and those beside it, below for what went before
   */
  @Schema(name = "GenealogyCase", description = "A case of the family.")
  record Relative(
      @com.fasterxml.jackson.annotation.JsonProperty("case") @Schema(name = "case") UUID dialogue,
      @Schema(minimum = "-1000", maximum = "1000") int generation,
      @Schema(maxLength = 40) String type,
      @Schema(maxLength = 200) @Nullable String title,
      @Schema(implementation = PlaceReference.class) @Nullable JsonNode place,
      @Schema(maxLength = 40) @Nullable String stage,
      @Schema(enumeration = {"full", "blurred"}) String view) {}

  /** A link of the family. */
  @Schema(name = "GenealogyLink", description = "A link of the family.")
  record Tie(
      UUID link,
      UUID from,
      UUID to,
      @Schema(description = "Code of the list case_link", maxLength = 40) String type,
      @Schema(enumeration = {"full", "blurred"}) String view) {}
}
