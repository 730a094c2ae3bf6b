package org.toguna.test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.toguna.parts.Kafka;
import org.toguna.parts.Part;
import org.toguna.parts.Ports;
import org.toguna.parts.Postgres;
import org.toguna.parts.RandomSecrets;

/** The process that runs PostgreSQL and Kafka for the test runs of one working copy. */
final class EmbeddedPairHost {

  static final String STATE = "state.properties";

  private static final Duration PATIENCE = Duration.ofSeconds(100);
  private static final Duration IDLE = Duration.ofSeconds(90);

  private final Path home;
  private final Postgres postgres;
  private final Kafka kafka;
  private final AtomicInteger present = new AtomicInteger();
  private volatile Instant lastSeen = Instant.now();

  private EmbeddedPairHost(Path home) {
    this.home = home;
    // Tests ask for correctness after a crash of the server, not of the machine.
    var lively =
        Map.of(
            "fsync",
            "off",
            "full_page_writes",
            "off",
            "max_connections",
            "200",
            "max_wal_size",
            "256MB");
    this.postgres =
        new Postgres(home.resolve("postgres"), Ports.free(), RandomSecrets.password(), lively);
    this.kafka = new Kafka(home.resolve("kafka"), Ports.free(), List::of, Map.of(), List.of());
  }

  public static void main(String[] arguments) throws IOException {
    var host = new EmbeddedPairHost(Path.of(arguments[0]));
    Runtime.getRuntime().addShutdownHook(new Thread(host::stop));
    host.start();
    host.stayWhileSomebodyIsThere();
    System.exit(0);
  }

  private void start() throws IOException {
    postgres.endPrevious();
    empty(home.resolve("postgres").resolve("data"));
    empty(home.resolve("kafka"));
    var parts = List.<Part>of(postgres, kafka);
    parts.forEach(Part::start);
    parts.forEach(part -> part.awaitReady(PATIENCE));
  }

  private void stayWhileSomebodyIsThere() throws IOException {
    try (var door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      announce(door.getLocalPort());
      door.setSoTimeout(1000);
      lastSeen = Instant.now();
      // A cleaned target directory takes the state file with it, and the data: then we are done.
      while (Files.exists(home.resolve(STATE)) && isWanted()) {
        try {
          var visitor = door.accept();
          present.incrementAndGet();
          Thread.ofVirtual().start(() -> waitUntilGone(visitor));
        } catch (SocketTimeoutException e) {
          // Nobody new; look again whether anybody is left.
        }
      }
    }
  }

  private boolean isWanted() {
    return present.get() > 0 || lastSeen.plus(IDLE).isAfter(Instant.now());
  }

  private void waitUntilGone(Socket visitor) {
    try (visitor) {
      visitor.getInputStream().read();
    } catch (IOException e) {
      // Gone without a word is gone as well.
    } finally {
      lastSeen = Instant.now();
      present.decrementAndGet();
    }
  }

  private void announce(int presence) throws IOException {
    var state = new Properties();
    state.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
    state.setProperty("presence", Integer.toString(presence));
    state.setProperty("database", postgres.superuserUrl("postgres"));
    state.setProperty("broker", kafka.bootstrapServers());
    var draft = home.resolve("state.draft");
    try (var out = Files.newBufferedWriter(draft)) {
      state.store(out, null);
    }
    Files.move(draft, home.resolve(STATE), StandardCopyOption.ATOMIC_MOVE);
  }

  private void stop() {
    try {
      Files.deleteIfExists(home.resolve(STATE));
    } catch (IOException e) {
      // The directory is gone already.
    }
    kafka.kill();
    postgres.stop(Duration.ofSeconds(5));
  }

  private static void empty(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (var all = Files.walk(directory)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
