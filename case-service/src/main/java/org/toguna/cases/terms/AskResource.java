package org.toguna.cases.terms;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Asks over HTTP. */
@Path("/v1/asks")
@Tag(name = "Terms")
@Called(one = "ask", many = "Asks, latest first")
public class AskResource extends ListedRecordResource<Ask> {
  AskResource(RecordEndpoint records, AskKind kind) {
    super(records, kind);
  }
}
