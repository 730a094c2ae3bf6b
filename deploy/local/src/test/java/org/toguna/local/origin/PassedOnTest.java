package org.toguna.local.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three origins pass on the same addresses, and no spelling leads to another one. */
class PassedOnTest {
  private static final String NGINX = read("compose/origin/default.conf.template");
  private static final String INGRESS = read("kubernetes/base/ingress.yaml");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cases/v1/crises",
        "/cases/v1/gazetteer/units/ML%20Koro",
        "/actors/v1/organisations/ngo-a",
        "/ingest/v1/documents/0c9d7f5e-8f37-4e8c-9a3e-2f3b1d0c7a11/reading",
        "/cases/v1/gazetteer/places/Djenn%C3%A9",
        "/cases/q/health",
        "/actors/q/health/ready",
        "/ingest/q/openapi",
        "/cases/q/swagger-ui",
        "/cases/q/swagger-ui/swagger-ui-bundle.js",
        "/problems/not-found",
        "/review",
        "/review/",
        "/review/review.js"
      })
  void whatIsOnTheListIsPassedOn(String path) {
    assertThat(PassedOn.isListed(path)).isTrue();
    assertThat(nginxPasses(path)).isTrue();
    assertThat(ingressPasses(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cases/q/metrics",
        "/cases/q/metrics/",
        "/cases/q/metrics/prometheus",
        "/cases/q/%6detrics",
        "/cases/q/%256detrics",
        "/cases/%71/metrics",
        "/cases/q/./metrics",
        "/cases/./q/metrics",
        "/cases/q//metrics",
        "//cases/q/metrics",
        "/cases/v1/../q/metrics",
        "/cases/v1/%2e%2e/q/metrics",
        "/cases/v1/..%2fq/metrics",
        "/cases/v1/..;/q/metrics",
        "/cases/v1/..\\q/metrics",
        "/cases/v1/..%5cq/metrics",
        "/cases/q/health/../metrics",
        "/cases/q/health/%2E%2E/metrics",
        "/cases/q/metrics;x",
        "/cases;x/q/metrics",
        "/cases/q/METRICS",
        "/CASES/q/metrics",
        "/cases/q/healthy",
        "/cases/q/info",
        "/cases/q/dev-ui",
        "/cases/q",
        "/cases",
        "/cases/v1/crises%00",
        "/cases/v1/crises%",
        "/reviews",
        "/elsewhere"
      })
  void whateverElseIsNotThere(String path) {
    assertThat(PassedOn.isListed(path)).isFalse();
    assertThat(nginxPasses(path)).isFalse();
  }

  @Test
  void noSpellingOfWhatIsNotListedIsPassedOn() {
    var random = new Random(20261201);
    var prefixes =
        List.of("/cases/", "/cases/v1/../", "/cases/q/health/../../", "/review/../cases/");
    for (int i = 0; i < 20_000; i++) {
      var path = new StringBuilder(prefixes.get(random.nextInt(prefixes.size())));
      for (char letter : "q/metrics".toCharArray()) {
        path.append(spelt(letter, random));
      }
      assertThat(PassedOn.isListed(path.toString())).as(path.toString()).isFalse();
      assertThat(nginxPasses(path.toString())).as(path.toString()).isFalse();
    }
  }

  private static String spelt(char letter, Random random) {
    return switch (random.nextInt(letter == '/' ? 5 : 4)) {
      case 0 -> "%%%02x".formatted((int) letter);
      case 1 -> "%%25%02X".formatted((int) letter);
      case 2 -> ("" + letter).toUpperCase();
      case 3 -> "" + letter;
      default -> List.of("//", "/./", "/x/../", ";a/", "%2f", "\\").get(random.nextInt(6));
    };
  }

  /**
   * A location is compared with the path once decoded and tidied up; what was sent is passed on.
   */
  private static boolean nginxPasses(String path) {
    var askew = Pattern.compile("\"~\\*(.*)\" 1;").matcher(NGINX);
    assertThat(askew.find()).isTrue();
    if (Pattern.compile(askew.group(1), Pattern.CASE_INSENSITIVE).matcher(path).find()) {
      return false;
    }
    var tidied = tidied(path);
    return Pattern.compile("location ~ \"([^\"]+)\" ")
        .matcher(NGINX)
        .results()
        .anyMatch(location -> Pattern.compile(location.group(1)).matcher(tidied).find());
  }

  private static boolean ingressPasses(String path) {
    var tidied = tidied(path);
    return prefixes().anyMatch(prefix -> tidied.equals(prefix) || tidied.startsWith(prefix + "/"));
  }

  private static Stream<String> prefixes() {
    return Pattern.compile("\\{path: ([^,]+), pathType: Prefix")
        .matcher(INGRESS)
        .results()
        .map(path -> path.group(1));
  }

  @Test
  void theIngressListsNothingElse() {
    assertThat(prefixes())
        .isNotEmpty()
        .allMatch(prefix -> PassedOn.isListed(prefix) || PassedOn.isListed(prefix + "/x"))
        .noneMatch(prefix -> "/cases/q/metrics".startsWith(prefix));
  }

  private static String tidied(String path) {
    var kept = new ArrayList<String>();
    for (var segment : URLDecoder.decode(path, StandardCharsets.UTF_8).split("/+")) {
      if (segment.equals("..") && !kept.isEmpty()) {
        kept.removeLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        kept.add(segment);
      }
    }
    return "/" + String.join("/", kept) + (path.endsWith("/") ? "/" : "");
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of("..").resolve(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
