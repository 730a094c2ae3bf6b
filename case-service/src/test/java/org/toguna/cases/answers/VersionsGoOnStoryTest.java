package org.toguna.cases.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toguna.cases.Registry.OTHER;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.patch;
import static org.toguna.cases.Registry.read;
import static org.toguna.cases.Registry.recorded;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;

/** For whoever lost sight of a record and sees it again, its versions and tags go on. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class VersionsGoOnStoryTest {
  private static final String SIEGE = "{\"type\":\"siege\",\"status\":\"open\",%s}";

  @Test
  void anOldTagIsNeverGoodForSomethingNew() {
    String id = recorded("crises", SIEGE.formatted(tlp("GREEN")));
    var first = read(OTHER, "crises", id).statusCode(200).extract();
    patch("crises", id, "{" + tlp("AMBER+STRICT") + "}").statusCode(200);
    read(OTHER, "crises", id).statusCode(404);
    patch("crises", id, "{\"status\":\"lifted\"}").statusCode(200);
    patch("crises", id, "{" + tlp("GREEN") + "}").statusCode(200);

    var now =
        as(OTHER)
            .header("If-None-Match", first.header("ETag"))
            .get("/cases/v1/crises/" + id)
            .then()
            .statusCode(200)
            .extract();
    assertThat(now.<String>path("status")).isEqualTo("lifted");
    assertThat(now.<Integer>path("version")).isGreaterThan(first.<Integer>path("version"));
    List<Integer> versions =
        as(OTHER).get("/cases/v1/crises/" + id + "/history").then().extract().path("version");
    assertThat(versions).endsWith(now.<Integer>path("version")).doesNotHaveDuplicates();
  }

  @Test
  void howeverOftenItIsClosedAndOpenedItsTagsAndVersionsRise() {
    for (long seed = 1; seed <= 6; seed++) {
      var random = new Random(seed);
      String id = recorded("crises", SIEGE.formatted(tlp("GREEN")));
      Set<String> tags = new HashSet<>();
      String lastBody = "";
      int last = 0;
      for (int step = 0; step < 10; step++) {
        String change =
            switch (random.nextInt(4)) {
              case 0 -> "{" + tlp("AMBER+STRICT") + "}";
              case 1 -> "{" + tlp("GREEN") + "}";
              case 2 -> "{\"status\":\"" + (random.nextBoolean() ? "open" : "lifted") + "\"}";
              default -> "{\"title\":\"hidden " + step + "\"}";
            };
        patch("crises", id, change).statusCode(200);
        var seen = as(OTHER).get("/cases/v1/crises/" + id);
        if (seen.statusCode() != 200) {
          continue;
        }
        String body = seen.asString();
        if (!body.equals(lastBody)) {
          assertThat(seen.<Integer>path("version")).as("seed %d", seed).isGreaterThan(last);
          assertThat(tags.add(seen.header("ETag"))).as("seed %d: a new tag", seed).isTrue();
        }
        last = seen.path("version");
        lastBody = body;
      }
    }
  }

  private static String tlp(String level) {
    return "\"marking\":{\"tlp\":\"" + level + "\"}";
  }
}
