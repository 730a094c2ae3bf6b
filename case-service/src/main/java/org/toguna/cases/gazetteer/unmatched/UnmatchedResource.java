package org.toguna.cases.gazetteer.unmatched;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.paging.PageQuery;

/** The queue of unmatched places over HTTP. */
@Path("/v1/unmatched-places")
@Tag(name = "Gazetteer")
@RunOnVirtualThread
public class UnmatchedResource {
  private final UnmatchedQueue queue;
  private final CurrentReader current;

  UnmatchedResource(UnmatchedQueue queue, CurrentReader current) {
    this.queue = queue;
    this.current = current;
  }

  /**
   * Records of your organisation that name places in words alone, with the entries that may be
   * meant. You decide: revise the record, naming the entry's id and why.
   */
  @GET
  @RolesAllowed("reviewer")
  @Operation(
      operationId = "listUnmatchedPlaces",
      summary = "Places of your records that nobody has matched")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = UnmatchedPlaces.Page.class)))
  public Response list(@BeanParam PageQuery paging) {
    return Response.ok(queue.page(current.allowed(Role.REVIEWER), paging))
        .header("Cache-Control", "private, no-store")
        .build();
  }
}
