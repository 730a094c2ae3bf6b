package org.toguna.cases.links;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Links between cases over HTTP. */
@Path("/v1/case-links")
@Tag(name = "Links between cases", description = "How cases belong together.")
@Called(one = "link between cases", many = "Links between cases, latest first")
public class CaseLinkResource extends ListedRecordResource<CaseLink> {
  CaseLinkResource(RecordEndpoint records, CaseLinkKind kind) {
    super(records, kind);
  }
}
