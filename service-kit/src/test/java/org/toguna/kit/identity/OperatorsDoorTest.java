package org.toguna.kit.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.toguna.kit.testapp.Tokens;

/** What a service tells of itself is for operators, whatever its address is spelt like. */
@QuarkusTest
@QuarkusTestResource(Tokens.class)
class OperatorsDoorTest {
  private static final String MEASURED = "jvm_memory";

  @Test
  void metricsAnswerOperators() {
    as("operator", "operator").get("/q/metrics").then().statusCode(200);
    as("operator", "operator").get("/q/metrics").then().body(containsString(MEASURED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/metrics",
        "/q/metrics/",
        "/q/metrics/prometheus",
        "/q/%6detrics",
        "/q/%256detrics",
        "/%71/metrics",
        "/q/./metrics",
        "/q/x/../metrics",
        "/q/%2e/metrics",
        "/q//metrics",
        "//q/metrics",
        "/q/metrics;x",
        "/q;x/metrics",
        "/q/METRICS",
        "/Q/metrics",
        "/huts/../q/metrics",
        "/q/metrics?x=1",
        "/q/info"
      })
  void nobodyElseIsToldWhatTheyHold(String path) {
    for (var role : List.of("administrator", "protection-officer", "operator")) {
      refused(path, "Authorization: Bearer " + Tokens.of("ngo-a", "somebody", role));
    }
    refused(path, "Authorization: Bearer " + Tokens.of("operator", "somebody", "administrator"));
    refused(path, "Accept: */*");
  }

  @Test
  void whoeverDidNotSignInIsAskedToAndWhoMayNotIsToldSo() {
    given().get("/q/metrics").then().statusCode(401);
    as("ngo-a", "administrator").get("/q/metrics").then().statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health", "/q/health/live", "/q/openapi", "/q/swagger-ui/"})
  void whatIsForEverybodyAsksNobody(String path) {
    given().get(path).then().statusCode(200);
  }

  @Test
  void recordsLieBehindOtherDoors() {
    assertThat(OperatorsDoor.isOpen("/cases/v1/crises")).isTrue();
    assertThat(OperatorsDoor.isOpen("/cases/v1/q/metrics")).isTrue();
    assertThat(OperatorsDoor.isOpen("/review/")).isTrue();
    assertThat(OperatorsDoor.isOpen("/cases/q/openapi")).isTrue();
    assertThat(OperatorsDoor.isOpen("/cases/q")).isFalse();
    assertThat(OperatorsDoor.isOpen("/cases/q/metrics")).isFalse();
  }

  private static RequestSpecification as(String organisation, String role) {
    return given().auth().oauth2(Tokens.of(organisation, "somebody", role));
  }

  /** As it is written: a client's library would tidy the path up first. */
  private static void refused(String path, String header) {
    try (var socket = new Socket("localhost", RestAssured.port)) {
      var request =
          "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n\r\n"
              .formatted(path, header);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain(MEASURED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
