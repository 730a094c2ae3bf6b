package org.toguna.kit.operations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.siblings.HeardTopics;
import org.toguna.kit.siblings.Rebuild;
import org.toguna.kit.siblings.SiblingStore;

/** What this service knows of its siblings, topic by topic. */
@Path("/v1/read-models")
@Tag(name = "Operations")
@RolesAllowed("operator")
@RunOnVirtualThread
public class ReadModelResource {
  private final SiblingStore store;
  private final Rebuild rebuild;
  private final HeardTopics topics;

  ReadModelResource(SiblingStore store, Rebuild rebuild, HeardTopics topics) {
    this.store = store;
    this.rebuild = rebuild;
    this.topics = topics;
  }

  /** Records and a hash of each read model: two that hold the same have the same hash. */
  @GET
  @Operation(operationId = "listReadModels", summary = "Read models with their hashes")
  public List<SiblingStore.Fingerprint> list() {
    return store.fingerprints();
  }

  /** Replays a topic from its first message; readers are served meanwhile. */
  @POST
  @Path("/{topic}/rebuild")
  @Operation(operationId = "rebuildReadModel", summary = "Rebuild a read model from its topic")
  public Rebuild.Done rebuild(@PathParam("topic") String topic) {
    if (!topics.names().contains(topic)) {
      throw Refusal.notFound();
    }
    return rebuild.of(topics.onBroker(topic));
  }
}
