package org.toguna.cases.dialogue;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Cases over HTTP. */
@Path("/v1/cases")
@Tag(name = "Cases", description = "Threads of dialogue, from trigger to close.")
@Called(one = "case", many = "Cases, latest first")
public class CaseResource extends ListedRecordResource<DialogueCase> {
  CaseResource(RecordEndpoint records, CaseKind kind) {
    super(records, kind);
  }
}
