package org.toguna.kit.changes;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.identity.NewestTokens;
import org.toguna.kit.identity.OrganisationStanding;
import org.toguna.kit.marking.Reader;

/**
 * Streams of changes. They leave in batches on a fixed schedule, so that the moment of an event
 * says nothing of the moment of a change; streams read on threads of their own, few at a time, so
 * that whoever asks for one answer never waits for those who ask for all.
 */
@ApplicationScoped
class ChangeStreams {
  private static final int BATCH = 500;

  /** So many of a pool of eight connections. */
  private static final int READING = 2;

  private static final long RETRY_MILLIS = 3_000;

  private final OrganisationStanding standing;
  private final NewestTokens newest;
  private final StreamSeats seats;
  private final ChangeFeed feed;
  private final ChangeHead head;
  private final ChangeLines lines;
  private final Duration every;
  private final Duration longest;
  private final Duration oldest;
  private final Clock clock = Clock.systemUTC();
  private final Semaphore reading = new Semaphore(READING);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  ChangeStreams(
      OrganisationStanding standing,
      NewestTokens newest,
      StreamSeats seats,
      ChangeFeed feed,
      ChangeHead head,
      ChangeLines lines,
      @ConfigProperty(name = "toguna.stream.every", defaultValue = "2S") Duration every,
      @ConfigProperty(name = "toguna.stream.longest", defaultValue = "15M") Duration longest,
      @ConfigProperty(name = "toguna.stream.oldest", defaultValue = "30D") Duration oldest) {
    this.standing = standing;
    this.newest = newest;
    this.seats = seats;
    this.feed = feed;
    this.head = head;
    this.lines = lines;
    this.every = every;
    this.longest = longest;
    this.oldest = oldest;
  }

  @PreDestroy
  void end() {
    threads.shutdown();
  }

  /**
   * @param expires the second in which the reader's token ends, and the stream with it
   * @throws org.toguna.kit.problems.Refusal if the reader, or their organisation, has too many
   */
  Multi<OutboundSseEvent> open(
      Reader reader, long issued, long expires, @Nullable String lastEventId, Sse sse) {
    var follower = new Follower(reader, issued, newest.now(), sse);
    Duration left =
        Duration.between(
            clock.instant(),
            Instant.ofEpochSecond(Math.min(expires, Instant.MAX.getEpochSecond())));
    Duration open = left.compareTo(longest) < 0 ? left : longest;
    Runnable seat = seats.take(reader);
    Multi<OutboundSseEvent> first = frames(() -> List.of(follower.first(lastEventId)));
    Multi<OutboundSseEvent> next =
        Multi.createFrom()
            .ticks()
            .startingAfter(every)
            .every(every)
            .onOverflow()
            .drop()
            .select()
            .first(tick -> follower.mayGoOn())
            .onItem()
            .transformToMultiAndConcatenate(tick -> frames(follower::next));
    return Multi.createBy()
        .concatenating()
        .streams(first, next)
        .select()
        .first(open.isPositive() ? open : Duration.ofMillis(1))
        .onTermination()
        .invoke(seat);
  }

  private Multi<OutboundSseEvent> frames(Supplier<List<OutboundSseEvent>> read) {
    return Uni.createFrom()
        .item(() -> inTurn(read))
        .runSubscriptionOn(threads)
        .onItem()
        .transformToMulti(events -> Multi.createFrom().iterable(events));
  }

  private List<OutboundSseEvent> inTurn(Supplier<List<OutboundSseEvent>> read) {
    reading.acquireUninterruptibly();
    try {
      return read.get();
    } finally {
      reading.release();
    }
  }

  /** One stream: whose it is, and how far it came. */
  private final class Follower {
    private final Reader reader;
    private final long issued;
    private final long since;
    private final Sse sse;
    private ChangeFeed.Position position = ChangeFeed.Position.START;

    Follower(Reader reader, long issued, long since, Sse sse) {
      this.reader = reader;
      this.issued = issued;
      this.since = since;
      this.sse = sse;
    }

    boolean mayGoOn() {
      return (reader.organisation() == null || standing.isActive(reader.organisation()))
          && newest.stillHolds(reader, issued, since);
    }

    /** Sent at once: whoever loses the connection before anything happens knows where it was. */
    OutboundSseEvent first(@Nullable String lastEventId) {
      ChangeFeed.Position end = feed.end(reader);
      if (lastEventId == null || lastEventId.isBlank()) {
        position = end;
        return frame().comment("from here on").reconnectDelay(RETRY_MILLIS).build();
      }
      Optional<ChangeFeed.Position> asked =
          lines.open(reader, lastEventId, clock.instant(), oldest);
      // What lies ahead of the log was counted by a database that has since been restored.
      if (asked.isEmpty() || asked.get().isAfter(end)) {
        position = end;
        return frame()
            .name("reset")
            .data(
                "{\"reset\":true,\"detail\":\"The position is too old, or was made for other"
                    + " rights. Read GET v1/changes from the beginning, and go on from this id.\"}")
            .reconnectDelay(RETRY_MILLIS)
            .build();
      }
      position = asked.get();
      return frame().comment("from there on").reconnectDelay(RETRY_MILLIS).build();
    }

    List<OutboundSseEvent> next() {
      ChangeFeed.Position skipped = head.skip(position);
      if (!skipped.equals(position) || !head.isAhead(position)) {
        position = skipped;
        return List.of(heartbeat());
      }
      ChangeFeed.Delta delta = feed.since(reader, position, BATCH);
      var events = new ArrayList<OutboundSseEvent>();
      for (ChangeFeed.Changed change : delta.changes()) {
        position = change.after();
        events.add(frame().name("change").data(lines.json(change)).build());
      }
      position = delta.position();
      return events.isEmpty() ? List.of(heartbeat()) : events;
    }

    /** Without a word now and then, whatever stands between would think the stream dead. */
    private OutboundSseEvent heartbeat() {
      return frame().comment("still here").build();
    }

    private OutboundSseEvent.Builder frame() {
      return sse.newEventBuilder().id(lines.seal(reader, position));
    }
  }
}
