package org.toguna.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * What is read has the form that the contract says: every list and every record in it, as its owner
 * and as a partner reads them, of all that the stories before have left.
 */
@Order(9)
class AnswersTest {
  private static final int OF_EACH_LIST = 5;
  private static final List<Client> READERS =
      List.of(Client.mighty("ngo-a"), Client.as("reader", "ngo-b", "AMBER"));
  private static final Set<String> READ = new LinkedHashSet<>();
  private static final Map<String, JsonSchema> FORMS = new LinkedHashMap<>();
  private static final List<String> FLAWS = new ArrayList<>();

  @BeforeAll
  static void read() {
    Territory.load();
    READERS
        .getFirst()
        .post(
            "/cases/v1/crises",
            """
            {"type":"siege","status":"open","place":{"id":"%s"},"since":{"edtf":"2021-05"},
             "marking":{"tlp":"GREEN"}}"""
                .formatted(Territory.CERCLE))
        .expect(201);
    for (var service : RunningStack.SERVICES) {
      var document =
          (ObjectNode)
              Client.NOBODY.get("/%s/q/openapi".formatted(service), "format", "json").json();
      READERS.forEach(reader -> read(reader, document));
    }
  }

  @Test
  void answersHaveTheFormThatTheContractSays() {
    assertThat(FLAWS).isEmpty();
  }

  @Test
  void manyKindsOfAnswersWereRead() {
    assertThat(READ)
        .hasSizeGreaterThan(60)
        .contains("/cases/v1/crises", "/cases/v1/crises/{id}", "/cases/v1/crises/{id}/history");
  }

  @Test
  void anotherFormWouldBeNoticed() throws IOException {
    for (var wrong :
        List.of(
            "{\"items\":\"none\"}",
            "{\"items\":[{\"type\":5}]}",
            "{\"items\":[{\"marking\":[]}]}")) {
      assertThat(FORMS.get("/cases/v1/crises").validate(RunningStack.JSON.readTree(wrong)))
          .as(wrong)
          .isNotEmpty();
    }
  }

  private static void read(Client reader, ObjectNode document) {
    Map<String, Set<String>> ids = new LinkedHashMap<>();
    for (var path : document.path("paths").properties()) {
      if (isRead(path.getValue()) && !path.getKey().contains("{")) {
        var answer = look(reader, document, path.getKey(), path.getKey());
        answer
            .path("items")
            .forEach(
                item ->
                    ids.computeIfAbsent(path.getKey(), _ -> new LinkedHashSet<>())
                        .add(item.path("id").asText()));
      }
    }
    for (var path : document.path("paths").properties()) {
      var below = path.getKey().split("/\\{id}", 2);
      if (isRead(path.getValue()) && below.length == 2 && !below[1].contains("{")) {
        ids.getOrDefault(below[0], Set.of()).stream()
            .limit(OF_EACH_LIST)
            .forEach(id -> look(reader, document, path.getKey(), below[0] + "/" + id + below[1]));
      }
    }
  }

  /** What is asked with nothing but its path, and ends. */
  private static boolean isRead(JsonNode operations) {
    return operations.at("/get/responses/200/content/application~1json/schema").isObject();
  }

  private static JsonNode look(Client reader, ObjectNode document, String path, String asked) {
    var answer = reader.get(asked);
    if (answer.status() >= 500) {
      FLAWS.add(path + ": " + answer.status() + " " + answer.body());
    }
    if (answer.status() != 200) {
      return MissingNode.getInstance();
    }
    READ.add(path);
    FORMS
        .computeIfAbsent(path, _ -> form(document, path))
        .validate(answer.json())
        .forEach(flaw -> FLAWS.add(path + ": " + flaw));
    return answer.json();
  }

  /** The whole document with one answer for its root, so that its references lead somewhere. */
  private static JsonSchema form(ObjectNode document, String path) {
    var pointer = path.replace("/", "~1").replace("{", "%7B").replace("}", "%7D");
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(
            document
                .deepCopy()
                .put(
                    "$ref",
                    "#/paths/" + pointer + "/get/responses/200/content/application~1json/schema"));
  }
}
