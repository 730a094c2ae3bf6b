package org.toguna.kit.identity;

import java.util.SortedSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Role;
import org.toguna.kit.marking.Tlp;

/** Who I am, for whom, what I may do, and within which limits. */
@Schema(name = "Me", description = "Who I am, for whom, what I may do, and within which limits.")
public record Me(
    @Schema(maxLength = 200, examples = "ngo-a/alice") String person,
    @Schema(maxLength = 63, examples = "ngo-a") @Nullable String organisation,
    @Schema(maxItems = 5) SortedSet<Role> roles,
    Tlp clearance,
    Limits limits) {

  /** What one request, or one minute of them, may hold at most. */
  @Schema(name = "Limits", description = "What a request, or a minute of them, may hold at most.")
  public record Limits(
      @Schema(minimum = "1", maximum = "9007199254740991") long requestsPerMinute,
      @Schema(minimum = "1", maximum = "9007199254740991") long bodyBytes,
      @Schema(minimum = "1", maximum = "1000") int pageDefault,
      @Schema(minimum = "1", maximum = "1000") int pageMaximum,
      @Schema(description = "Of one person", minimum = "1", maximum = "100000") int streamsOfPerson,
      @Schema(description = "Of one organisation", minimum = "1", maximum = "100000")
          int streamsOfOrganisation,
      @Schema(
              description = "Requests of one organisation at the same time, streams not counted",
              minimum = "1",
              maximum = "100000")
          int connectionsOfOrganisation) {}
}
