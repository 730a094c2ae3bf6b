package org.toguna.cases.outcomes;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Outcomes over HTTP. */
@Path("/v1/outcomes")
@Tag(name = "Outcomes", description = "What came of a dialogue.")
@Called(one = "outcome", many = "Outcomes, latest first")
public class OutcomeResource extends ListedRecordResource<Outcome> {
  OutcomeResource(RecordEndpoint records, OutcomeKind kind) {
    super(records, kind);
  }
}
