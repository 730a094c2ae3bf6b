package org.toguna.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toguna.cases.Registry.REVIEWER;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.recorded;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;

/**
 * Whoever closes a crisis moves the case and the outcome that hang on it, while others revise
 * those: all are served, in one order or the other.
 */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class NobodyWaitsForEverStoryTest {
  private static final int FAMILIES = 6;
  private static final int TURNS = 8;

  @Test
  void whatHangsTogetherIsRevisedByManyAtOnce() throws Exception {
    var answers = new ArrayList<Integer>();
    for (int i = 0; i < FAMILIES; i++) {
      String marking = "\"marking\":{\"tlp\":\"GREEN\"}";
      String crisis =
          recorded("crises", "{\"type\":\"siege\",\"status\":\"open\"," + marking + "}");
      String dialogue =
          recorded(
              "cases",
              "{\"type\":\"siege_lifting\",\"crises\":[\"%s\"],%s}".formatted(crisis, marking));
      String outcome =
          recorded(
              "outcomes",
              "{\"case\":\"%s\",\"crisis\":\"%s\",\"type\":\"siege_lifted\",%s}"
                  .formatted(dialogue, crisis, marking));
      answers.addAll(atOnce("crises/" + crisis, "cases/" + dialogue, "outcomes/" + outcome));
    }

    // Whoever changed what somebody else has changed meanwhile is told so; nobody is turned away.
    assertThat(answers)
        .hasSize(FAMILIES * 3 * TURNS)
        .allMatch(status -> status == 200 || status == 412);
    assertThat(answers).filteredOn(status -> status == 200).hasSizeGreaterThan(FAMILIES * TURNS);
  }

  /** Each is closed and opened again in turn. */
  private static List<Integer> atOnce(String... paths) throws Exception {
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      var turns = new ArrayList<Callable<List<Integer>>>();
      for (String path : paths) {
        turns.add(
            () -> {
              var answers = new ArrayList<Integer>();
              for (int i = 0; i < TURNS; i++) {
                answers.add(marked(path, i % 2 == 0 ? "AMBER+STRICT" : "GREEN"));
              }
              return answers;
            });
      }
      var all = new ArrayList<Integer>();
      for (var one : hands.invokeAll(turns)) {
        all.addAll(one.get());
      }
      return all;
    }
  }

  private static int marked(String path, String tlp) {
    return as(REVIEWER)
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body("{\"marking\":{\"tlp\":\"%s\"}}".formatted(tlp))
        .patch("/cases/v1/" + path)
        .statusCode();
  }
}
