package org.toguna.cases.mandates;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Mandates over HTTP. */
@Path("/v1/mandates")
@Tag(name = "Mandates", description = "Authority to speak for somebody.")
@Called(one = "mandate", many = "Mandates, latest first")
public class MandateResource extends ListedRecordResource<Mandate> {
  MandateResource(RecordEndpoint records, MandateKind kind) {
    super(records, kind);
  }
}
