package org.toguna.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.Uuid;

/** A Kafka broker, its own controller, in a Java process of its own, with its log directory. */
public final class Kafka implements Part {

  private final Path home;
  private final int port;
  private final Supplier<List<String>> javaOptions;
  private final Map<String, String> settings;
  private final List<String> topics;
  private final String protocol;
  private final ChildProcess process;

  /**
   * A broker that anybody may use who reaches it, for tests.
   *
   * @param home everything of this broker lies under it: configuration, topics and log
   * @param javaOptions options of the broker's JVM, stronger than ours, asked for at every start
   * @param settings further broker properties, stronger than ours
   * @param topics topics that are there when the broker is ready
   */
  public Kafka(
      Path home,
      int port,
      Supplier<List<String>> javaOptions,
      Map<String, String> settings,
      Collection<String> topics) {
    this(home, port, javaOptions, settings, topics, "PLAINTEXT");
  }

  /**
   * A broker that lets services do what {@link BrokerRights} says, and nobody anything else.
   *
   * @param certificates of the broker and of the services
   */
  public Kafka(
      Path home,
      int port,
      Supplier<List<String>> javaOptions,
      BrokerCertificates certificates,
      Collection<String> topics) {
    this(home, port, javaOptions, certificates.broker(), topics, "SSL");
  }

  private Kafka(
      Path home,
      int port,
      Supplier<List<String>> javaOptions,
      Map<String, String> settings,
      Collection<String> topics,
      String protocol) {
    this.home = home.toAbsolutePath();
    this.port = port;
    this.javaOptions = javaOptions;
    this.settings = Map.copyOf(settings);
    this.topics = List.copyOf(topics);
    this.protocol = protocol;
    this.process = new ChildProcess("Kafka", this.home.resolve("kafka.log"));
  }

  @Override
  public String name() {
    return "kafka";
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void start() {
    if (isAlive()) {
      return;
    }
    var configuration = home.resolve("server.properties");
    try {
      OwnersOnly.directory(home);
      try (var out = Files.newBufferedWriter(configuration)) {
        properties().store(out, "Written at every start");
      }
    } catch (IOException e) {
      throw new PartFailed("Could not prepare Kafka in %s: %s".formatted(home, e), e);
    }
    var command =
        new ArrayList<>(
            List.of(
                JavaProgram.java(),
                "-Xms64m",
                "-Xmx256m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:MinHeapFreeRatio=15",
                "-XX:MaxHeapFreeRatio=30",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(javaOptions.get());
    command.addAll(
        List.of(
            KafkaBroker.class.getName(),
            configuration.toString(),
            clusterId(),
            readiness().toString()));
    command.addAll(topics);
    process.start(command, Map.of("CLASSPATH", JavaProgram.classPath()), home);
  }

  /** The broker's process says when it is registered, unfenced and has its topics. */
  @Override
  public void awaitReady(Duration patience) {
    var progress = Progress.of(process, patience);
    while (!isReady()) {
      if (!isAlive()) {
        throw new PartFailed("Kafka ended while starting. " + process.lastWords());
      }
      if (!progress.goesOn("")) {
        throw new PartFailed(
            "Kafka does not answer, and nothing has moved in it for %d s; its log is %s."
                .formatted(patience.toSeconds(), process.log()));
      }
      Pause.briefly();
    }
  }

  @Override
  public String waitsFor() {
    return "it has not registered and made its topics yet";
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public boolean stop(Duration patience) {
    return process.stop("TERM", patience);
  }

  @Override
  public void kill() {
    process.kill();
  }

  private boolean isReady() {
    try {
      return isAlive() && Files.readString(readiness()).equals(Long.toString(pid()));
    } catch (IOException e) {
      return false;
    }
  }

  private Path readiness() {
    return home.resolve("ready");
  }

  /** Chosen once, kept with the topics: a directory answers to its own cluster only. */
  private String clusterId() {
    var file = home.resolve("cluster.id");
    try {
      if (!Files.exists(file)) {
        Files.writeString(file, Uuid.randomUuid().toString());
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Properties properties() {
    var controller = Ports.free();
    var all = new TreeMap<String, String>();
    all.put("process.roles", "broker,controller");
    all.put("node.id", "1");
    all.put(
        "listeners",
        "%s://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(protocol, port, controller));
    all.put("advertised.listeners", protocol + "://" + bootstrapServers());
    all.put("controller.listener.names", "CONTROLLER");
    all.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
    all.put("log.dirs", home.resolve("topics").toString());
    all.put("num.partitions", "3");
    for (var internal :
        List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
      all.put(internal + ".num.partitions", "3");
      all.put(internal + ".replication.factor", "1");
      all.put(internal + ".min.isr", "1");
    }
    all.remove("offsets.topic.min.isr");
    all.put("offsets.topic.segment.bytes", "4194304");
    all.put("transaction.state.log.segment.bytes", "4194304");
    all.put("group.initial.rebalance.delay.ms", "0");
    all.put("group.min.session.timeout.ms", "1000");
    all.put("num.network.threads", "2");
    all.put("num.io.threads", "4");
    all.put("background.threads", "2");
    all.put("num.recovery.threads.per.data.dir", "2");
    all.put("log.segment.bytes", "16777216");
    all.put("log.index.size.max.bytes", "1048576");
    all.put("log.cleaner.dedupe.buffer.size", "16777216");
    all.put("log.cleaner.io.buffer.size", "131072");
    all.put("log.cleaner.backoff.ms", "2000");
    // After a crash the new broker may register only when the old one's session has run out.
    all.put("broker.heartbeat.interval.ms", "300");
    all.put("broker.session.timeout.ms", "1500");
    // A single voter has nobody to wait for.
    all.put("controller.quorum.election.timeout.ms", "250");
    all.put("controlled.shutdown.enable", "false");
    all.putAll(settings);
    var properties = new Properties();
    properties.putAll(all);
    return properties;
  }
}
