package org.toguna.kit.endpoints;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import org.jspecify.annotations.Nullable;
import org.toguna.kit.http.MergePatch;
import org.toguna.kit.marking.Role;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.records.RecordEnvelope;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.records.RecordReads;

/**
 * Records of one kind over HTTP, one by one: read, as of a day and in all versions, recorded,
 * revised, erased. A kind extends it with its path and its words ({@link Called}), from which the
 * contract is written; what else can be done with a kind is a method of its own class.
 *
 * @param <S> the state as a Java record, which is also its JSON
 */
@RunOnVirtualThread
public abstract class RecordResource<S extends Evidenced> {
  private final RecordEndpoint records;
  private final RecordKind<S> kind;

  protected RecordResource(RecordEndpoint records, RecordKind<S> kind) {
    this.records = records;
    this.kind = kind;
  }

  protected final RecordEndpoint records() {
    return records;
  }

  protected final RecordKind<S> kind() {
    return kind;
  }

  /** One record, as its reader may see it now, or might have. */
  @GET
  @Path("/{id}")
  @RolesAllowed("reader")
  @Operation(operationId = "read")
  @APIResponse(
      responseCode = "200",
      description = "In full or blurred",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecordEnvelope.class)))
  public Response one(@PathParam("id") UUID id, @QueryParam("asOf") @Nullable String asOf) {
    return records.one(kind, id, asOf);
  }

  /** Its versions, as far as their reader may see them. */
  @GET
  @Path("/{id}/history")
  @RolesAllowed("reader")
  @Operation(operationId = "readHistory")
  public List<RecordReads.Version> history(@PathParam("id") UUID id) {
    return records.history(kind, id);
  }

  /** Records something new. */
  @POST
  @RolesAllowed("reviewer")
  @Operation(operationId = "record")
  @APIResponse(
      responseCode = "201",
      description = "Recorded",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecordEnvelope.class)))
  public Response record(
      S state,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @Context UriInfo request) {
    return records.post(kind, state, idempotencyKey, Role.REVIEWER, request);
  }

  /** Changes what the patch names; {@code why} is kept with the version. */
  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @RolesAllowed("reviewer")
  @Operation(operationId = "revise")
  @APIResponse(
      responseCode = "200",
      description = "Revised",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecordEnvelope.class)))
  public Response revise(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(content = @Content(schema = @Schema(implementation = RecordEnvelope.class)))
          JsonNode patch) {
    return records.patch(kind, id, ifMatch, patch, Role.REVIEWER);
  }

  /** Erases for good: only a protection officer of the owner may. */
  @DELETE
  @Path("/{id}")
  @RolesAllowed("protection-officer")
  @Operation(operationId = "erase")
  @APIResponse(responseCode = "204", description = "Erased")
  public Response erase(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return records.erase(kind, id, ifMatch);
  }
}
