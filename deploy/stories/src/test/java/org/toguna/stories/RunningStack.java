package org.toguna.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.toguna.kit.signing.BatchSigner;
import org.toguna.local.Toguna;
import org.toguna.parts.BrokerCertificates;
import org.toguna.parts.JavaProgram;
import org.toguna.parts.Ports;
import org.toguna.parts.QuietLogging;
import org.toguna.parts.issuer.SigningKey;

/**
 * The whole stack, started once for a test run by its own supervisor, on free ports and in a
 * directory of its own; it ends with the test run.
 */
final class RunningStack {
  static final List<String> SERVICES = List.of("cases", "actors", "ingest");
  static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final RunningStack THE_ONE = new RunningStack();

  private final Path root = root();
  private final Path data;
  private final JsonNode layout;
  private final Properties secrets = new Properties();
  private final SigningKey issuer;

  private RunningStack() {
    QuietLogging.start();
    try {
      // Whoever writes a story has a stack at hand already.
      var running = System.getProperty("toguna.data");
      data =
          running == null
              ? Files.createTempDirectory("toguna-stories")
              : Path.of(running).toAbsolutePath();
      if (running == null) {
        start();
      }
      layout = state().path("layout");
      try (var in = Files.newBufferedReader(data.resolve("secrets"))) {
        secrets.load(in);
      }
      issuer = SigningKey.of(secrets.getProperty("issuer"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RunningStack stack() {
    return THE_ONE;
  }

  /** The working copy, which holds the services as they were packaged. */
  Path workingCopy() {
    return root;
  }

  /** Everything that the stack writes. */
  Path data() {
    return data;
  }

  String address() {
    return "http://127.0.0.1:" + layout.path("origin").asInt();
  }

  String issuerAddress() {
    return address() + "/issuer";
  }

  SigningKey issuer() {
    return issuer;
  }

  String bootstrapServers() {
    return "127.0.0.1:" + layout.path("kafka").asInt();
  }

  /** Settings of somebody who holds that certificate: a service's, or the broker's own. */
  Map<String, Object> brokerClient(String certificate) {
    var settings =
        new HashMap<String, Object>(
            BrokerCertificates.in(data.resolve("broker")).client(certificate));
    settings.put("bootstrap.servers", bootstrapServers());
    return settings;
  }

  /** Whoever holds the key that a service signs its events with. */
  BatchSigner signer(String service) {
    return new BatchSigner(Base64.getDecoder().decode(secrets.getProperty(service + ".event-key")));
  }

  /** A database of a service as the superuser sees it, past every policy. */
  Connection database(String service) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/toguna_%s"
            .formatted(layout.path("postgres").asInt(), service),
        "postgres",
        secrets.getProperty("postgres"));
  }

  List<String> parts() {
    var names = new ArrayList<String>();
    state().path("parts").fieldNames().forEachRemaining(names::add);
    return names;
  }

  long pid(String part) {
    return state().path("parts").path(part).path("process").path("pid").asLong();
  }

  boolean isReady(String part) {
    return state().path("parts").path(part).path("ready").asBoolean();
  }

  /** As with kill -9: nothing is said, nothing is flushed. */
  void kill(String part) {
    ProcessHandle.of(pid(part)).ifPresent(ProcessHandle::destroyForcibly);
  }

  /** What a command of {@code ./toguna} answered. */
  record Outcome(int status, String words) {}

  Outcome toguna(String... words) {
    var command = command(words);
    command.addAll(List.of("--data", data.toString()));
    try {
      var said = Files.createTempFile("said", "");
      var process =
          builder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      var outcome = new Outcome(process.waitFor(), Files.readString(said));
      Files.delete(said);
      return outcome;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void start() throws IOException {
    var command = command("up", "--no-samples", "--data", data.toString());
    for (var port : List.of("port", "cases-port", "actors-port", "ingest-port")) {
      command.addAll(List.of("--" + port, "" + Ports.free()));
    }
    command.addAll(List.of("--postgres-port", "" + Ports.free()));
    command.addAll(List.of("--kafka-port", "" + Ports.free()));
    var log = data.resolve("supervisor.log");
    var supervisor =
        builder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(supervisor)));
    Awaitility.await("the stack")
        .atMost(PATIENCE)
        .pollInSameThread() // this class is still being initialised, and another thread would wait
        // for it
        .pollInterval(Duration.ofMillis(200))
        .failFast(
            () -> {
              if (!supervisor.isAlive()) {
                throw new IllegalStateException(Files.readString(log));
              }
            })
        .until(() -> state().path("ready").asBoolean());
  }

  private void end(Process supervisor) {
    supervisor.destroy();
    try {
      if (!supervisor.waitFor(60, TimeUnit.SECONDS)) {
        supervisor.destroyForcibly();
      }
      if (System.getProperty("toguna.keep") == null) {
        delete(data);
      }
    } catch (InterruptedException e) {
      supervisor.destroyForcibly();
    }
  }

  private JsonNode state() {
    var file = data.resolve("state.json");
    try {
      return Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command(String... words) {
    var command =
        new ArrayList<>(
            List.of(
                JavaProgram.java(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dtoguna.root=" + root,
                Toguna.class.getName()));
    command.addAll(List.of(words));
    return command;
  }

  /** With the classes that {@code ./toguna} runs, as they were packaged. */
  private ProcessBuilder builder(List<String> command) {
    var packaged = root.resolve("deploy/local/target");
    var builder = new ProcessBuilder(command);
    builder
        .environment()
        .put("CLASSPATH", "%s/local-stack.jar:%s/lib/*".formatted(packaged, packaged));
    return builder;
  }

  /** The topmost directory above that has a pom. */
  private static Path root() {
    var found = Path.of("").toAbsolutePath();
    for (var above = found; above != null; above = above.getParent()) {
      if (Files.exists(above.resolve("pom.xml"))) {
        found = above;
      }
    }
    return found;
  }

  private static void delete(Path directory) {
    try (var all = Files.walk(directory)) {
      all.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // What cannot be removed is the temporary directory's to keep.
    }
  }
}
