package org.toguna.kit.endpoints;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.records.RecordKind;

/** Records of one kind over HTTP, with the filters that all kinds have. */
public abstract class ListedRecordResource<S extends Evidenced> extends RecordResource<S> {
  protected ListedRecordResource(RecordEndpoint records, RecordKind<S> kind) {
    super(records, kind);
  }

  /** Those that their reader may see. */
  @GET
  @RolesAllowed("reader")
  @Operation(operationId = "list")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecordPage.class)))
  public Response list(
      @BeanParam RecordFilters filters, @BeanParam PageQuery paging, @Context UriInfo request) {
    return records().list(kind(), filters, paging, request);
  }
}
