package org.toguna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toguna.stories.GoldenWords.plain;
import static org.toguna.stories.GoldenWords.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Questions of what grew out of what, of hostages, and of where and when. */
final class GoldenLineage {
  private final GoldenRegistry registry;

  GoldenLineage(GoldenRegistry registry) {
    this.registry = registry;
  }

  void into(Map<String, BiConsumer<JsonNode, JsonNode>> asked) {
    asked.put("Q14", this::handedOver);
    asked.put("Q15", this::hostages);
    asked.put("Q18", this::taken);
    asked.put("Q24", this::truces);
    asked.put("Q30", this::byDistrict);
  }

  private void handedOver(JsonNode expected, JsonNode question) {
    var handovers = registry.list("handovers");
    assertThat(handovers).hasSize(1);
    var handover = handovers.getFirst();
    assertThat(registry.called(handover.path("case").asText()))
        .isEqualTo(expected.path("handed_over").asText());
    assertThat(registry.who(handover.path("from"))).isEqualTo(expected.path("from").asText());
    assertThat(registry.who(handover.path("to"))).isEqualTo(expected.path("to").asText());
    var tree = registry.get("/cases/v1/cases/" + handover.path("case").asText() + "/genealogy");
    var chain =
        tree.path("cases")
            .valueStream()
            .map(one -> registry.called(one.path("case").asText()))
            .toList();
    assertThat(chain)
        .containsExactlyElementsOf(
            expected.path("chain").valueStream().map(JsonNode::asText).toList());
  }

  private void hostages(JsonNode expected, JsonNode question) {
    var cases = new LinkedHashMap<String, JsonNode>();
    for (var type : java.util.List.of("hostage_release", "abduction_release", "hostage_exchange")) {
      registry
          .list("cases", "type", type)
          .forEach(one -> cases.put(registry.called(one.path("id").asText()), one));
    }
    for (var one : expected) {
      var dialogue = cases.remove(one.path("case").asText());
      assertThat(dialogue).as(one.toString()).isNotNull();
      if (dialogue.path("crises").isEmpty()) {
        assertThat(one.path("end").asText()).contains("details unknown");
        assertThat(dialogue.path("type").asText()).isEqualTo("hostage_exchange");
        continue;
      }
      var victims =
          registry.get("/cases/v1/crises/" + dialogue.at("/crises/0").asText()).path("victims");
      var swapped = one.path("end").asText().contains("swapped");
      assertThat(victims.path(0).path("fate").asText())
          .isEqualTo(swapped ? "exchanged" : "released_for_ransom");
      assertThat(victims.path(0).has("exchangedFor")).isEqualTo(swapped);
      assertThat(victims.path(1).has("fate")).as("nobody says what became of the other").isFalse();
    }
    assertThat(cases).isEmpty();
  }

  private void taken(JsonNode expected, JsonNode question) {
    var crises =
        registry.list("crises", "type", "abduction").stream()
            .filter(
                crisis ->
                    expected
                        .path("where")
                        .asText()
                        .startsWith(registry.district(crisis.path("place"))))
            .toList();
    assertThat(crises).hasSize(1);
    var since = crises.getFirst().path("since");
    assertThat(since.path("asStated").asText()).contains(expected.at("/when/as_stated").asText());
    assertThat(since.path("from").asText()).startsWith(expected.at("/when/year").asText());
    assertThat(since.path("to").asText()).startsWith(expected.at("/when/year").asText());
    var dialogue =
        registry.list("cases", "about", crises.getFirst().path("id").asText()).getFirst();
    var contact = registry.list("contacts", "about", dialogue.path("id").asText()).getFirst();
    var lever = contact.at("/levers/0");
    assertThat(lever.path("type").asText()).isEqualTo("past_protection");
    assertThat(expected.path("why").asText())
        .contains(lever.at("/when/from").asText().substring(0, 4));
  }

  private void truces(JsonNode expected, JsonNode question) {
    var found = new LinkedHashMap<String, JsonNode>();
    for (var type : java.util.List.of("truce", "ceasefire")) {
      registry
          .list("agreements", "type", type)
          .forEach(one -> found.put(registry.called(one.path("case").asText()), one));
    }
    assertThat(found).hasSize(expected.size());
    for (var one : expected) {
      var agreement = found.get(one.path("case").asText());
      if (one.has("purpose")) {
        var why = agreement.path("narrative").asText();
        assertThat(shared(why, one.path("purpose").asText())).as(why).isGreaterThan(1);
      }
      var parties =
          agreement
              .path("parties")
              .valueStream()
              .map(party -> registry.who(party.path("who")))
              .toList();
      for (var party : one.path("parties")) {
        assertThat(parties).anyMatch(name -> name.contains(party.asText()));
      }
      assertThat(plain(agreement.toString()))
          .contains(plain(one.path("where").asText()).split(" ")[0]);
    }
  }

  private void byDistrict(JsonNode expected, JsonNode question) {
    var districts = new LinkedHashMap<String, String>();
    var listed =
        question
            .path("detail")
            .valueStream()
            .flatMap(JsonNode::valueStream)
            .map(JsonNode::asText)
            .toList();
    for (var one : registry.list("cases")) {
      var name = registry.called(one.path("id").asText());
      if (listed.contains(name)) {
        districts.put(name, plain(registry.district(one.path("place"))));
      }
    }
    var counted = GoldenRegistry.grouped(districts);
    expected
        .properties()
        .forEach(
            district ->
                assertThat(counted.get(plain(district.getKey())))
                    .as(district.getKey())
                    .hasSize(district.getValue().asInt()));
    assertThat(counted).hasSize(expected.size());
    question
        .path("detail")
        .properties()
        .forEach(
            district ->
                assertThat(counted.get(plain(district.getKey())))
                    .containsExactlyInAnyOrderElementsOf(
                        district.getValue().valueStream().map(JsonNode::asText).toList()));
  }
}
