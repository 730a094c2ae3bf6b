package org.toguna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toguna.stories.GoldenWords.plain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Questions of who is who, of what is said beside the cases, and of what cannot be right. */
final class GoldenContext {
  private final GoldenRegistry registry;

  GoldenContext(GoldenRegistry registry) {
    this.registry = registry;
  }

  void into(Map<String, BiConsumer<JsonNode, JsonNode>> asked) {
    asked.put("Q20", this::pseudonyms);
    asked.put("Q21", this::linking);
    asked.put("Q22", this::headed);
    asked.put("Q26", this::juntas);
    asked.put("Q27", this::flagged);
  }

  private void pseudonyms(JsonNode expected, JsonNode question) {
    var persons = registry.actors("actors", "type", "person");
    assertThat(names(persons, "pseudonym"))
        .containsExactlyInAnyOrderElementsOf(texts(expected.path("pseudonyms")));
    assertThat(names(persons, "main"))
        .containsAll(texts(expected.path("real")))
        .containsAll(texts(expected.path("credits")));
    expected
        .path("finest_place")
        .properties()
        .forEach(
            one -> {
              var person =
                  persons.stream()
                      .filter(
                          actor ->
                              actor.at("/names/0/type").asText().equals("pseudonym")
                                  && actor.at("/names/0/text").asText().endsWith(one.getKey()))
                      .findFirst()
                      .orElseThrow();
              assertThat(plain(one.getValue().asText()))
                  .contains(plain(registry.district(person.path("place"))));
              assertThat(person.at("/place/level").asText("adm2"))
                  .as("no finer than the district")
                  .isEqualTo("adm2");
            });
  }

  private void linking(JsonNode expected, JsonNode question) {
    var groups = registry.actors("actors", "type", "armed_group");
    for (var name : expected.path("D2_sahel")) {
      assertThat(groups)
          .as(name.asText())
          .anyMatch(group -> group.path("names").toString().contains(name.asText()));
    }
    var pair = texts(expected.path("alias_pair"));
    assertThat(registry.actors("actors", "type", "ethnic_group"))
        .anyMatch(
            group ->
                group
                    .path("names")
                    .valueStream()
                    .map(name -> name.path("text").asText())
                    .toList()
                    .containsAll(pair));
    var judged = registry.actors("judgements");
    assertThat(judged)
        .isNotEmpty()
        .allMatch(one -> one.path("verdict").asText().equals("undecided"));
  }

  private void headed(JsonNode expected, JsonNode question) {
    var relations =
        registry.actors("relations", "type", "leads", "actor", registry.id("P-AGGHALI"));
    var now =
        relations.stream()
            .filter(one -> !one.has("until"))
            .map(one -> one.path("to").asText())
            .toList();
    var then =
        relations.stream()
            .filter(one -> one.at("/since/from").asText().startsWith("2012"))
            .map(one -> one.path("to").asText())
            .toList();
    assertThat(now).hasSize(1);
    assertThat(then).hasSize(1);
    assertThat(registry.get("/actors/v1/actors/" + now.getFirst()).path("names").toString())
        .contains(expected.path("now").asText());
    assertThat(registry.get("/actors/v1/actors/" + then.getFirst()).path("names").toString())
        .contains(expected.path("in_2012").asText());
  }

  private void juntas(JsonNode expected, JsonNode question) {
    var said = registry.list("statements", "type", "context_claim", "q", "juntas");
    expected.properties().stream()
        .filter(one -> one.getValue().isTextual())
        .forEach(
            one -> {
              var years = one.getValue().asText().split("-");
              assertThat(said)
                  .as(one.getKey())
                  .anyMatch(
                      claim ->
                          claim.at("/place/asStated").asText().equals(one.getKey())
                              && claim.at("/when/from").asText().startsWith(years[0])
                              && claim.at("/when/to").asText().startsWith(years[years.length - 1]));
            });
    for (var effect : expected.path("effects")) {
      assertThat(said.toString())
          .as(effect.asText())
          .contains(effect.asText().split(" ")[0])
          .contains(lastWords(effect.asText()));
    }
  }

  private static String lastWords(String text) {
    return text.substring(text.lastIndexOf(' ') + 1);
  }

  private void flagged(JsonNode expected, JsonNode question) {
    var flags = registry.list("anomalies", "kind", "statement");
    var statement =
        flags.stream()
            .map(one -> registry.get("/cases/v1/statements/" + one.path("record").asText()))
            .filter(
                one ->
                    one.path("citations")
                        .toString()
                        .contains(expected.path("claim").asText().replaceFirst("^In \\d+, ", "")))
            .findFirst()
            .orElseThrow();
    assertThat(statement.at("/readings/0/status").asText()).matches("conflict|work_needed");
    assertThat(statement.at("/citations/0/quote").asText())
        .as("as stated")
        .contains(expected.path("claim").asText());
  }

  private static List<String> names(List<JsonNode> persons, String type) {
    return persons.stream()
        .flatMap(person -> person.path("names").valueStream())
        .filter(name -> name.path("type").asText().equals(type))
        .map(name -> name.path("text").asText())
        .toList();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }
}
