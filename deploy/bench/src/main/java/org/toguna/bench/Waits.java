package org.toguna.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * How long one waits who is not in a crowd: two connections, each asking again when it has read its
 * answer. Bare query and request take turns, as in {@link Comparison}; what is told is taken over
 * all turns, because the ninety-ninth of a hundred waits needs many of them.
 */
final class Waits {
  private static final int CONNECTIONS = 2;
  private final Options options;
  private final RunningStack stack;

  Waits(Options options, RunningStack stack) {
    this.options = options;
    this.stack = stack;
  }

  /**
   * Waits in milliseconds.
   *
   * @param cost microseconds of processor time for one, all processes and the generator together
   */
  record Spread(double p50, double p99, double cost) {

    String told() {
      return String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms, %.0f us", p50, p99, cost);
    }
  }

  /** The bare query and the request that comes to the same. */
  record Outcome(Spread bare, Spread asked) {

    String told() {
      return "bare %s; asked %s of processor time".formatted(bare.told(), asked.told());
    }
  }

  Outcome of(SqlLoad.Preparation bare, HttpLoad.Asking asking) throws SQLException {
    var limits = new Samples();
    var figures = new Samples();
    var open = new ArrayList<AutoCloseable>();
    try {
      List<Threads.Step> queries = new ArrayList<>();
      List<Threads.Step> requests = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        int client = i;
        Connection database =
            DriverManager.getConnection(stack.superuserUrl("cases") + "&prepareThreshold=1");
        open.add(database);
        queries.add(bare.on(database));
        var connection = new HttpConnection(stack.port("cases"));
        open.add(connection);
        requests.add(random -> connection.send(asking.next(client, random), 200));
      }
      Threads.perSecond(queries, options.warmUp().dividedBy(4));
      Threads.perSecond(requests, options.warmUp());
      for (int i = 0; i < options.pairs(); i++) {
        limits.turn(queries);
        figures.turn(requests);
      }
      return new Outcome(limits.spread(), figures.spread());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } finally {
      closeAll(open);
    }
  }

  private static void closeAll(List<AutoCloseable> open) {
    for (AutoCloseable one : open) {
      try {
        one.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** What was waited for in the turns so far. */
  private final class Samples {
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private Duration used = Duration.ZERO;

    void turn(List<Threads.Step> steps) {
      Duration before = stack.processorTime();
      Threads.perSecond(steps.stream().map(this::timed).toList(), options.turn());
      used = used.plus(stack.processorTime().minus(before));
    }

    private Threads.Step timed(Threads.Step step) {
      return random -> {
        long started = System.nanoTime();
        step.once(random);
        nanos.add(System.nanoTime() - started);
      };
    }

    Spread spread() {
      double[] sorted = nanos.stream().mapToDouble(each -> each / 1e6).toArray();
      Arrays.sort(sorted);
      return new Spread(
          at(sorted, 0.50), at(sorted, 0.99), used.toNanos() / 1e3 / Math.max(1, sorted.length));
    }

    private static double at(double[] sorted, double share) {
      return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    }
  }
}
