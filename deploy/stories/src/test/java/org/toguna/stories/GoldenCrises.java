package org.toguna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toguna.stories.GoldenWords.plain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.BiConsumer;

/** Questions of sieges and captives: how many, until when, and what nobody says. */
final class GoldenCrises {
  private final GoldenRegistry registry;

  GoldenCrises(GoldenRegistry registry) {
    this.registry = registry;
  }

  void into(Map<String, BiConsumer<JsonNode, JsonNode>> asked) {
    asked.put("Q09", this::fate);
    asked.put("Q10", this::ransom);
    asked.put("Q12", this::lifted);
    asked.put("Q16", this::sieges);
  }

  private void ransom(JsonNode expected, JsonNode question) {
    var crisis = registry.crisis("C3");
    assertThat(crisis.at("/victims/0/fate").asText().equals("released_for_ransom"))
        .isEqualTo(expected.path("paid").asBoolean());
    assertThat(state("C3", "/victims/0/ransom/amount")).isEqualTo(expected.path("amount").asText());
    assertThat(state("C3", "/victims/0/ransom/payer")).isEqualTo(expected.path("payer").asText());
  }

  private void fate(JsonNode expected, JsonNode question) {
    var said = state("C3", "/victims/1/fate");
    assertThat(expected.asText()).startsWith(said);
    for (var wrong : question.path("must_not")) {
      assertThat(said).isNotEqualTo(wrong.asText());
    }
  }

  private void lifted(JsonNode expected, JsonNode question) {
    var until = registry.crisis("C2").path("until");
    assertThat(until.path("from").asText()).isEqualTo(expected.at("/bounds/0").asText());
    assertThat(until.path("to").asText()).isEqualTo(expected.at("/bounds/1").asText());
    assertThat(until.path("basis").asText()).isEqualTo(expected.path("basis").asText());
  }

  private void sieges(JsonNode expected, JsonNode question) {
    var sieges = registry.list("crises", "type", "siege");
    assertThat(sieges).hasSize(expected.path("count").asInt());
    for (var one : expected.path("list")) {
      var crisis = registry.crisis(one.path("case").asText());
      assertThat(sieges)
          .extracting(siege -> siege.path("id").asText())
          .contains(crisis.path("id").asText());
      assertThat(plain(registry.district(crisis.path("place"))))
          .isEqualTo(plain(one.path("district").asText()));
      assertThat(crisis.path("status").asText().equals("lifted"))
          .isEqualTo(one.path("lifted").asBoolean());
      assertThat(crisis.path("cause").asText()).containsIgnoringCase("militia");
    }
  }

  /** Why there is no value: "some" says that there is one, which nobody knows here. */
  private String state(String name, String field) {
    var crisis = registry.crisis(name);
    assertThat(crisis.at(field).isMissingNode()).as(field + " is no value").isTrue();
    return crisis.path("states").path(field).asText("unknown").replace("some", "unknown");
  }
}
