package org.toguna.cases.coverage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;
import org.toguna.kit.http.Caching;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/** Coverage lists over HTTP. */
@Path("/v1/coverage-lists")
@Tag(name = "Coverage", description = "Which places a dialogue claims to cover, and which not.")
@Called(one = "coverage list", many = "Coverage lists, latest first")
public class CoverageListResource extends ListedRecordResource<CoverageList> {
  private final ListVersions versions;
  private final CurrentReader current;

  CoverageListResource(
      RecordEndpoint records, CoverageListKind kind, ListVersions versions, CurrentReader current) {
    super(records, kind);
    this.versions = versions;
    this.current = current;
  }

  /** What was added, removed, respelt or consented to between two versions. */
  @GET
  @Path("/{id}/difference")
  @RolesAllowed("reader")
  @RunOnVirtualThread
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
}
