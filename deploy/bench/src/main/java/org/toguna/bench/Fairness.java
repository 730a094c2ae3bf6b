package org.toguna.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What others notice while somebody holds 140 streams, sends 200 half requests, or posts six
 * reports full of dates: their answers at twenty requests a second, straight at the services and
 * through the origin, before and meanwhile. Everything stays on this machine and ends by itself.
 */
public final class Fairness {
  private static final int PER_SECOND = 20;
  private static final Duration PHASE = Duration.ofSeconds(20);
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final int COPIES = 4;
  private static final double ALLOWED_MILLIS = 20;

  private final RunningStack stack;
  private final Registry registry;
  private final String reader;

  private Fairness(RunningStack stack) throws SQLException {
    this.stack = stack;
    this.registry = new Registry(stack);
    registry.units();
    registry.fill(COPIES);
    this.reader = stack.token("reader", "ngo-quiet", "reader", "GREEN");
  }

  /** Ends with 1 if anybody noticed more than is allowed. */
  public static void main(String[] words) throws Exception {
    Logger.getLogger("").setLevel(Level.WARNING);
    System.exit(measure() ? 0 : 1);
  }

  static boolean measure() throws IOException, SQLException, InterruptedException {
    Path root = Path.of(System.getProperty("toguna.root", "")).toAbsolutePath().normalize();
    Path data = Files.createTempDirectory("toguna-fairness");
    Bench.say("starting a stack of its own, with data in " + data);
    try (RunningStack stack = RunningStack.start(root, data)) {
      return new Fairness(stack).run();
    }
  }

  private boolean run() throws IOException, InterruptedException {
    meanwhile(WARM_UP, Attack.NONE);
    Map<String, Latencies> quiet = meanwhile(PHASE, Attack.NONE);
    System.out.printf(
        "%-28s %-22s %9s %9s %9s %9s %9s%n",
        "while", "asked", "p50", "p99", "p50 then", "p99 then", "allowed");
    boolean fair = true;
    for (Attack attack :
        List.of(
            new Streams(stack, 140), new HalfRequests(stack, 200), new DatedReports(stack, 6))) {
      Map<String, Latencies> then = meanwhile(PHASE, attack);
      for (String way : quiet.keySet()) {
        Latencies before = quiet.get(way);
        Latencies during = then.get(way);
        double allowed = 2 * before.at(0.99) + ALLOWED_MILLIS;
        boolean kept = during.failed() == 0 && during.at(0.99) <= allowed;
        fair &= kept;
        System.out.printf(
            Locale.ROOT,
            "%-28s %-22s %6.1f ms %6.1f ms %6.1f ms %6.1f ms %6.1f ms %s%n",
            attack.name(),
            way,
            before.at(0.5),
            before.at(0.99),
            during.at(0.5),
            during.at(0.99),
            allowed,
            kept ? "kept" : "NOT KEPT, " + during.failed() + " failed");
      }
      System.out.println("  the attacker was answered: " + attack.answers());
    }
    return fair;
  }

  /** Asks evenly, on threads of their own, so that one slow answer does not hide the next. */
  private Map<String, Latencies> meanwhile(Duration time, Attack attack)
      throws IOException, InterruptedException {
    var ways = new LinkedHashMap<String, Latencies>();
    var loads = new ArrayList<Thread>();
    attack.start();
    try {
      load(ways, loads, "cases, straight", stack.port("cases"), this::crisis, time);
      load(ways, loads, "cases, by the origin", stack.originPort(), this::crisis, time);
      load(ways, loads, "ingest, by the origin", stack.originPort(), this::documents, time);
      for (Thread load : loads) {
        load.join();
      }
    } finally {
      attack.stop();
    }
    return ways;
  }

  private interface Asking {
    HttpConnection.Ask ask(int number);
  }

  private HttpConnection.Ask crisis(int number) {
    return number % 4 == 0
        ? HttpConnection.Ask.get("/cases/v1/crises?limit=50", reader)
        : HttpConnection.Ask.get(
            "/cases/v1/crises/" + registry.green.get(number % registry.green.size()), reader);
  }

  private HttpConnection.Ask documents(int number) {
    return HttpConnection.Ask.get("/ingest/v1/documents?limit=" + (1 + number % 20), reader);
  }

  private static void load(
      Map<String, Latencies> ways,
      List<Thread> loads,
      String name,
      int port,
      Asking asking,
      Duration time) {
    var latencies = new Latencies();
    ways.put(name, latencies);
    loads.add(
        Thread.ofPlatform()
            .start(
                () -> {
                  try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                      var connections = new Kept(port)) {
                    long start = System.nanoTime();
                    long step = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
                    for (int i = 0; i * step < time.toNanos(); i++) {
                      long due = start + i * step;
                      java.util.concurrent.locks.LockSupport.parkNanos(due - System.nanoTime());
                      int number = i;
                      threads.submit(() -> latencies.add(due, connections, asking.ask(number)));
                    }
                  }
                }));
  }

  /** Times from when a request was due to when its answer was whole, in milliseconds. */
  private static final class Latencies {
    private final List<Double> millis = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    void add(long due, Kept connections, HttpConnection.Ask ask) {
      try {
        connections.send(ask);
        millis.add((System.nanoTime() - due) / 1e6);
      } catch (IOException | IllegalStateException e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }

    int failed() {
      return failures.size();
    }

    double at(double share) {
      List<Double> sorted = millis.stream().sorted().toList();
      return sorted.isEmpty()
          ? Double.POSITIVE_INFINITY
          : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }
  }

  /** Connections that are used again by whoever asks next. */
  private static final class Kept implements AutoCloseable {
    private final int port;
    private final java.util.concurrent.ConcurrentLinkedQueue<HttpConnection> idle =
        new java.util.concurrent.ConcurrentLinkedQueue<>();

    Kept(int port) {
      this.port = port;
    }

    void send(HttpConnection.Ask ask) throws IOException {
      HttpConnection connection = idle.poll();
      if (connection == null) {
        connection = new HttpConnection(port);
      }
      boolean whole = false;
      try {
        connection.send(ask, 200);
        whole = true;
      } finally {
        if (whole) {
          idle.add(connection);
        } else {
          connection.close();
        }
      }
    }

    @Override
    public void close() {
      for (HttpConnection connection : idle) {
        try {
          connection.close();
        } catch (IOException e) {
          // closed is closed
        }
      }
    }
  }
}
