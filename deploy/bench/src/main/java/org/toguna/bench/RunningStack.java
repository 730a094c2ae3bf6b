package org.toguna.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.toguna.parts.BrokerCertificates;
import org.toguna.parts.JavaProgram;
import org.toguna.parts.PartFailed;
import org.toguna.parts.Ports;
import org.toguna.parts.issuer.Claims;
import org.toguna.parts.issuer.SigningKey;

/** The stack under load: what {@code ./toguna up} starts, on free ports, with data of its own. */
final class RunningStack implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Path data;
  private final Process supervisor;
  private final Map<String, Integer> ports;
  private final Properties secrets = new Properties();

  private RunningStack(Path data, Process supervisor, Map<String, Integer> ports) {
    this.data = data;
    this.supervisor = supervisor;
    this.ports = ports;
  }

  static RunningStack start(Path root, Path data) throws IOException {
    Files.createDirectories(data);
    var ports = new LinkedHashMap<String, Integer>();
    for (String name :
        List.of(
            "port", "cases-port", "actors-port", "ingest-port", "postgres-port", "kafka-port")) {
      ports.put(name, Ports.free());
    }
    var command =
        new ArrayList<>(
            List.of(
                JavaProgram.java(),
                "-Xmx40m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dtoguna.root=" + root,
                "org.toguna.local.Toguna",
                "up",
                "--no-samples",
                "--data",
                data.toString()));
    ports.forEach((name, port) -> command.addAll(List.of("--" + name, port.toString())));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    var packaged = root.resolve("deploy/local/target");
    builder
        .environment()
        .put("CLASSPATH", "%s/local-stack.jar:%s/lib/*".formatted(packaged, packaged));
    builder.redirectInput(new File("/dev/null"));
    builder.redirectOutput(data.resolve("supervisor.log").toFile());
    var stack = new RunningStack(data, builder.start(), ports);
    // Whoever interrupts the benchmark must not be left with a running stack.
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "end"));
    stack.awaitReady();
    try (var in = Files.newBufferedReader(data.resolve("secrets"))) {
      stack.secrets.load(in);
    }
    return stack;
  }

  private void awaitReady() throws IOException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!state().path("ready").asBoolean()) {
      if (!supervisor.isAlive() || Instant.now().isAfter(end)) {
        close();
        throw new PartFailed(
            "The stack did not start. " + Files.readString(data.resolve("supervisor.log")));
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private JsonNode state() throws IOException {
    Path file = data.resolve("state.json");
    return Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode();
  }

  int originPort() {
    return ports.get("port");
  }

  int port(String service) {
    return ports.get(service + "-port");
  }

  /** The database of a service for the superuser, whom no policy holds back. */
  String superuserUrl(String service) {
    return "jdbc:postgresql://127.0.0.1:%d/toguna_%s?user=postgres&password=%s"
        .formatted(ports.get("postgres-port"), service, secrets.getProperty("postgres"));
  }

  /** Settings of a client that may do everything at the broker. */
  Map<String, Object> kafka() {
    var client =
        new LinkedHashMap<String, Object>(
            BrokerCertificates.in(data.resolve("broker")).client(BrokerCertificates.BROKER));
    client.put("bootstrap.servers", "127.0.0.1:" + ports.get("kafka-port"));
    return client;
  }

  byte[] masterKey(String service) {
    return java.util.Base64.getDecoder().decode(secrets.getProperty(service + ".master-key"));
  }

  String token(String role, String organisation, String user, String clearance) {
    return SigningKey.of(secrets.getProperty("issuer"))
        .sign(
            new Claims(
                    "http://127.0.0.1:%d/issuer".formatted(ports.get("port")),
                    Claims.AUDIENCE,
                    user,
                    organisation,
                    clearance,
                    Claims.rolesOf(role),
                    Instant.now(),
                    Duration.ofHours(8))
                .asMap());
  }

  /** Resident megabytes of each process of the stack, PostgreSQL's children counted with it. */
  Map<String, Double> residentMegabytes() throws IOException {
    var resident = new LinkedHashMap<String, Double>();
    resident.put("supervisor", Resident.megabytes(supervisor.toHandle(), false));
    for (var part : state().path("parts").properties()) {
      ProcessHandle.of(part.getValue().at("/process/pid").asLong())
          .ifPresent(process -> resident.put(part.getKey(), Resident.megabytes(process, true)));
    }
    return resident;
  }

  /** Processor time of all processes of the stack and of this one, which makes the load. */
  Duration processorTime() {
    return Stream.concat(Stream.of(ProcessHandle.current()), supervisor.descendants())
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  @Override
  public void close() {
    supervisor.destroy();
    try {
      if (!supervisor.waitFor(60, TimeUnit.SECONDS)) {
        supervisor.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
