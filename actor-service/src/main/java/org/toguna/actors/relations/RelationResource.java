package org.toguna.actors.relations;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Relations over HTTP. */
@Path("/v1/relations")
@Tag(name = "Relations", description = "Ties between actors, from when to when.")
@Called(one = "relation", many = "Relations that you may see")
public class RelationResource extends ListedRecordResource<Relation> {
  RelationResource(RecordEndpoint records, RelationKind kind) {
    super(records, kind);
  }
}
