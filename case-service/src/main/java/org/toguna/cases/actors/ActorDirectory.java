package org.toguna.cases.actors;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** actor-service, as far as names go. */
@RegisterRestClient(configKey = "actors")
@Path("/actors/v1/actor-names")
interface ActorDirectory {
  @GET
  JsonNode names(@HeaderParam("Authorization") String bearer, @QueryParam("id") List<UUID> ids);
}
