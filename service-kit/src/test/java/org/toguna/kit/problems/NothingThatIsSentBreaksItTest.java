package org.toguna.kit.problems;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.toguna.kit.testapp.Tokens;

/** Sends what no client means to send; the seed is fixed, so that a failure can be repeated. */
@QuarkusTest
@QuarkusTestResource(Tokens.class)
class NothingThatIsSentBreaksItTest {

  private static final String VALID =
      "{\"village\":\"Sangha\",\"builtOn\":\"1987-05-01\",\"posts\":[{\"wood\":\"tamarind\",\"height\":3}]}";
  private static final String[] SCRAPS = {
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "\\",
    "\\u0000",
    "\\ud800",
    "null",
    "true",
    "1e999999999",
    "-0",
    "99999999999999999999999999",
    "\"village\"",
    "\"\"",
    "é",
    "\u0000",
    "/*",
    "NaN",
    "\t"
  };

  private final Random random = new Random(1987);

  @Test
  void mangledJsonIsRefusedWithAProblem() {
    var token = Tokens.of("ngo-a", "alice", "reviewer");
    for (int i = 0; i < 300; i++) {
      var body = mangled();
      var answer =
          given()
              .config(asBytes())
              .auth()
              .oauth2(token)
              .contentType("application/json")
              .body(body)
              .post("/huts/v1/huts");
      expectProblem(
          answer.statusCode(), answer.contentType(), new String(body, StandardCharsets.ISO_8859_1));
    }
  }

  @Test
  void oddParametersAreRefusedWithAProblem() throws IOException, InterruptedException {
    var token = Tokens.of("ngo-a", "alice", "reader");
    var names = new String[] {"limit", "cursor", "total", "height", "builtSince", "x", "", "%00"};
    var values =
        new String[] {
          "",
          "%00",
          "-1",
          "1e9",
          "99999999999",
          "null",
          "%F0%9F%90%98",
          "%C3%28",
          "a%0Ab",
          "2021-02-30",
          "..%2F..",
          "'%20or%201=1",
          "true",
          "x".repeat(3000)
        };
    var client = HttpClient.newHttpClient();
    for (var name : names) {
      for (var value : values) {
        var query = name + "=" + value;
        var request =
            HttpRequest.newBuilder(
                    URI.create("http://localhost:" + RestAssured.port + "/huts/v1/huts?" + query))
                .header("Authorization", "Bearer " + token);
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        expectProblem(
            answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), query);
      }
    }
  }

  private byte[] mangled() {
    var body = new StringBuilder(VALID);
    for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
      int at = random.nextInt(body.length());
      switch (random.nextInt(3)) {
        case 0 -> body.deleteCharAt(at);
        case 1 -> body.insert(at, SCRAPS[random.nextInt(SCRAPS.length)]);
        default -> body.setLength(Math.max(1, at));
      }
    }
    var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(4) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return bytes;
  }

  private static void expectProblem(int status, String contentType, String sent) {
    if (status != 200) {
      assertThat(status).as(sent).isBetween(400, 499);
      assertThat(contentType).as(sent).isEqualTo(Problem.MEDIA_TYPE);
    }
  }

  private static RestAssuredConfig asBytes() {
    return RestAssured.config()
        .encoderConfig(
            EncoderConfig.encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false));
  }
}
