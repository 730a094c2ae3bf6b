package org.toguna.cases.presence;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Armed presences over HTTP. */
@Path("/v1/presences")
@Tag(name = "Armed presence", description = "Who stood where, when and how.")
@Called(one = "armed presence", many = "Armed presences, latest first")
public class PresenceResource extends ListedRecordResource<Presence> {
  PresenceResource(RecordEndpoint records, PresenceKind kind) {
    super(records, kind);
  }
}
