package org.toguna.cases.harms;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Harms over HTTP. */
@Path("/v1/harms")
@Tag(name = "Harms", description = "What talking cost those who talked.")
@Called(one = "harm", many = "Harms, latest first")
public class HarmResource extends ListedRecordResource<Harm> {
  HarmResource(RecordEndpoint records, HarmKind kind) {
    super(records, kind);
  }
}
