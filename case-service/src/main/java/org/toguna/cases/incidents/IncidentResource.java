package org.toguna.cases.incidents;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Incidents over HTTP. */
@Path("/v1/incidents")
@Tag(name = "Incidents", description = "Dated events, with the codes that ACLED and UCDP know.")
@Called(one = "incident", many = "Incidents, latest first")
public class IncidentResource extends ListedRecordResource<Incident> {
  private final IncidentCodes codes;

  IncidentResource(RecordEndpoint records, IncidentKind kind, IncidentCodes codes) {
    super(records, kind);
    this.codes = codes;
  }

  /** One incident in the codes of ACLED and UCDP, as far as your view of it lets them follow. */
  @GET
  @Path("/{id}/provider-codes")
  @RolesAllowed("reader")
  @RunOnVirtualThread
  @Operation(
      operationId = "readIncidentProviderCodes",
      summary = "An incident in the codes of ACLED and UCDP")
  public ProviderCodes providerCodes(@PathParam("id") UUID id) {
    return codes.of(id);
  }
}
