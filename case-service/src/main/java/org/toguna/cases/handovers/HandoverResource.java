package org.toguna.cases.handovers;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Handovers over HTTP. */
@Path("/v1/handovers")
@Tag(name = "Handovers", description = "A case in other hands.")
@Called(one = "handover", many = "Handovers, latest first")
public class HandoverResource extends ListedRecordResource<Handover> {
  HandoverResource(RecordEndpoint records, HandoverKind kind) {
    super(records, kind);
  }
}
