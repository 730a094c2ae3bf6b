package org.toguna.cases.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.toguna.cases.Registry;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/**
 * Random graphs of records are tightened in random order, and nobody outside ever reads by any way
 * what is finer than they may read now. {@code ./toguna prove release} tries as many as it is told.
 */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class NothingFinerLeavesTest {
  private static final int BATCH = 100;
  private static final int SIDE_BY_SIDE = 4;
  private static final int THEN = 3;
  private static final List<Tokens> READERS =
      List.of(
          Tokens.reader("ngo-b"), Tokens.reader("ngo-c"), Tokens.reader("ngo-d").cleared("AMBER"));
  private static final List<Tokens> OUTSIDE = READERS.subList(1, 3);
  private final String author = Tokens.reviewer("ngo-a").cleared("AMBER").token();
  private final List<String> readers = READERS.stream().map(Tokens::token).toList();
  private final List<String> outside = OUTSIDE.stream().map(Tokens::token).toList();

  @TestHTTPResource("/cases/v1/")
  URI address;

  @Inject
  @DataSource("system")
  AgroalDataSource system;

  private Service service() {
    return new Service(address);
  }

  @Test
  void whateverIsTightened() throws Exception {
    Registry.village();
    var feeds = new Feeds(service(), outside);
    feeds.news(); // of whatever was there before
    long from = Long.getLong("toguna.release.from", 1);
    long end = from + Long.getLong("toguna.release.graphs", 300);
    for (long first = from; first < end; first += BATCH) {
      var documents = new Documents();
      publish(documents);
      var graphs =
          LongStream.range(first, Math.min(end, first + BATCH))
              .mapToObj(seed -> new RandomGraph(seed, documents.all()))
              .toList();
      each(
          graphs,
          graph -> {
            write(graph);
            check(graph, graph.nodes, THEN, "at once");
          });
      feeds.check(graphs, "at once");
      documents.tighten();
      publish(documents);
      each(graphs, graph -> check(graph, graph.quoting(), 1, "once what they quote was tightened"));
      await().atMost(Duration.ofMinutes(2)).until(this::nobodyFollows);
      each(graphs, graph -> check(graph, graph.nodes, 1, "after all followed"));
      feeds.check(graphs, "after all followed");
      System.out.printf("graphs up to seed %d: nothing finer left%n", first + graphs.size() - 1);
    }
  }

  /** Waits until the documents were heard of as they were published last. */
  private void publish(Documents documents) {
    documents.publish();
    await().atMost(Duration.ofMinutes(1)).until(() -> count(documents.heard()) == 2);
  }

  private interface Part {
    void of(RandomGraph graph) throws Exception;
  }

  private static void each(List<RandomGraph> graphs, Part part) throws Exception {
    try (var side = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
      var all =
          graphs.stream()
              .map(
                  graph ->
                      side.submit(
                          () -> {
                            part.of(graph);
                            return true;
                          }))
              .toList();
      for (var one : all) {
        one.get();
      }
    }
  }

  private void write(RandomGraph graph) {
    graph.record(
        node -> {
          JsonNode written = service().send(author, "POST", node.kind.path, node.state);
          node.id = written.path("id").asText();
          node.everSeen = true;
          note(node);
        });
    graph.tighten(
        (node, patch) -> {
          revise(node, patch);
          note(node);
        });
  }

  /** Whoever follows something meanwhile has made a new version of it: then again. */
  private void revise(Node node, ObjectNode patch) {
    for (int tries = 0; tries < 20; tries++) {
      JsonNode answer = service().send(author, "PATCH", node.kind.path + "/" + node.id, patch);
      if (answer.path("status").asInt() != 412) {
        return;
      }
    }
    throw new IllegalStateException(node + " is not revised");
  }

  private static void note(Node node) {
    node.instants.add(Instant.now());
  }

  /**
   * Each graph is asked a part of what can be asked, another one in turn by its seed and by when it
   * is asked: all readers, ways and instants over a few graphs.
   */
  private void check(RandomGraph graph, Collection<Node> asked, int instants, String when) {
    var finest = new Finest(graph.nodes);
    var found = new ArrayList<String>();
    int turn = (int) graph.seed + when.length();
    for (Node node : asked) {
      String path = node.kind.path + "/" + node.id;
      turn++;
      found.addAll(finest.tooFine(service().get(readers.get(turn % 3), path)));
      found.addAll(finest.tooFine(service().get(readers.get((turn + 1) % 3), path)));
      for (Instant instant : instants(graph, node, instants)) {
        String reader = readers.get(turn++ % readers.size());
        found.addAll(finest.tooFine(service().get(reader, path + "?asOf=" + instant)));
      }
      if (turn % 2 == 0) {
        found.addAll(finest.tooFine(service().get(outside.getFirst(), path + "/history")));
      }
      if (node.kind == Node.Kind.CASE) {
        for (String way : List.of("/timeline", "/genealogy")) {
          found.addAll(finest.tooFine(service().get(outside.get(turn++ % 2), path + way)));
        }
        found.addAll(
            finest
                .ofPrecedents(node)
                .tooFine(service().get(outside.get(turn++ % 2), path + "/precedents")));
        found.addAll(
            finest.tooFine(service().get(outside.get(turn++ % 2), "term-matrix?case=" + node.id)));
      }
    }
    if (asked.size() == graph.nodes.size()) {
      lists(graph, finest, found);
    }
    assertThat(found).as("seed %d, %s, of %s", graph.seed, when, graph.nodes).isEmpty();
  }

  /** Some of all instants that anything of the graph changed at since it was there. */
  private static List<Instant> instants(RandomGraph graph, Node node, int most) {
    List<Instant> all =
        graph.nodes.stream()
            .flatMap(one -> one.instants.stream())
            .filter(instant -> !instant.isBefore(node.instants.getFirst()))
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(all, new Random(graph.seed + node.kind.ordinal()));
    return all.subList(0, Math.min(most, all.size()));
  }

  /** Whoever asks for smaller and smaller places, other days or words, finds nothing either. */
  private void lists(RandomGraph graph, Finest finest, List<String> found) {
    String year = "&limit=1000&from=%1$04d-01-01&to=%1$04d-12-31".formatted(graph.year);
    found.addAll(finest.tooFine(service().get(outside.getFirst(), "board?status=lifted" + year)));
    for (String path : graph.nodes.stream().map(node -> node.kind.path).distinct().toList()) {
      String reader = outside.get((int) ((graph.seed + path.length()) % 2));
      // A cercle, the commune, the village or its name; all of them over a few graphs.
      int way = (int) ((graph.seed + path.length()) % 4);
      int level = Math.min(2 + way, 4);
      String asked =
          path + (way == 3 ? "?q=Ogotembo" : "?place=" + RandomGraph.UNITS.get(level)) + year;
      listed(graph, finest, service().get(reader, asked), level, asked, found);
      narrowed(graph, finest, path + "?limit=1000&", reader, found);
    }
  }

  /** What is found where or when it was, and not beside it, is told as finely as that. */
  private void narrowed(
      RandomGraph graph, Finest finest, String path, String reader, List<String> found) {
    String day = "from=%1$04d-05-%2$s&to=%1$04d-05-%2$s";
    String month = "from=%1$04d-%2$s&to=%1$04d-%2$s";
    switch ((int) (graph.seed % 3)) {
      case 0 -> {
        String year = "&from=%1$04d-01-01&to=%1$04d-12-31".formatted(graph.year);
        Set<String> besides = ids(reader, path + "bbox=-3.055,14.275,-3.045,14.285" + year);
        String asked = path + "bbox=-3.055,14.225,-3.045,14.235" + year;
        onlyIf(node -> finest.place(node) >= 4, graph, ids(reader, asked), besides, asked, found);
      }
      case 1 -> {
        Set<String> besides = ids(reader, path + day.formatted(graph.year, "18"));
        String asked = path + day.formatted(graph.year, "17");
        onlyIf(node -> finest.date(node) >= 2, graph, ids(reader, asked), besides, asked, found);
      }
      default -> {
        Set<String> besides = ids(reader, path + month.formatted(graph.year, "06"));
        String asked = path + month.formatted(graph.year, "05");
        onlyIf(node -> finest.date(node) >= 1, graph, ids(reader, asked), besides, asked, found);
      }
    }
  }

  private Set<String> ids(String reader, String asked) {
    return service()
        .get(reader, asked)
        .path("items")
        .valueStream()
        .filter(item -> !item.path("view").asText().equals("full"))
        .map(item -> item.path("id").asText())
        .collect(Collectors.toSet());
  }

  private static void onlyIf(
      Predicate<Node> allowed,
      RandomGraph graph,
      Set<String> narrowly,
      Set<String> besides,
      String asked,
      List<String> found) {
    for (Node node : graph.nodes) {
      if (narrowly.contains(node.id) && !besides.contains(node.id) && !allowed.test(node)) {
        found.add("%s is found by %s, and not beside it".formatted(node, asked));
      }
    }
  }

  private static void listed(
      RandomGraph graph,
      Finest finest,
      JsonNode list,
      int level,
      String asked,
      List<String> found) {
    found.addAll(finest.tooFine(list));
    for (JsonNode item : list.path("items")) {
      for (Node node : graph.nodes) {
        if (node.id.equals(item.path("id").asText()) && finest.place(node) < level) {
          found.add("%s is found by %s".formatted(node, asked));
        }
      }
    }
  }

  private boolean nobodyFollows() throws SQLException {
    return count("to_follow where at <= now()") == 0;
  }

  private long count(String what) throws SQLException {
    try (var connection = system.getConnection();
        var select = connection.createStatement();
        var row = select.executeQuery("select count(*) from " + what)) {
      row.next();
      return row.getLong(1);
    }
  }
}
