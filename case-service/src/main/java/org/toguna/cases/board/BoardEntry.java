package org.toguna.cases.board;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One crisis on the board, and the dialogue about it that the reader may know of. */
@Schema(description = "A crisis, how fresh its status is, and who talks to whom about it.")
record BoardEntry(
    UUID crisis,
    @Schema(maxLength = 40) String type,
    @Schema(maxLength = 40) String status,
    @Schema(enumeration = {"full", "blurred"}) String view,
    @Schema(maxLength = 200) @Nullable String title,
    @Schema(implementation = org.toguna.kit.values.PlaceReference.class) @Nullable JsonNode place,
    @Schema(implementation = org.toguna.kit.values.UncertainDate.class) @Nullable JsonNode since,
    @Schema(implementation = org.toguna.kit.values.UncertainDate.class) @Nullable JsonNode until,
    @Schema(
            description = "JSON Pointers of its dates that cannot be; nothing reckons with these",
            maxItems = 1000)
        List<String> oddDays,
    Freshness freshness,
    @Schema(description = "Passages that the crisis rests on", minimum = "0", maximum = "100000")
        int citations,
    @Schema(maxItems = 200) List<Dialogue> dialogue,
    @Schema(description = "Whether more cases are about it than are told here; list them by about")
        boolean moreDialogue) {

  /** One case about the crisis. */
  @Schema(name = "BoardDialogue")
  record Dialogue(
      @Schema(name = "case") @com.fasterxml.jackson.annotation.JsonProperty("case") UUID id,
      @Schema(maxLength = 40) String type,
      @Schema(maxLength = 40) @Nullable String stage,
      @Schema(enumeration = {"full", "blurred"}) String view,
      @Schema(maxItems = 200) List<Talker> parties) {}

  /** Somebody in a case; the name only where the reader may know it here. */
  @Schema(name = "BoardParty")
  record Talker(
      @Nullable UUID actor,
      @Schema(maxLength = 300) @Nullable String name,
      @Schema(
              description =
                  "Whether the name is told, withheld from you, or could not be asked just now",
              enumeration = {"told", "withheld", "unavailable"})
          @Nullable String nameState,
      @Schema(maxLength = 40) @Nullable String role) {}
}
