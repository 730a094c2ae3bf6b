package org.toguna.cases.observations;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Observations over HTTP. */
@Path("/v1/observations")
@Tag(name = "Observations", description = "How far terms were kept or enforced, on two scales.")
@Called(one = "observation", many = "Observations, latest first")
public class ObservationResource extends ListedRecordResource<Observation> {
  ObservationResource(RecordEndpoint records, ObservationKind kind) {
    super(records, kind);
  }
}
