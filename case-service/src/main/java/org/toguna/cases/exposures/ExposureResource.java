package org.toguna.cases.exposures;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Exposures over HTTP. */
@Path("/v1/exposures")
@Tag(name = "Exposures", description = "What others know of those who talk.")
@Called(one = "exposure", many = "Exposures, latest first")
public class ExposureResource extends ListedRecordResource<Exposure> {
  ExposureResource(RecordEndpoint records, ExposureKind kind) {
    super(records, kind);
  }
}
