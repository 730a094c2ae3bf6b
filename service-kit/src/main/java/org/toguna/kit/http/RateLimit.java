package org.toguna.kit.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.problems.Phrase;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/** Holds back a client that runs away, and tells each how much it has left. */
@Singleton
class RateLimit {

  private static final int MOST_CLIENTS = 10_000;

  private final ConcurrentHashMap<String, TokenBucket> buckets = new ConcurrentHashMap<>();
  private final SecurityIdentity identity;
  private final CurrentReader current;
  private final long perMinute;

  RateLimit(
      SecurityIdentity identity,
      CurrentReader current,
      @ConfigProperty(name = "toguna.rate.per-minute") long perMinute) {
    this.identity = identity;
    this.current = current;
    this.perMinute = perMinute;
  }

  @ServerRequestFilter(priority = 1200)
  void count(RoutingContext context) {
    var left = bucket(client(context)).take(System.nanoTime());
    // Set on the connection's own response, so that a refusal carries them too.
    context
        .response()
        .putHeader("RateLimit-Policy", "\"client\";q=%d;w=60".formatted(perMinute))
        .putHeader("RateLimit", "\"client\";r=%d;t=60".formatted(Math.max(left, 0)));
    if (left < 0) {
      throw new Refusal(ProblemType.TOO_MANY_REQUESTS, Phrase.of("too-many-requests.detail"));
    }
  }

  private String client(RoutingContext context) {
    return identity.isAnonymous()
        ? "address:" + context.request().remoteAddress().hostAddress()
        : current.get().person();
  }

  private TokenBucket bucket(String client) {
    var now = System.nanoTime();
    if (buckets.size() > MOST_CLIENTS) {
      buckets.values().removeIf(bucket -> bucket.idle(now));
    }
    return buckets.computeIfAbsent(client, any -> new TokenBucket(perMinute, now));
  }
}
