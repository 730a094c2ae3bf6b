package org.toguna.cases.agreements;

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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.RecordEndpoint;
import org.toguna.kit.endpoints.RecordFilters;
import org.toguna.kit.http.MergePatch;
import org.toguna.kit.marking.Role;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.records.RecordReads;

/** Agreements over HTTP. */
@Path("/v1/agreements")
@Tag(
    name = "Agreements",
    description = "What sides agreed on, who consented for whom, and what they keep to themselves.")
@RunOnVirtualThread
public class AgreementResource {
  private final RecordEndpoint records;
  private final AgreementKind kind;

  AgreementResource(RecordEndpoint records, AgreementKind kind) {
    this.records = records;
    this.kind = kind;
  }

  /** Agreements that you may see, latest first. */
  @GET
  @RolesAllowed("reader")
  @Operation(operationId = "listAgreements", summary = "Agreements, latest first")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AgreementPage.class)))
  public Response list(
      @BeanParam RecordFilters filters, @BeanParam PageQuery paging, @Context UriInfo request) {
    return records.list(kind, filters, paging, request);
  }

  /** One agreement, as you may see it. */
  @GET
  @Path("/{id}")
  @RolesAllowed("reader")
  @Operation(operationId = "readAgreement", summary = "One agreement")
  @APIResponse(
      responseCode = "200",
      description = "The agreement, full or blurred",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AgreementView.class)))
  public Response one(@PathParam("id") UUID id, @QueryParam("asOf") String asOf) {
    return records.one(kind, id, asOf);
  }

  /** Its versions, as far as you may see them. */
  @GET
  @Path("/{id}/history")
  @RolesAllowed("reader")
  @Operation(operationId = "readAgreementHistory", summary = "The versions of an agreement")
  public List<RecordReads.Version> history(@PathParam("id") UUID id) {
    return records.history(kind, id);
  }

  /** Records an agreement; naming a suggestion accepts it. */
  @POST
  @RolesAllowed("reviewer")
  @Operation(operationId = "recordAgreement", summary = "Record an agreement")
  @APIResponse(
      responseCode = "201",
      description = "Recorded",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AgreementView.class)))
  public Response record(
      Agreement posted,
      @HeaderParam("Idempotency-Key") String idempotencyKey,
      @Context UriInfo request) {
    return records.post(kind, posted, idempotencyKey, Role.REVIEWER, request);
  }

  /** Changes what the patch names; {@code why} is kept with the version. */
  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @RolesAllowed("reviewer")
  @Operation(operationId = "reviseAgreement", summary = "Revise an agreement")
  @APIResponse(
      responseCode = "200",
      description = "Revised",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AgreementView.class)))
  public Response revise(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @RequestBody(content = @Content(schema = @Schema(implementation = Agreement.class)))
          JsonNode patch) {
    return records.patch(kind, id, ifMatch, patch, Role.REVIEWER);
  }

  /** Erases for good: only a protection officer of the owner may. */
  @DELETE
  @Path("/{id}")
  @RolesAllowed("protection-officer")
  @Operation(operationId = "eraseAgreement", summary = "Erase an agreement for good")
  @APIResponse(responseCode = "204", description = "Erased")
  public Response erase(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return records.erase(kind, id, ifMatch);
  }
}
