package org.toguna.cases.coverage.gaps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.RecordEndpoint;
import org.toguna.kit.endpoints.RecordFilters;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.RecordReads;

/** Possible list gaps over HTTP; only the registry raises them, only people close them. */
@Path("/v1/list-gaps")
@Tag(name = "Coverage", description = "Which places a dialogue claims to cover, and which not.")
@RunOnVirtualThread
public class ListGapResource {
  private final RecordEndpoint records;
  private final ListGapKind kind;
  private final Clock clock = Clock.systemUTC();

  ListGapResource(RecordEndpoint records, ListGapKind kind) {
    this.records = records;
    this.kind = kind;
  }

  /** Possible gaps of your lists; {@code status=to_check} is what waits for you. */
  @GET
  @RolesAllowed("reader")
  @Operation(operationId = "listListGaps", summary = "Possible gaps of your lists")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ListGapPage.class)))
  public Response list(
      @BeanParam RecordFilters filters, @BeanParam PageQuery paging, @Context UriInfo request) {
    return records.list(kind, filters, paging, request);
  }

  /** One possible gap. */
  @GET
  @Path("/{id}")
  @RolesAllowed("reader")
  @Operation(operationId = "readListGap", summary = "One possible gap")
  @APIResponse(
      responseCode = "200",
      description = "The hypothesis, and what came of it",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ListGapView.class)))
  public Response one(@PathParam("id") UUID id, @QueryParam("asOf") String asOf) {
    return records.one(kind, id, asOf);
  }

  /** Its versions. */
  @GET
  @Path("/{id}/history")
  @RolesAllowed("reader")
  @Operation(operationId = "readListGapHistory", summary = "The versions of a possible gap")
  public List<RecordReads.Version> history(@PathParam("id") UUID id) {
    return records.history(kind, id);
  }

  /** Closes it, with what the check found; a gap can be judged anew. */
  @PUT
  @Path("/{id}/closing")
  @RolesAllowed("reviewer")
  @Operation(operationId = "closeListGap", summary = "Close a possible gap, with the reason")
  @APIResponse(
      responseCode = "200",
      description = "Closed",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ListGapView.class)))
  public Response close(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, GapClosing closing) {
    return records.revise(
        kind, id, ifMatch, Role.REVIEWER, (now, author) -> closed(now, closing, author));
  }

  private JsonNode closed(JsonNode now, GapClosing closing, Reader author) {
    if (!closing.flaws().isEmpty()) {
      throw Refusal.invalid(closing.flaws());
    }
    ObjectNode next = now.deepCopy();
    return next.put("status", closing.status())
        .put("reason", closing.reason())
        .put("closedBy", author.person())
        .put("closedAt", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
  }

  /** Erases for good: only a protection officer of the owner may. */
  @DELETE
  @Path("/{id}")
  @RolesAllowed("protection-officer")
  @Operation(operationId = "eraseListGap", summary = "Erase a possible gap for good")
  @APIResponse(responseCode = "204", description = "Erased")
  public Response erase(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return records.erase(kind, id, ifMatch);
  }
}
