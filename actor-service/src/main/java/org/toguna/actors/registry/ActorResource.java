package org.toguna.actors.registry;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Actors over HTTP. */
@Path("/v1/actors")
@Tag(name = "Actors", description = "Persons, groups and bodies, with their names.")
@Called(one = "actor", many = "Actors that you may see")
public class ActorResource extends ListedRecordResource<Actor> {
  ActorResource(RecordEndpoint records, ActorKind kind) {
    super(records, kind);
  }
}
