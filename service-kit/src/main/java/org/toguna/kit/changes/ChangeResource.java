package org.toguna.kit.changes;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/** What changed since a client last asked. */
@Path("/v1/changes")
@Tag(name = "Changes", description = "Deltas with tombstones, as each reader may follow them.")
@RunOnVirtualThread
public class ChangeResource {
  private final CurrentReader current;
  private final ChangeFeed feed;
  private final ChangeLines lines;

  ChangeResource(CurrentReader current, ChangeFeed feed, ChangeLines lines) {
    this.current = current;
    this.feed = feed;
    this.lines = lines;
  }

  /**
   * Each record that changed once, as it is now; a tombstone where it is gone or no longer yours.
   */
  @GET
  @RolesAllowed("reader")
  @Operation(operationId = "listChanges", summary = "What changed since a cursor")
  @APIResponse(
      responseCode = "200",
      description = "Changes in commit order",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ChangePage.class)))
  public Response since(
      @QueryParam("since")
          @Parameter(
              description = "The `next` of the last answer; left out: from the beginning",
              schema = @Schema(maxLength = 2000))
          @Nullable String since,
      @QueryParam("limit")
          @Parameter(
              description = "How many at most; 50 where it is left out.",
              schema = @Schema(minimum = "1", maximum = "1000", defaultValue = "50"))
          @Nullable Integer limit) {
    Reader reader = current.allowed(Role.READER);
    int wanted = limit == null ? PageQuery.DEFAULT_LIMIT : limit;
    if (wanted < 1 || wanted > PageQuery.MAXIMUM_LIMIT) {
      throw new Refusal(ProblemType.BAD_PARAMETER, "Parameter limit: 1 to 1000.");
    }
    ChangeFeed.Delta delta = feed.since(reader, lines.open(reader, since), wanted);
    String body =
        delta.changes().stream()
                .map(lines::json)
                .collect(Collectors.joining(",", "{\"changes\":[", "]"))
            + ",\"next\":\""
            + lines.seal(reader, delta.position())
            + "\",\"more\":"
            + delta.more()
            + "}";
    return Response.ok(body, MediaType.APPLICATION_JSON)
        .header("Cache-Control", "private, no-store")
        .build();
  }
}
