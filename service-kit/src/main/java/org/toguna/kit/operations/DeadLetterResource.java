package org.toguna.kit.operations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.siblings.DeadLetters;
import org.toguna.kit.siblings.Replay;

/** Messages that could not be read. */
@Path("/v1/dead-letters")
@Tag(name = "Operations")
@RolesAllowed("operator")
@RunOnVirtualThread
public class DeadLetterResource {
  private final DeadLetters letters;
  private final Replay replay;

  DeadLetterResource(DeadLetters letters, Replay replay) {
    this.letters = letters;
    this.replay = replay;
  }

  /** Newest first; what a message said is never shown. */
  @GET
  @Operation(operationId = "listDeadLetters", summary = "Messages that could not be read")
  public Newest list(@QueryParam("limit") @DefaultValue("50") @Min(1) @Max(1000) int limit) {
    List<DeadLetters.Letter> found = letters.list(limit + 1);
    return new Newest(
        found.subList(0, Math.min(limit, found.size())), found.size() > limit);
  }

  /**
   * The newest of them.
   *
   * @param more whether there are others besides
   */
  @Schema(name = "DeadLetters", description = "The newest messages that could not be read.")
  public record Newest(
      @Schema(maxItems = 1000) List<DeadLetters.Letter> items,
      @Schema(description = "Whether there are others besides") boolean more) {}

  /** Reads the waiting ones again, after whatever was wrong has been mended. */
  @POST
  @Path("/replay")
  @Operation(operationId = "replayDeadLetters", summary = "Read waiting dead letters again")
  public Replay.Done replay() {
    return replay.waiting();
  }
}
