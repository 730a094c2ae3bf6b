package org.toguna.actors;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.toguna.actors.Given.actor;
import static org.toguna.actors.Given.as;
import static org.toguna.actors.Given.name;
import static org.toguna.actors.Given.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/**
 * Runs the table that people who do not program review against this service: each row is an actor,
 * each cell one reader who asks for it by id and looks for it in the list.
 */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "actors"))
class WhoSeesWhatTest {
  private static final Path TABLE =
      Path.of("..", "service-kit", "src", "test", "resources", "who-sees-what.md");
  private static final Tokens AUTHOR = Tokens.reviewer("a").user("alice");
  private static final Map<String, Tokens> READERS =
      Map.of(
          "outsider", Tokens.reader("c").user("cara"),
          "outsider, cleared", Tokens.reviewer("c").user("chris").cleared("AMBER"),
          "partner", Tokens.reviewer("b").user("bea"),
          "partner, cleared", Tokens.reader("b").user("ben").cleared("RED"),
          "partner's bob", Tokens.reader("b").user("bob"),
          "owner's alice", AUTHOR,
          "owner's anton", Tokens.reviewer("a").user("anton").cleared("RED"),
          "owner's officer and administrator",
              Tokens.protectionOfficer("a")
                  .user("odile")
                  .cleared("RED")
                  .withRoles("protection-officer", "administrator"));

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void eachReaderGetsWhatTheTableSays(String marking, Map<String, String> cells) {
    String id =
        post(
                AUTHOR,
                "actors",
                actor("media", json(marking), name("Radio du tableau", "fr", "main")))
            .statusCode(201)
            .extract()
            .path("id");

    cells.forEach(
        (reader, expected) -> {
          assertThat(seen(READERS.get(reader), id)).as(reader).isEqualTo(expected);
          assertThat(listed(READERS.get(reader), id)).as(reader).isEqualTo(expected);
        });
    given().get("/actors/v1/actors/" + id).then().statusCode(401);
  }

  private static String seen(Tokens reader, String id) {
    var answer = as(reader).get("/actors/v1/actors/" + id);
    return answer.statusCode() == 404 ? "hidden" : answer.path("view");
  }

  private static String listed(Tokens reader, String id) {
    String view =
        as(reader)
            .get("/actors/v1/actors?type=media&limit=1000")
            .then()
            .statusCode(200)
            .extract()
            .path("items.find { it.id == '" + id + "' }?.view");
    return Objects.requireNonNullElse(view, "hidden");
  }

  /** "AMBER, shared with b, bob named" as a marking in JSON. */
  private static String json(String marking) {
    var members = new ArrayList<String>();
    for (String part : marking.split(", ")) {
      switch (part) {
        case "none given", "written by alice" -> {} // that is who records, and how
        case "shared with b" -> members.add("\"sharedWith\":[\"b\"]");
        case "bob named" -> members.add("\"namedPersons\":[\"b/bob\"]");
        default -> members.add("\"tlp\":\"%s\"".formatted(part));
      }
    }
    return "{" + String.join(",", members) + "}";
  }

  static Stream<Arguments> rows() throws IOException {
    List<List<String>> table =
        Files.readAllLines(TABLE).stream()
            .dropWhile(line -> !line.startsWith("| Marking "))
            .takeWhile(line -> line.startsWith("|"))
            .filter(line -> !line.startsWith("|-"))
            .map(line -> Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList())
            .toList();
    List<String> columns = table.getFirst();
    return table.stream()
        .skip(1)
        // Whoever writes a RED record is named on it, so none is without a writer here.
        .filter(row -> !row.getFirst().startsWith("RED") || row.getFirst().contains("written by"))
        .map(
            row -> {
              var cells = new LinkedHashMap<String, String>();
              for (int i = 1; i < columns.size(); i++) {
                if (READERS.containsKey(columns.get(i))) {
                  cells.put(columns.get(i), row.get(i));
                }
              }
              assertThat(cells).hasSameSizeAs(READERS);
              return Arguments.arguments(row.getFirst(), cells);
            });
  }
}
