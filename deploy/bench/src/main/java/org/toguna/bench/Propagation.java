package org.toguna.bench;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * How long after its writer was told 201 a record stands in the sibling's read model, at a steady
 * 200 writes a second that wait for nobody.
 */
final class Propagation {
  private static final int PER_SECOND = 200;
  private final RunningStack stack;
  private final Registry registry;
  private final io.vertx.core.http.HttpClient client;
  private final ConcurrentHashMap<String, Long> answered = new ConcurrentHashMap<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  Propagation(RunningStack stack, Registry registry, io.vertx.core.http.HttpClient client) {
    this.stack = stack;
    this.registry = registry;
    this.client = client;
  }

  void measure(Report report, Duration time) throws SQLException {
    delays(Duration.ofSeconds(3));
    List<Double> delays = delays(time);
    delays.sort(null);
    report.add(
        Row.atMost(
            "write at 200/s to sibling's read model, p50",
            " ms",
            at(delays, 0.50),
            15,
            "%,d writes".formatted(delays.size())));
    report.add(
        Row.atMost(
            "write at 200/s to sibling's read model, p99", " ms", at(delays, 0.99), 60, null));
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share)));
  }

  private List<Double> delays(Duration time) throws SQLException {
    long writes = PER_SECOND * time.toMillis() / 1000;
    Thread writer = Thread.ofPlatform().start(() -> write(writes));
    var delays = new ArrayList<Double>();
    try (Connection database = DriverManager.getConnection(stack.superuserUrl("actors"));
        PreparedStatement seen =
            database.prepareStatement(
                "select id from sibling where topic = 'cases.crisis' and view = 'full'"
                    + " and id = any (?)")) {
      long end = System.nanoTime() + time.toNanos() + Duration.ofSeconds(30).toNanos();
      while (delays.size() < writes) {
        if (failure.get() != null || System.nanoTime() > end) {
          throw new IllegalStateException(
              "%d of %d arrived".formatted(delays.size(), writes), failure.get());
        }
        look(database, seen, delays);
        LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
      }
      writer.join();
      return delays;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void look(Connection database, PreparedStatement seen, List<Double> delays)
      throws SQLException {
    if (answered.isEmpty()) {
      return;
    }
    seen.setArray(1, database.createArrayOf("text", answered.keySet().toArray()));
    try (ResultSet rows = seen.executeQuery()) {
      long now = System.nanoTime();
      while (rows.next()) {
        Long since = answered.remove(rows.getString(1));
        if (since != null) {
          delays.add(Math.max(0, now - since) / 1e6);
        }
      }
    }
  }

  /** Open loop: the next write is due when it is due, whatever became of the last. */
  private void write(long writes) {
    long started = System.nanoTime();
    for (long i = 0; i < writes; i++) {
      long due = started + i * 1_000_000_000L / PER_SECOND;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      var random = ThreadLocalRandom.current();
      var ask =
          new HttpLoad.Ask(
              HttpMethod.POST,
              "/cases/v1/crises",
              registry.authors().get((int) (i % Load.CONNECTIONS)),
              Registry.crisis(random.nextInt(Registry.CERCLES), 1 + random.nextInt(12), "GREEN"));
      HttpLoad.send(client, stack.port("cases"), 201, ask)
          .onSuccess(body -> answered.put(new JsonObject(body).getString("id"), System.nanoTime()))
          .onFailure(cause -> failure.compareAndSet(null, cause));
    }
  }
}
