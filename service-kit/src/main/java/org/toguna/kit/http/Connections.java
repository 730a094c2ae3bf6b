package org.toguna.kit.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.problems.Phrase;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/**
 * Lets an organisation have so many requests open at the same time, from their headers to the last
 * byte of their answers: whoever sends half requests, or never reads an answer, runs out of their
 * own. Behind an origin connections are shared, so requests are what is counted.
 */
@Singleton
class Connections {

  /** So many of an organisation wait for one of its own to end; whoever comes then is refused. */
  private static final int WAITING = 32;

  private final ConcurrentHashMap<String, Seats> open = new ConcurrentHashMap<>();
  private final SecurityIdentity identity;
  private final CurrentReader current;
  private final int ofOrganisation;
  private final Duration wait;

  Connections(
      SecurityIdentity identity,
      CurrentReader current,
      @ConfigProperty(name = "toguna.connections.per-organisation") int ofOrganisation,
      @ConfigProperty(name = "toguna.connections.wait") Duration wait) {
    this.identity = identity;
    this.current = current;
    this.ofOrganisation = ofOrganisation;
    this.wait = wait;
  }

  private record Seats(Semaphore free, AtomicInteger waiting) {}

  @ServerRequestFilter(priority = 1250)
  void count(RoutingContext context) {
    if (identity.isAnonymous()) {
      return;
    }
    String organisation = current.get().organisation();
    if (organisation == null || isStream(context)) {
      return; // streams are counted where they are opened
    }
    Seats seats =
        open.computeIfAbsent(
            organisation,
            any -> new Seats(new Semaphore(ofOrganisation, true), new AtomicInteger()));
    if (!seats.free().tryAcquire() && !waited(seats)) {
      throw new Refusal(ProblemType.TOO_MANY_CONNECTIONS, Phrase.of("too-many-connections.detail"));
    }
    // Called once, whether the answer was sent or the connection broke.
    context.addEndHandler(any -> seats.free().release());
  }

  /** Work that comes in bursts is slowed down; only threads that may wait do. */
  private boolean waited(Seats seats) {
    if (Context.isOnEventLoopThread()) {
      return false;
    }
    try {
      return seats.waiting().incrementAndGet() <= WAITING
          && seats.free().tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      seats.waiting().decrementAndGet();
    }
  }

  private static boolean isStream(RoutingContext context) {
    return context.normalizedPath().endsWith("/v1/changes/stream");
  }
}
