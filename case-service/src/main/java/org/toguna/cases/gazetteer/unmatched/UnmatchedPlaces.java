package org.toguna.cases.gazetteer.unmatched;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A record that names places in words alone, and what the gazetteer makes of the words. */
@Schema(name = "UnmatchedPlaces")
record UnmatchedPlaces(
    @Schema(maxLength = 40) String kind,
    UUID record,
    @Schema(description = "To revise this version of the record", maxLength = 200) String etag,
    @Schema(maxItems = 1000) List<Unmatched> places) {

  /** One place in words. */
  @Schema(name = "UnmatchedPlace")
  record Unmatched(
      @Schema(description = "Where the record says it, as JSON Pointer", maxLength = 500)
          String pointer,
      @Schema(description = "The source's own words", maxLength = 300) String asStated,
      @Schema(
              description = "Why nobody was matched: nothing sounds like it, or it must be judged",
              enumeration = {"no-candidate", "one-candidate", "several-as-likely"})
          String reason,
      @Schema(maxItems = 5) List<Proposal> candidates) {}

  /** An entry that may be meant; a person decides. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PlaceProposal")
  record Proposal(
      @Schema(maxLength = 80) String id,
      @Schema(maxLength = 200) String name,
      @Schema(
              description = "Why it is a candidate",
              enumeration = {
                "p-code",
                "exact",
                "folded",
                "alternative-name",
                "other-provider",
                "spelling-variant"
              })
          String reason,
      @Schema(description = "The name that matched", maxLength = 200) String matched,
      @Schema(
              description = "The other provider's entry beside it that bears the name",
              maxLength = 80)
          @Nullable String through,
      @Schema(minimum = "0", maximum = "1") double score) {}

  /** One page of such records. */
  @Schema(name = "UnmatchedPlacesPage")
  record Page(
      @Schema(maxItems = 1000) List<UnmatchedPlaces> items,
      @Schema(description = "Cursor of the next page; absent on the last", maxLength = 2000)
          @Nullable String next) {}
}
