package org.toguna.cases.agreements;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Agreements over HTTP. */
@Path("/v1/agreements")
@Tag(
    name = "Agreements",
    description = "What sides agreed on, who consented for whom, and what they keep to themselves.")
@Called(one = "agreement", many = "Agreements, latest first")
public class AgreementResource extends ListedRecordResource<Agreement> {
  AgreementResource(RecordEndpoint records, AgreementKind kind) {
    super(records, kind);
  }
}
