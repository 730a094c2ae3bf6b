package org.toguna.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Measures the stack row by row; see {@code docs/benchmarks.md} for what each row means. */
public final class Bench {
  private final Options options;
  private final Report report = new Report(System.out);

  private Bench(Options options) {
    this.options = options;
  }

  public static void main(String[] words) throws Exception {
    // Kafka's client tells its whole configuration otherwise.
    Logger.getLogger("").setLevel(Level.WARNING);
    if (List.of(words).contains("--fairness")) {
      System.exit(Fairness.measure() ? 0 : 1);
    }
    new Bench(Options.of(List.of(words))).run();
  }

  private void run() throws IOException, SQLException {
    Path root = Path.of(System.getProperty("toguna.root", "")).toAbsolutePath().normalize();
    Path data = options.keep() == null ? Files.createTempDirectory("toguna-bench") : options.keep();
    try {
      say("starting a stack of its own, with data in " + data);
      try (RunningStack stack = RunningStack.start(root, data)) {
        measure(stack, root);
      }
    } finally {
      if (options.keep() == null) {
        remove(data);
      }
    }
    if (options.json() != null) {
      report.write(options.json(), surroundings());
    }
  }

  private void measure(RunningStack stack, Path root) throws IOException, SQLException {
    var registry = new Registry(stack);
    registry.units();
    var comparison = new Comparison(options, stack::processorTime);
    report.head();
    if (options.wantsAnyOf(1, 2, 3, 4, 5, 6, 7)) {
      crises(stack, registry, comparison);
    }
    new ReferenceRows(options, stack, registry, report).measure(comparison, root);
  }

  private void crises(RunningStack stack, Registry registry, Comparison comparison)
      throws IOException, SQLException {
    say("filling the registry");
    registry.fill(options.copies());
    say(
        "%,d GREEN and %,d AMBER crises; %d turns of %.1f s each, %d connections"
            .formatted(
                registry.green.size(),
                registry.amber.size(),
                2 * options.pairs(),
                options.turn().toMillis() / 1e3,
                Load.CONNECTIONS));
    var reads = new Reads(stack, registry, comparison);
    if (options.wants(1)) {
      reads.one(report);
      reads.known(report);
    }
    if (options.wants(2)) {
      reads.fifty(report);
    }
    if (options.wants(7)) {
      memory(stack, "resident memory of the whole stack, after reading");
    }
    if (options.wants(4)) {
      new Propagation(stack, registry).measure(report, options.turn().multipliedBy(5));
    }
    if (options.wants(3)) {
      new Writes(stack, registry, comparison).record(report);
    }
    var outbox = new Outbox(stack);
    outbox.awaitEmpty();
    if (options.wants(5)) {
      relay(outbox, registry);
    }
    if (options.wants(6)) {
      rebuild(stack, outbox, registry);
    }
    if (options.wants(7)) {
      memory(stack, "resident memory of the whole stack, after everything");
    }
  }

  private void relay(Outbox outbox, Registry registry) throws SQLException {
    var example = registry.green.getFirst();
    outbox.drained(Outbox.UNHEARD, options.events() / 10, example);
    Pace alone = outbox.drained(Outbox.UNHEARD, options.events(), example);
    report.add(
        Row.atLeast(
            "relay: %,d events from outbox to Kafka".formatted(options.events()),
            alone.perSecond(),
            20_000,
            alone.costs()));
    Pace heard = outbox.drained(Outbox.HEARD, options.events(), example);
    report.add(
        Row.reported(
            "relay: the same while the sibling applies them",
            "/s",
            heard.perSecond(),
            heard.costs()));
  }

  private void rebuild(RunningStack stack, Outbox outbox, Registry registry)
      throws IOException, SQLException {
    if (!options.wants(5)) {
      outbox.drained(Outbox.HEARD, options.events(), registry.green.getFirst());
    }
    try (Connection database = DriverManager.getConnection(stack.superuserUrl("actors"))) {
      Outbox.await(
          database,
          "select count(*) >= %d from sibling where topic = 'cases.crisis' and view = 'full'"
              .formatted(options.events()));
    }
    var ask =
        HttpConnection.Ask.post(
            "/actors/v1/read-models/cases.crisis/rebuild",
            stack.token("operator", "operator", "root", "GREEN"),
            "");
    Pace best = new Pace(0, 0);
    for (int i = 0; i < 2; i++) {
      try (var connection = new HttpConnection(stack.port("actors"), Duration.ofMinutes(5))) {
        var clock = Pace.start(stack);
        byte[] done = connection.send(ask, 200);
        Pace pace = clock.of(new ObjectMapper().readTree(done).path("messages").asLong());
        best = pace.perSecond() > best.perSecond() ? pace : best;
      }
    }
    report.add(
        Row.atLeast(
            "rebuild of a read model from its topic",
            best.perSecond(),
            15_000,
            "the better of two runs; " + best.costs()));
  }

  private void memory(RunningStack stack, String name) throws IOException {
    Map<String, Double> resident = stack.residentMegabytes();
    report.add(
        Row.atMost(
            name,
            " MB",
            resident.values().stream().mapToDouble(Double::doubleValue).sum(),
            1_600,
            resident.entrySet().stream()
                .map(part -> String.format(Locale.ROOT, "%s %.0f", part.getKey(), part.getValue()))
                .collect(Collectors.joining(", "))));
  }

  private ObjectNode surroundings() {
    return new ObjectMapper()
        .createObjectNode()
        .put("at", Instant.now().toString())
        .put("processors", Runtime.getRuntime().availableProcessors())
        .put("java", Runtime.version().toString())
        .put("turns", 2 * options.pairs())
        .put("turnMillis", options.turn().toMillis())
        .put("connections", Load.CONNECTIONS);
  }

  static void say(String words) {
    System.err.println("bench: " + words);
  }

  private static void remove(Path directory) throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path done, @org.jspecify.annotations.Nullable IOException e) throws IOException {
            Files.delete(done);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
