package org.toguna.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/** SQL on connections of its own, one thread each: the bare limit. */
final class SqlLoad implements Load, AutoCloseable {

  /** Prepares whatever it needs on a connection and returns what is then done over and over. */
  @FunctionalInterface
  interface Preparation {
    Step on(Connection connection) throws SQLException;
  }

  @FunctionalInterface
  interface Step {
    void once(RandomGenerator random) throws SQLException;
  }

  private final List<Connection> connections = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();

  SqlLoad(String url, Preparation preparation) throws SQLException {
    for (int i = 0; i < CONNECTIONS; i++) {
      // Prepared on the server from the first execution: a limit has no learning phase.
      Connection connection = DriverManager.getConnection(url + "&prepareThreshold=1");
      connections.add(connection);
      steps.add(preparation.on(connection));
    }
  }

  @Override
  public double perSecond(Duration time) {
    var done = new AtomicLong();
    var failure = new AtomicReference<Exception>();
    long started = System.nanoTime();
    long end = started + time.toNanos();
    List<Thread> threads =
        steps.stream()
            .map(step -> Thread.ofPlatform().start(() -> repeat(step, end, done, failure)))
            .toList();
    for (Thread thread : threads) {
      join(thread);
    }
    if (failure.get() != null) {
      throw new IllegalStateException("The bare statement failed", failure.get());
    }
    return done.get() * 1e9 / (System.nanoTime() - started);
  }

  private static void repeat(
      Step step, long end, AtomicLong done, AtomicReference<Exception> failure) {
    try {
      long times = 0;
      while (System.nanoTime() < end) {
        step.once(ThreadLocalRandom.current());
        times++;
      }
      done.addAndGet(times);
    } catch (SQLException | RuntimeException e) {
      failure.compareAndSet(null, e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : connections) {
      connection.close();
    }
  }
}
