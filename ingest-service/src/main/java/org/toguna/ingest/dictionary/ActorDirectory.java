package org.toguna.ingest.dictionary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** actor-service, as far as names go. */
@RegisterRestClient(configKey = "actors")
@Path("/actors/v1/dictionary")
interface ActorDirectory {
  @GET
  JsonNode page(
      @HeaderParam("Authorization") String bearer,
      @QueryParam("limit") int limit,
      @QueryParam("cursor") @Nullable String cursor);
}
