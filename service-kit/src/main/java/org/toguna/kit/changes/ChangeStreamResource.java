package org.toguna.kit.changes;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.identity.NewestTokens;
import org.toguna.kit.marking.Role;

/** The change log as Server-Sent Events. */
@Path("/v1/changes/stream")
@Tag(name = "Changes")
public class ChangeStreamResource {
  private final CurrentReader current;
  private final SecurityIdentity identity;
  private final ChangeStreams streams;

  ChangeStreamResource(CurrentReader current, SecurityIdentity identity, ChangeStreams streams) {
    this.current = current;
    this.identity = identity;
    this.streams = streams;
  }

  /**
   * Starts with what comes next, or after Last-Event-ID. Every frame has an id, heartbeats too,
   * which are comments: come back with the last one, and nothing is lost. It ends with your token,
   * and after a quarter of an hour.
   */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RolesAllowed("reader")
  @Operation(
      operationId = "streamChanges",
      summary = "What changes, as Server-Sent Events",
      description =
          "Events are `change`, and `reset` where the position that was sent is too old or was made"
              + " for other rights: then read GET v1/changes from the beginning, and go on from"
              + " the id of the reset.")
  public Multi<OutboundSseEvent> stream(
      @HeaderParam("Last-Event-ID")
          @Parameter(
              description = "The id of the last frame that you got",
              schema = @Schema(maxLength = 2000))
          @Nullable String lastEventId,
      @Context Sse sse) {
    var token = identity.getPrincipal() instanceof JsonWebToken known ? known : null;
    return streams.open(
        current.allowed(Role.READER),
        token == null ? 0 : NewestTokens.issued(token),
        token == null ? Long.MAX_VALUE : token.getExpirationTime(),
        lastEventId,
        sse);
  }
}
