package org.toguna.actors.relations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.toguna.actors.registry.ActorKind;
import org.toguna.kit.endpoints.FilterDates;
import org.toguna.kit.endpoints.RecordEndpoint;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.RecordQuery;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Undated;

/** The ties of one actor, as of a day if one is given. */
@Path("/v1/actors/{id}/relations")
@Tag(name = "Relations")
@RunOnVirtualThread
public class ActorRelationsResource {
  private final CurrentReader current;
  private final RecordReads reads;
  private final RecordEndpoint records;

  ActorRelationsResource(CurrentReader current, RecordReads reads, RecordEndpoint records) {
    this.current = current;
    this.reads = reads;
    this.records = records;
  }

  /** Ties from and to the actor; on a day, those whose bounds allow that day. */
  @GET
  @RolesAllowed("reader")
  @Operation(operationId = "listActorRelations", summary = "The ties of an actor")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(ref = "RelationPage")))
  public Response list(
      @PathParam("id") UUID id,
      @QueryParam("on")
          @Parameter(
              description = "Only ties that may have held on this day",
              schema = @Schema(type = SchemaType.STRING, format = "date", maxLength = 10))
          @Nullable String on,
      @BeanParam PageQuery paging,
      @Context UriInfo request) {
    Reader reader = current.allowed(Role.READER);
    LocalDate day = FilterDates.day("on", on);
    reads.one(reader, ActorKind.NAME, id).orElseThrow(Refusal::notFound);
    return records.list(
        records.page(
            "relations of " + id + "\n" + Objects.requireNonNullElse(on, ""),
            after -> ties(id, day, after, paging.limit()),
            paging),
        request);
  }

  private static RecordQuery ties(
      UUID actor, @Nullable LocalDate day, RecordQuery.@Nullable After after, int limit) {
    return new RecordQuery(
        RelationKind.NAME,
        null,
        null,
        null,
        null,
        null,
        0,
        null,
        day,
        day,
        // A tie that nobody dates may have held on any day.
        Undated.TRUE,
        actor,
        null,
        null,
        null,
        after,
        limit);
  }
}
