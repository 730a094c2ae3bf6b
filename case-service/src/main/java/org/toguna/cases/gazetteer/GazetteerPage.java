package org.toguna.cases.gazetteer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of entries, or, where a name was looked up, the candidates for it with their reasons.
 *
 * @param ambiguous true if several places are as likely as the first; nobody picked one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GazetteerPage")
public record GazetteerPage(
    @Schema(maxItems = 1000) List<Item> items,
    @Schema(description = "Several places are as likely as the first; only after a lookup")
        @Nullable Boolean ambiguous,
    @Schema(description = "Whether there are more candidates; only after a lookup")
        @Nullable Boolean more,
    @Schema(description = "Cursor of the next page; absent on the last", maxLength = 2000)
        @Nullable String next,
    @Schema(minimum = "0", maximum = "9007199254740991") @Nullable Long total) {

  /** An entry, and why it may be the one that was looked up. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "GazetteerItem")
  public record Item(
      Entry entry,
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
          @Nullable String reason,
      @Schema(
              description = "The name that matched: the entry's own, or that of `through`",
              maxLength = 200)
          @Nullable String matched,
      @Schema(
              description =
                  "Another provider's entry that lies beside it, is called alike and bears the"
                      + " name; nobody judged whether both are one place",
              maxLength = 80)
          @Nullable String through,
      @Schema(description = "How likely it is meant", minimum = "0", maximum = "1")
          @Nullable Double score) {

    static Item of(Entry entry) {
      return new Item(entry, null, null, null, null);
    }

    static Item of(Entry entry, Candidate candidate) {
      return new Item(
          entry,
          candidate.reason().word(),
          candidate.matched(),
          candidate.through(),
          Math.round(candidate.score() * 1000) / 1000.0);
    }
  }
}
