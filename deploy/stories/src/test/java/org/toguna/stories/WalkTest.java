package org.toguna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The walk: every published operation, called by those who may not. Organisation B finds no trace
 * of what organisation A keeps to itself.
 */
@Order(1)
class WalkTest {
  private static final Map<String, Way> WAYS = Ways.all();
  private static final Words WORDS = new Words();
  private static final Set<String> OPERATIONAL =
      Set.of("protection-officer", "administrator", "operator");
  private static List<Operation> operations = List.of();
  private static Planted planted;
  private static Client other;
  private static final Map<String, Trace> BEFORE = new LinkedHashMap<>();
  private static String streamed = "";

  @BeforeAll
  static void plant() throws InterruptedException {
    operations = Operation.all();
    other = Client.as("reviewer", "ngo-b", "RED");
    // What is public stands before anything is kept secret, so that both can be told apart.
    Client.as("administrator", "ngo-a")
        .send(
            "POST",
            "/cases/v1/gazetteer/imports?coding=INVENTED",
            Planted.UNITS,
            Map.of("Content-Type", "text/csv; charset=UTF-8"))
        .expect(201);
    seen().forEach(operation -> BEFORE.put(operation.name(), look(operation)));
    var listening =
        Thread.ofVirtual()
            .start(
                () ->
                    streamed =
                        String.join(
                            "\n",
                            RunningStack.SERVICES.parallelStream()
                                .map(
                                    service ->
                                        other.listen(
                                            "/%s/v1/changes/stream".formatted(service),
                                            Duration.ofSeconds(15)))
                                .toList()));
    planted = Planted.by(WORDS);
    listening.join();
  }

  @Test
  void everyPublishedOperationIsKnownToTheWalk() {
    assertThat(operations).hasSizeGreaterThan(50);
    assertThat(operations)
        .extracting(Operation::name)
        .as("say in Ways how a new operation is called and by whom")
        .allMatch(WAYS::containsKey);
  }

  @TestFactory
  Stream<DynamicTest> nobodyGetsInWithoutAGoodToken() {
    return each(
        operation -> true,
        (operation, way) -> {
          if (way.role().equals(Way.ANYBODY)) {
            Client.NOBODY.get(path(operation, way, way.target())).expect(200);
            return;
          }
          Client.impostors("ngo-a")
              .forEach(
                  (who, impostor) -> {
                    for (var id : targets(way)) {
                      var trace = Trace.of(call(impostor, operation, way, id, 0));
                      assertThat(trace.status()).as(who).isEqualTo(401);
                      assertThat(trace.answer().headers()).containsKey("www-authenticate");
                      assertThat(WORDS.in(trace.without(id))).as(who).isEmpty();
                    }
                  });
        });
  }

