package org.toguna.cases.breaches;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Breach reports over HTTP. */
@Path("/v1/breaches")
@Tag(name = "Breaches", description = "Alleged breaches: reported, checked, judged.")
@Called(one = "breach report", many = "Breach reports, latest first")
public class BreachResource extends ListedRecordResource<Breach> {
  BreachResource(RecordEndpoint records, BreachKind kind) {
    super(records, kind);
  }
}
