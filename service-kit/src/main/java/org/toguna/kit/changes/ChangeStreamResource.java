package org.toguna.kit.changes;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.identity.OrganisationStanding;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;

/**
 * The change log as Server-Sent Events. Changes leave in batches on a fixed schedule, so that the
 * moment of an event says nothing of the moment of a change.
 */
@Path("/v1/changes/stream")
@Tag(name = "Changes")
public class ChangeStreamResource {
  private static final int BATCH = 500;
  private final CurrentReader current;
  private final OrganisationStanding standing;
  private final ChangeFeed feed;
  private final ChangeLines lines;
  private final Duration every;
  private final Duration longest;

  ChangeStreamResource(
      CurrentReader current,
      OrganisationStanding standing,
      ChangeFeed feed,
      ChangeLines lines,
      @ConfigProperty(name = "toguna.stream.every", defaultValue = "2S") Duration every,
      @ConfigProperty(name = "toguna.stream.longest", defaultValue = "15M") Duration longest) {
    this.current = current;
    this.standing = standing;
    this.feed = feed;
    this.lines = lines;
    this.every = every;
    this.longest = longest;
  }

  /**
   * Starts with what comes next, or after Last-Event-ID; ends after a quarter of an hour: come
   * back.
   */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RolesAllowed("reader")
  @Operation(operationId = "streamChanges", summary = "What changes, as Server-Sent Events")
  public Multi<OutboundSseEvent> stream(
      @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
    Reader reader = current.allowed(Role.READER);
    ChangeFeed.Position start = lastEventId == null ? null : lines.open(reader, lastEventId);
    var position = new AtomicReference<ChangeFeed.@Nullable Position>(start);
    return Multi.createFrom()
        .ticks()
        .every(every)
        .onOverflow()
        .drop()
        .select()
        .first(Math.max(1, longest.dividedBy(every)))
        .select()
        .first(tick -> reader.organisation() == null || standing.isActive(reader.organisation()))
        .onItem()
        .transformToMultiAndConcatenate(
            tick ->
                Uni.createFrom()
                    .item(() -> batch(reader, position, sse))
                    .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                    .onItem()
                    .transformToMulti(events -> Multi.createFrom().iterable(events)));
  }

  private List<OutboundSseEvent> batch(
      Reader reader, AtomicReference<ChangeFeed.@Nullable Position> position, Sse sse) {
    ChangeFeed.Position after = position.get();
    if (after == null) {
      position.set(feed.end(reader));
      return List.of(sse.newEventBuilder().comment("from here on").data("").build());
    }
    ChangeFeed.Delta delta = feed.since(reader, after, BATCH);
    position.set(delta.position());
    var events = new ArrayList<OutboundSseEvent>();
    for (int i = 0; i < delta.changes().size(); i++) {
      var event = sse.newEventBuilder().name("change").data(lines.json(delta.changes().get(i)));
      // Only the last event of a batch moves the client on: a batch cut short is sent again.
      if (i == delta.changes().size() - 1) {
        event.id(lines.seal(reader, delta.position()));
      }
      events.add(event.build());
    }
    if (events.isEmpty()) {
      // Without a word now and then, whatever stands between would think the stream dead.
      events.add(sse.newEventBuilder().comment("still here").data("").build());
    }
    return events;
  }
}
