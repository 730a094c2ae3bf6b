package org.toguna.cases.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.RecordEndpoint;
import org.toguna.kit.endpoints.RecordFilters;
import org.toguna.kit.http.Caching;
import org.toguna.kit.http.MergePatch;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.RecordReads;

/** Coverage lists over HTTP. */
@Path("/v1/coverage-lists")
@Tag(name = "Coverage", description = "Which places a dialogue claims to cover, and which not.")
@RunOnVirtualThread
public class CoverageListResource {
  private final RecordEndpoint records;
  private final CoverageListKind kind;
  private final ListVersions versions;
  private final CurrentReader current;

  CoverageListResource(
      RecordEndpoint records, CoverageListKind kind, ListVersions versions, CurrentReader current) {
    this.records = records;
    this.kind = kind;
    this.versions = versions;
    this.current = current;
  }

  /** Coverage lists that you may see, latest first. */
  @GET
  @RolesAllowed("reader")
  @Operation(operationId = "listCoverageLists", summary = "Coverage lists, latest first")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CoverageListPage.class)))
  public Response list(
      @BeanParam RecordFilters filters, @BeanParam PageQuery paging, @Context UriInfo request) {
    return records.list(kind, filters, paging, request);
  }

  /** One list, as you may see it. */
  @GET
  @Path("/{id}")
  @RolesAllowed("reader")
  @Operation(operationId = "readCoverageList", summary = "One coverage list")
  @APIResponse(
      responseCode = "200",
      description = "The list, full or blurred",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CoverageListView.class)))
  public Response one(@PathParam("id") UUID id, @QueryParam("asOf") String asOf) {
    return records.one(kind, id, asOf);
  }

  /** Its versions, as far as you may see them. */
  @GET
  @Path("/{id}/history")
  @RolesAllowed("reader")
  @Operation(operationId = "readCoverageListHistory", summary = "The versions of a coverage list")
  public List<RecordReads.Version> history(@PathParam("id") UUID id) {
    return records.history(kind, id);
  }

  /** What was added, removed, respelt or consented to between two versions. */
  @GET
  @Path("/{id}/difference")
  @RolesAllowed("reader")
  @Operation(
      operationId = "compareCoverageListVersions",
      summary = "What changed between two versions of a coverage list")
  @APIResponse(
      responseCode = "200",
      description = "The difference",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ListDifference.class)))
  public Response difference(
      @PathParam("id") UUID id,
      @QueryParam("from") @Parameter(description = "Version", schema = @Schema(minimum = "1"))
          Integer from,
      @QueryParam("to") @Parameter(description = "Version", schema = @Schema(minimum = "1"))
          Integer to) {
    var reader = current.allowed(Role.READER);
    versions.now(reader, id);
    if (from == null || to == null) {
      throw new Refusal(
          ProblemType.BAD_PARAMETER, "Parameters from and to: say which two versions.");
    }
    var difference =
        ListDifference.of(
            id, from, versions.at(reader, id, from).list(), to, versions.at(reader, id, to).list());
    return Response.ok(difference).header("Cache-Control", Caching.of(Tlp.AMBER_STRICT)).build();
  }

  /** Records a list; naming a suggestion accepts it. */
  @POST
  @RolesAllowed("reviewer")
  @Operation(operationId = "recordCoverageList", summary = "Record a coverage list")
  @APIResponse(
      responseCode = "201",
      description = "Recorded",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CoverageListView.class)))
  public Response record(
      CoverageList list,
      @HeaderParam("Idempotency-Key") String idempotencyKey,
      @Context UriInfo request) {
    return records.post(kind, list, idempotencyKey, Role.REVIEWER, request);
  }

  /** Changes what the patch names; {@code why} is kept with the version. */
  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @RolesAllowed("reviewer")
  @Operation(operationId = "reviseCoverageList", summary = "Revise a coverage list")
  @APIResponse(
      responseCode = "200",
      description = "Revised",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CoverageListView.class)))
  public Response revise(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @RequestBody(content = @Content(schema = @Schema(implementation = CoverageList.class)))
          JsonNode patch) {
    return records.patch(kind, id, ifMatch, patch, Role.REVIEWER);
  }

  /** Erases for good: only a protection officer of the owner may. */
  @DELETE
  @Path("/{id}")
  @RolesAllowed("protection-officer")
  @Operation(operationId = "eraseCoverageList", summary = "Erase a coverage list for good")
  @APIResponse(responseCode = "204", description = "Erased")
  public Response erase(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return records.erase(kind, id, ifMatch);
  }
}
