package org.toguna.cases.spoilers;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Spoilers over HTTP. */
@Path("/v1/spoilers")
@Tag(name = "Spoilers", description = "Who works against a dialogue, and how.")
@Called(one = "spoiler", many = "Spoilers, latest first")
public class SpoilerResource extends ListedRecordResource<Spoiler> {
  SpoilerResource(RecordEndpoint records, SpoilerKind kind) {
    super(records, kind);
  }
}
