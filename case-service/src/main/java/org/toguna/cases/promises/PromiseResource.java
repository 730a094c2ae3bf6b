package org.toguna.cases.promises;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.RecordEndpoint;
import org.toguna.kit.endpoints.RecordFilters;
import org.toguna.kit.endpoints.RecordPage;
import org.toguna.kit.endpoints.RecordResource;
import org.toguna.kit.paging.PageQuery;

/** Promises over HTTP; those that are overdue can be asked for. */
@Path("/v1/promises")
@Tag(name = "Promises", description = "Who promised what to whom by when.")
@Called(one = "promise", many = "Promises, latest first")
public class PromiseResource extends RecordResource<Promise> {
  private final OverduePromises promises;

  PromiseResource(RecordEndpoint records, PromiseKind kind, OverduePromises promises) {
    super(records, kind);
    this.promises = promises;
  }

  /** Promises that you may see, latest first. */
  @GET
  @RolesAllowed("reader")
  @RunOnVirtualThread
  @Operation(operationId = "list")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecordPage.class)))
  public Response list(
      @BeanParam RecordFilters filters,
      @Parameter(description = "True: only what is open past its last possible day")
          @QueryParam("overdue")
          @Nullable Boolean overdue,
      @BeanParam PageQuery paging,
      @Context UriInfo request) {
    return Boolean.TRUE.equals(overdue)
        ? records().list(promises.overdue(filters, paging), request)
        : records().list(kind(), filters, paging, request);
  }
}
