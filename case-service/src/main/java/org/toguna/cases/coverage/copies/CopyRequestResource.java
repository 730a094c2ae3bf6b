package org.toguna.cases.coverage.copies;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.RecordEndpoint;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.records.Written;

/** Where copies of a list are asked for. */
@Path("/v1/coverage-lists/{id}/copies")
@Tag(name = "Coverage", description = "Which places a dialogue claims to cover, and which not.")
@RunOnVirtualThread
public class CopyRequestResource {
  private final ListCopies copies;
  private final ListCopyKind kind;
  private final RecordEndpoint records;
  private final CurrentReader current;

  CopyRequestResource(
      ListCopies copies, ListCopyKind kind, RecordEndpoint records, CurrentReader current) {
    this.copies = copies;
    this.kind = kind;
    this.records = records;
    this.current = current;
  }

  /** Asks for a copy of a list as it is now; another person decides. */
  @POST
  @RolesAllowed("reviewer")
  @Operation(operationId = "requestListCopy", summary = "Ask for a copy of a coverage list")
  @APIResponse(
      responseCode = "201",
      description = "Asked for",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ListCopyView.class)))
  public Response request(
      @PathParam("id") UUID id,
      CopyRequest asked,
      @HeaderParam("Idempotency-Key") String idempotencyKey) {
    Reader author = current.allowed(Role.REVIEWER);
    Written written = copies.request(id, asked, idempotencyKey, author);
    return records
        .written(kind, written, author)
        .header(HttpHeaders.LOCATION, "/cases/v1/list-copies/" + written.id())
        .build();
  }
}