  @TestFactory
  Stream<DynamicTest> aLowerRoleIsRefusedBeforeAnythingIsLookedUp() {
    return each(
        operation -> true,
        (operation, way) -> {
          if (way.role().equals(Way.ANYBODY) || operation.path().endsWith("/me")) {
            return;
          }
          var lower = lower(way.role());
          for (var id : targets(way)) {
            var trace = Trace.of(call(lower, operation, way, id, 0));
            assertThat(trace.status()).isEqualTo(403);
            assertThat(trace).isEqualTo(Trace.of(call(lower, operation, way, random(way, id), 0)));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aRecordOfOthersIsLikeOneThatDoesNotExist() {
    return each(
        operation -> isRecord(WAYS.get(operation.name()).target()),
        (operation, way) -> {
          for (var client : List.of(mightyB(), other, Client.operator())) {
            for (var id : targets(way)) {
              var hidden = Trace.of(call(client, operation, way, id, 0));
              var nothing = Trace.of(call(client, operation, way, random(way, id), 0));
              assertThat(hidden).isEqualTo(nothing);
              assertThat(hidden.status()).isIn(403, 404);
              assertThat(WORDS.in(hidden.without(id))).isEmpty();
              if (operation.queryParameters().contains("asOf")) {
                var now = java.time.Instant.now().toString();
                assertThat(asOf(client, operation, way, id, now))
                    .isEqualTo(asOf(client, operation, way, random(way, id), now));
              }
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> whatIsNamedInABodyIsNotFoundOutEither() {
    return each(
        operation ->
            operation.method().equals("POST")
                && !OPERATIONAL.contains(WAYS.get(operation.name()).role()),
        (operation, way) -> {
          for (var i = 0; i < way.bodies().size(); i++) {
            for (var which = 0; which < 2; which++) {
              var hidden = Trace.of(post(operation, filled(way.bodies().get(i), which), way));
              var nothing = Trace.of(post(operation, filled(way.bodies().get(i), -1), way));
              assertThat(hidden).as(way.bodies().get(i)).isEqualTo(nothing);
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> nothingThatOthersSeeChangesWhenASecretIsKept() {
    return seen()
        .map(
            operation ->
                dynamicTest(
                    operation.name(),
                    () -> {
                      var now = look(operation);
                      assertThat(WORDS.in(now.answer().body())).isEmpty();
                      assertThat(now).isEqualTo(BEFORE.get(operation.name()));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> noFilterFindsASecret() {
    return seen()
        .filter(operation -> !operation.path().endsWith("/places"))
        .map(
            operation ->
                dynamicTest(
                    operation.name(),
                    () -> {
                      probe(operation, "q", WORDS.planted());
                      probe(operation, "actor", planted.ids("actor"));
                      probe(operation, "about", planted.ids("crisis"));
                      probe(operation, "about", planted.ids("agreement"));
                      probe(operation, "case", planted.ids("case"));
                      probe(operation, "document", planted.ids("document"));
                      probe(operation, "suggestion", planted.ids("suggestion"));
                    }));
  }

  @Test
  void officesOfOthersAndTheOperatorReadNoSecretEither() {
    operations.stream()
        .filter(Operation::isRead)
        .filter(operation -> OPERATIONAL.contains(WAYS.get(operation.name()).role()))
        .filter(operation -> !operation.path().contains("/gazetteer/"))
        .forEach(
            operation -> {
              var way = WAYS.get(operation.name());
              var path = path(operation, way, way.target());
              var ofOperator = Client.operator().get(path);
              assertThat(ofOperator.status()).as(operation.name()).isEqualTo(200);
              tellsNothing(operation, ofOperator);
              if (!way.role().equals("operator")) {
                var ofOffice = mightyB().get(path);
                assertThat(ofOffice.status()).as(operation.name()).isEqualTo(200);
                tellsNothing(operation, ofOffice);
              }
            });
  }

  private static void tellsNothing(Operation operation, Client.Answer answer) {
    assertThat(WORDS.in(answer.body())).as(operation.name()).isEmpty();
    for (var kind : List.of("crisis", "case", "actor", "document", "suggestion")) {
      planted.ids(kind).forEach(id -> assertThat(answer.body()).doesNotContain(id));
    }
  }

  @TestFactory
  Stream<DynamicTest> theOperatorSeesNoMoreThanAnyOutsider() {
    return seen()
        .filter(operation -> !operation.path().endsWith("/me"))
        .map(
            operation ->
                dynamicTest(
                    operation.name(),
                    () -> tellsNothing(operation, Client.operator().get(operation.path()))));
  }

  @Test
  void theOriginPassesOnNoMetricsWhateverTheyAreSpeltLike() {
    for (var service : RunningStack.SERVICES) {
      for (var spelling :
          List.of("metrics", "metrics/", "%6detrics", "%256detrics", "./metrics", "METRICS")) {
        for (var client : List.of(Client.NOBODY, mightyB(), Client.operator())) {
          client.get("/%s/q/%s".formatted(service, spelling)).expect(404);
        }
      }
      Client.NOBODY.get("/%s/q/health".formatted(service)).expect(200);
    }
  }

  @Test
  void theStreamOfOthersStaysSilentWhileASecretIsKept() {
    assertThat(streamed).contains("from here on").doesNotContain("event:");
    assertThat(WORDS.in(streamed)).isEmpty();
  }

  /** Everything that organisation B may read without naming a record. */
  private static Stream<Operation> seen() {
    return operations.stream()
        .filter(Operation::isRead)
        .filter(operation -> !operation.isStream() && !operation.takesPathParameters())
        .filter(operation -> WAYS.containsKey(operation.name()))
        .filter(operation -> !OPERATIONAL.contains(WAYS.get(operation.name()).role()));
  }

  private static Trace look(Operation operation) {
    var parameters = new LinkedHashSet<String>();
    var query = new java.util.ArrayList<String>();
    for (var parameter : List.of("limit", "total")) {
      if (operation.queryParameters().contains(parameter) && parameters.add(parameter)) {
        query.addAll(List.of(parameter, parameter.equals("limit") ? "1000" : "true"));
      }
    }
    return Trace.of(other.get(operation.path(), query.toArray(String[]::new)));
  }

  private static void probe(Operation operation, String parameter, List<String> secrets) {
    if (!operation.queryParameters().contains(parameter)) {
      return;
    }
    for (var secret : secrets) {
      var guess = parameter.equals("q") ? new Words().fresh() : UUID.randomUUID().toString();
      assertThat(Trace.of(other.get(operation.path(), parameter, secret)))
          .as(parameter)
          .isEqualTo(Trace.of(other.get(operation.path(), parameter, guess)));
    }
  }

  private interface Check {
    void of(Operation operation, Way way);
  }

  private static Stream<DynamicTest> each(Predicate<Operation> which, Check check) {
    return operations.stream()
        .filter(operation -> WAYS.containsKey(operation.name()))
        .filter(which)
        .map(
            operation ->
                dynamicTest(
                    operation.name(), () -> check.of(operation, WAYS.get(operation.name()))));
  }

  private static boolean isRecord(String target) {
    return !planted.ids(target).isEmpty();
  }

  private static List<String> targets(Way way) {
    return isRecord(way.target()) ? planted.ids(way.target()) : List.of(way.target());
  }

  private static String random(Way way, String id) {
    return isRecord(way.target()) ? UUID.randomUUID().toString() : id;
  }

  /** Whatever {@code which} planted record each placeholder stands for; random ones for -1. */
  private static String filled(String body, int which) {
    var text = body;
    for (var kind :
        List.of(
            "actor",
            "crisis",
            "case",
            "incident",
            "term",
            "agreement",
            "contact",
            "coverage-list",
            "document",
            "suggestion")) {
      var ids = planted.ids(kind);
      var id =
          which < 0 || ids.isEmpty()
              ? UUID.randomUUID().toString()
              : ids.get(which * (ids.size() - 1));
      text = text.replace("{" + kind + "}", id);
    }
    var texts = planted.texts();
    var words = new Words();
    return text.replace(
        "{text}",
        which < 0
            ? "%s %s %s".formatted(words.fresh(), words.fresh(), words.fresh())
            : texts.get(which * (texts.size() - 1)));
  }

  private static Client.Answer post(Operation operation, String body, Way way) {
    // A third organisation, since what B records itself would show in what B sees; one for each
    // operation, since an organisation accepts a suggestion once.
    var third = Client.as("reviewer", "ngo-" + (operation.path().hashCode() & 0xfff), "RED");
    return third.send(
        operation.method(),
        path(operation, way, UUID.randomUUID().toString()),
        body,
        Map.of("Content-Type", way.mediaType()));
  }

  private static Trace asOf(
      Client client, Operation operation, Way way, String id, String instant) {
    return Trace.of(client.get(path(operation, way, id), "asOf", instant));
  }

  private static Client.Answer call(
      Client client, Operation operation, Way way, String id, int body) {
    var headers = new LinkedHashMap<String, String>();
    if (!way.bodies().isEmpty()) {
      headers.put("Content-Type", way.mediaType());
    }
    return client.send(
        operation.method(),
        path(operation, way, id),
        way.bodies().isEmpty() ? null : filled(way.bodies().get(body), -1),
        headers);
  }

  private static String path(Operation operation, Way way, String id) {
    var named =
        switch (way.target()) {
          case "organisation" -> "ngo-a";
          case "topic" -> "cases.crisis";
          case "unit" -> "ML";
          case "list" ->
              Client.NOBODY
                  .get(operation.path().replace("/{name}", ""))
                  .json()
                  .findValue("name")
                  .asText();
          case "import", "list-gap" -> "00000000-0000-4000-8000-000000000000";
          default -> id;
        };
    return operation.path().replace("{position}", "0").replaceAll("\\{[a-z]+}", named);
  }

  private static Client lower(String role) {
    return switch (role) {
      case "reader" -> Client.withoutRole("ngo-b");
      case "contributor" -> Client.as("reader", "ngo-b", "RED");
      case "reviewer" -> Client.as("contributor", "ngo-b", "RED");
      case "operator" -> mightyB();
      default -> Client.as("reviewer", "ngo-b", "RED");
    };
  }

  private static Client mightyB() {
    return Client.mighty("ngo-b");
  }
}
