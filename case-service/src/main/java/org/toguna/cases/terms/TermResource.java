package org.toguna.cases.terms;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Terms over HTTP. */
@Path("/v1/terms")
@Tag(
    name = "Terms",
    description = "Each item of a case, from demanded to agreed, refused or imposed.")
@Called(one = "term", many = "Terms, latest first")
public class TermResource extends ListedRecordResource<Term> {
  TermResource(RecordEndpoint records, TermKind kind) {
    super(records, kind);
  }
}
