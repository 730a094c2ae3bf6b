package org.toguna.bench;

import java.io.IOException;
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
  private static final int WRITERS = 32;
  private final RunningStack stack;
  private final Registry registry;
  private final ConcurrentHashMap<String, Long> answered = new ConcurrentHashMap<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  Propagation(RunningStack stack, Registry registry) {
    this.stack = stack;
    this.registry = registry;
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
    long started = System.nanoTime();
    for (int i = 0; i < WRITERS; i++) {
      int writer = i;
      Thread.ofPlatform().daemon().start(() -> write(writer, writes, started));
    }
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
      return delays;
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

  /**
   * Each writer has its own share of the instants at which a write is due, and makes up for what it
   * missed: a slow answer slows nothing down.
   */
  private void write(int writer, long writes, long started) {
    try (var connection = new HttpConnection(stack.port("cases"))) {
      var random = ThreadLocalRandom.current();
      for (long i = writer; i < writes; i += WRITERS) {
        long due = started + i * 1_000_000_000L / PER_SECOND;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        byte[] answer =
            connection.send(
                HttpConnection.Ask.post(
                    "/cases/v1/crises",
                    registry.authors().get(writer % Load.CONNECTIONS),
                    Registry.crisis(
                        random.nextInt(Registry.CERCLES), 1 + random.nextInt(12), "GREEN")),
                201);
        long now = System.nanoTime();
        answered.put(Registry.id(answer).toString(), now);
      }
    } catch (IOException | RuntimeException e) {
      failure.compareAndSet(null, e);
    }
  }
}
