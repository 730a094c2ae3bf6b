package org.toguna.kit.identity;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.identity.Me.Limits;
import org.toguna.kit.paging.PageQuery;

/**
 * Tells a client what its token amounts to; each service extends it under its own {@code v1/me}.
 *
 * <pre>{@code
 * @Path("/v1/me")
 * public class MeResource extends MyselfResource {}
 * }</pre>
 */
@Tag(name = "me", description = "Who I am, for whom, and what I may do.")
public abstract class MyselfResource {

  // A subclass of three lines must not repeat what is needed here.
  @Inject CurrentReader current;

  @ConfigProperty(name = "toguna.rate.per-minute")
  long requestsPerMinute;

  @ConfigProperty(name = "toguna.largest-body")
  MemorySize body;

  @ConfigProperty(name = "toguna.streams.per-person")
  int streamsOfPerson;

  @ConfigProperty(name = "toguna.streams.per-organisation")
  int streamsOfOrganisation;

  @ConfigProperty(name = "toguna.connections.per-organisation")
  int connectionsOfOrganisation;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Authenticated
  @Operation(
      operationId = "readMe",
      summary = "Says who I am, for whom, what I may do, and my limits.")
  public Me me() {
    var reader = current.signedIn();
    return new Me(
        reader.person(),
        reader.organisation(),
        new TreeSet<>(reader.roles()),
        reader.clearance(),
        new Limits(
            requestsPerMinute,
            body.asLongValue(),
            PageQuery.DEFAULT_LIMIT,
            PageQuery.MAXIMUM_LIMIT,
            streamsOfPerson,
            streamsOfOrganisation,
            connectionsOfOrganisation));
  }
}
