package org.toguna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toguna.stories.GoldenWords.number;
import static org.toguna.stories.GoldenWords.plain;
import static org.toguna.stories.GoldenWords.shared;
import static org.toguna.stories.GoldenWords.words;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** An analyst's questions of dialogue, each asked by requests and held against what is expected. */
final class GoldenQuestions {
  private final GoldenRegistry registry;
  private final Map<String, BiConsumer<JsonNode, JsonNode>> asked = new LinkedHashMap<>();

  GoldenQuestions(GoldenRegistry registry) {
    this.registry = registry;
    asked.put("Q01", this::permissions);
    asked.put("Q02", this::coverage);
    asked.put("Q03", this::captivity);
    asked.put("Q05", this::demands);
    asked.put("Q06", this::explicitNone);
    asked.put("Q08", this::concessions);
    new GoldenCrises(registry).into(asked);
    new GoldenLineage(registry).into(asked);
    new GoldenContext(registry).into(asked);
  }

  void ask(JsonNode question) {
    var check = asked.get(question.path("id").asText());
    assertThat(check).as("a way to ask " + question.path("q").asText()).isNotNull();
    check.accept(question.path("expected"), question);
  }

  private void permissions(JsonNode expected, JsonNode question) {
    var lines = registry.list("permission-ledger");
    var known = lines.stream().filter(line -> !line.path("permissions").isEmpty()).toList();
    assertThat(known).hasSize(expected.size());
    for (var leave : expected) {
      var line = line(lines, leave.path("case").asText());
      assertThat(registry.who(line.at("/permissions/0/grantor")))
          .contains(leave.path("from").asText());
      assertThat(registry.who(line.at("/permissions/0/grantee")))
          .contains(leave.path("to").asText());
    }
    question
        .path("also")
        .properties()
        .forEach(
            also ->
                assertThat(line(lines, also.getKey()).at("/states/~1permissions").asText())
                    .as(also.getKey())
                    .isEqualTo(also.getValue().asText()));
  }

  private JsonNode line(List<JsonNode> lines, String name) {
    return lines.stream()
        .filter(one -> one.path("case").asText().equals(registry.id(name)))
        .findFirst()
        .orElseThrow();
  }

  private void coverage(JsonNode expected, JsonNode question) {
    var list = registry.about("coverage-lists", "C8").getFirst();
    assertThat(number(list.path("statedTotal"))).isEqualTo(expected.path("stated").asInt());
    assertThat(number(list.path("leftOff"))).isEqualTo(expected.path("missing").asInt());
    assertThat(list.path("statedCounts").asText()).isEqualTo("both");
    var readings = registry.list("anomalies", "kind", "coverage-list").getFirst().path("flags");
    assertThat(readings.size()).as("both readings stand").isEqualTo(2);
    var crisis = registry.crisis("C8");
    assertThat(number(crisis.path("affected")))
        .isEqualTo(expected.at("/consequence/raided_villages").asInt());
    assertThat(number(crisis.at("/harms/0/count")))
        .isEqualTo(expected.at("/consequence/killed").asInt());
    assertThat(crisis.at("/harms/1/asStated").asText())
        .isEqualTo(expected.at("/consequence/cattle").asText());
    assertThat(words(crisis.path("citations"))).contains(words(expected.at("/consequence/talks")));
    assertThat(crisis.path("cause").asText()).contains("not on the list");
  }

  private void captivity(JsonNode expected, JsonNode question) {
    var harms = registry.list("harms", "type", "captivity");
    assertThat(harms).hasSize(1);
    var harm = harms.getFirst();
    assertThat(registry.who(harm.path("who"))).isEqualTo(expected.path("who").asText());
    assertThat(registry.who(harm.at("/by/0"))).isEqualTo(expected.path("by").asText());
    assertThat(harm.path("because").asText()).contains(expected.path("why").asText());
    assertThat(number(harm.path("duration"))).isEqualTo(expected.path("days").asInt());
    assertThat(harm.path("asStated").asText()).contains(expected.path("detail").asText());
  }

  private void demands(JsonNode expected, JsonNode question) {
    var asks =
        registry
            .ofCase("C4", "/asks")
            .path("sides")
            .valueStream()
            .filter(side -> side.path("side").asText().equals("armed_group"))
            .findFirst()
            .orElseThrow();
    var terms = registry.about("terms", "C4");
    var said =
        asks.path("terms")
            .valueStream()
            .map(
                id ->
                    terms.stream()
                        .filter(term -> term.path("id").asText().equals(id.asText()))
                        .findFirst()
                        .orElseThrow())
            .map(term -> term.path("text").asText())
            .toList();
    assertThat(said).hasSize(expected.path("demands").size());
    for (var demand : expected.path("demands")) {
      assertThat(said)
          .as(demand.asText())
          .anyMatch(text -> plain(text).equals(plain(demand.asText())));
    }
    var meeting = registry.about("meetings", "C4").getFirst();
    assertThat(number(meeting.at("/attendance/0/count")))
        .isEqualTo(expected.path("leaders").asInt());
  }

  private void explicitNone(JsonNode expected, JsonNode question) {
    var side =
        registry
            .ofCase("C2", "/asks")
            .path("sides")
            .valueStream()
            .filter(one -> one.path("side").asText().equals("community"))
            .findFirst()
            .orElseThrow();
    assertThat(side.path("state").asText()).isEqualTo("none");
    assertThat(expected.asText()).startsWith("novalue");
  }

  private void concessions(JsonNode expected, JsonNode question) {
    var won =
        registry.list("terms", "status", "agreed").stream()
            .filter(term -> term.path("askedBySide").asText().matches("community|mediator"))
            .filter(term -> term.path("boundSide").asText().equals("armed_group"))
            .toList();
    assertThat(won).hasSize(expected.size());
    for (var one : expected) {
      assertThat(won).as(one.toString()).anyMatch(term -> isConcession(term, one));
    }
  }

  private boolean isConcession(JsonNode term, JsonNode expected) {
    return registry.called(term.path("case").asText()).equals(expected.path("case").asText())
        && (expected.has("km")
            ? number(term.path("quantity")) == expected.path("km").asInt()
            : shared(term.path("text").asText(), expected.path("what").asText()) > 1);
  }
}
