package org.toguna.actors.names;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.toguna.actors.registry.ActorKind;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;

/** Names by id over HTTP. */
@Path("/v1/actor-names")
@Tag(name = "Dictionary")
@RunOnVirtualThread
public class ActorNamesResource {
  private final CurrentReader current;
  private final RecordReads reads;
  private final RecordJson json;

  ActorNamesResource(CurrentReader current, RecordReads reads, RecordJson json) {
    this.current = current;
    this.reads = reads;
    this.json = json;
  }

  /**
   * The name of each actor that you may see under one; the others are left out, whether they are
   * not there, not yours to see, or named to others alone.
   */
  @GET
  @RolesAllowed("reader")
  @ResponseStatus(200)
  @Operation(operationId = "readActorNames", summary = "What actors are called, by id")
  public ActorNames read(
      @QueryParam("id")
          @Parameter(
              required = true,
              description = "Id of an actor; may be given again",
              schema =
                  @Schema(
                      type = SchemaType.ARRAY,
                      implementation = UUID.class,
                      maxItems = ActorNames.MOST))
          List<UUID> ids) {
    Reader reader = current.allowed(Role.READER);
    if (ids.isEmpty() || ids.size() > ActorNames.MOST) {
      throw new Refusal(
          ProblemType.BAD_PARAMETER, "Parameter id: from 1 to %d ids.".formatted(ActorNames.MOST));
    }
    return new ActorNames(
        reads.all(reader, Set.copyOf(ids)).values().stream()
            .map(this::named)
            .flatMap(Optional::stream)
            .toList());
  }

  private Optional<ActorNames.Named> named(Served served) {
    ObjectNode view = json.parse(served.json());
    return view.path("kind").asText().equals(ActorKind.NAME)
        ? ActorKind.called(view)
            .map(JsonNode::asText)
            .map(name -> new ActorNames.Named(served.id(), name))
        : Optional.empty();
  }
}
