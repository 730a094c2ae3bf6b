package org.toguna.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/** Requests on kept-alive connections, each sending its next when it has read its last answer. */
final class HttpLoad implements Load {

  /** What one of the sixteen clients asks next. */
  @FunctionalInterface
  interface Asking {
    Ask next(int client, RandomGenerator random);
  }

  record Ask(HttpMethod method, String path, String token, String body) {
    static Ask get(String path, String token) {
      return new Ask(HttpMethod.GET, path, token, "");
    }
  }

  private final HttpClient client;
  private final int port;
  private final int expected;
  private final Asking asking;

  HttpLoad(HttpClient client, int port, int expected, Asking asking) {
    this.client = client;
    this.port = port;
    this.expected = expected;
    this.asking = asking;
  }

  /** One event loop is enough for the generator, and leaves the rest to those who are measured. */
  static HttpClient client(Vertx vertx) {
    return vertx.createHttpClient(
        new HttpClientOptions().setKeepAlive(true).setPipelining(false).setTcpNoDelay(true),
        new PoolOptions().setHttp1MaxSize(CONNECTIONS).setEventLoopSize(1));
  }

  /** One phase of load: its end, what was done, and the first thing that went wrong. */
  private record Phase(
      long end, CountDownLatch clients, AtomicLong done, AtomicReference<Throwable> failure) {}

  @Override
  public double perSecond(Duration time) {
    long started = System.nanoTime();
    var phase =
        new Phase(
            started + time.toNanos(),
            new CountDownLatch(CONNECTIONS),
            new AtomicLong(),
            new AtomicReference<>());
    for (int i = 0; i < CONNECTIONS; i++) {
      ask(i, phase);
    }
    try {
      phase.clients().await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    if (phase.failure().get() != null) {
      throw new IllegalStateException("A request failed", phase.failure().get());
    }
    return phase.done().get() * 1e9 / (System.nanoTime() - started);
  }

  private void ask(int who, Phase phase) {
    if (System.nanoTime() >= phase.end() || phase.failure().get() != null) {
      phase.clients().countDown();
      return;
    }
    Ask ask = asking.next(who, ThreadLocalRandom.current());
    send(client, port, expected, ask)
        .onComplete(
            answer -> {
              if (answer.succeeded()) {
                phase.done().incrementAndGet();
              } else {
                phase.failure().compareAndSet(null, answer.cause());
              }
              ask(who, phase);
            });
  }

  static io.vertx.core.Future<Buffer> send(HttpClient client, int port, int expected, Ask ask) {
    var options =
        new RequestOptions()
            .setMethod(ask.method())
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI(ask.path())
            .putHeader("Authorization", "Bearer " + ask.token());
    if (!ask.body().isEmpty()) {
      options.putHeader("Content-Type", "application/json");
    }
    return client
        .request(options)
        .compose(request -> ask.body().isEmpty() ? request.send() : request.send(ask.body()))
        .compose(
            response ->
                response
                    .body()
                    .map(
                        body -> {
                          if (response.statusCode() != expected) {
                            throw new IllegalStateException(
                                "%s %s: %d %s"
                                    .formatted(
                                        ask.method(), ask.path(), response.statusCode(), body));
                          }
                          return body;
                        }));
  }
}
