package org.toguna.cases.crises;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Crises over HTTP. */
@Path("/v1/crises")
@Tag(name = "Crises", description = "The harm that dialogues try to end.")
@Called(one = "crisis", many = "Crises, latest first")
public class CrisisResource extends ListedRecordResource<Crisis> {
  CrisisResource(RecordEndpoint records, CrisisKind kind) {
    super(records, kind);
  }
}
