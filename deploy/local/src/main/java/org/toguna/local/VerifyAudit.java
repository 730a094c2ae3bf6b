package org.toguna.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.toguna.parts.PartFailed;
import org.toguna.parts.issuer.Claims;

/** Asks the three services whether their audit trails are as they were written. */
final class VerifyAudit {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Home home;

  VerifyAudit(Home home) {
    this.home = home;
  }

  /** 0 when all three are whole, 1 when something was changed behind the services' backs. */
  int run() {
    var state =
        StackState.read(home)
            .filter(StackState::isRunning)
            .orElseThrow(() -> new PartFailed("the stack is not running; `./toguna up` starts it"));
    var token = token(state.layout());
    var whole = true;
    for (var service : Service.values()) {
      var verdict = ask(state.layout(), service, token);
      System.out.printf(
          "%-16s %s: %d seals over %d entries, %d entries not yet sealed%n",
          service.module(),
          verdict.path("whole").asBoolean() ? "whole" : "NOT WHOLE",
          verdict.path("seals").asLong(),
          verdict.path("entries").asLong(),
          verdict.path("unsealed").asLong());
      verdict.path("findings").forEach(finding -> System.out.println("  " + finding.asText()));
      whole &= verdict.path("whole").asBoolean();
    }
    return whole ? 0 : 1;
  }

  private String token(Layout layout) {
    var claims =
        new Claims(
            layout.issuer(),
            Claims.AUDIENCE,
            "audit",
            Claims.OPERATOR,
            null,
            Claims.rolesOf(Claims.OPERATOR),
            Instant.now(),
            Duration.ofMinutes(10));
    return Secrets.of(home).issuer().sign(claims.asMap());
  }

  private static JsonNode ask(Layout layout, Service service, String token) {
    var address =
        "http://127.0.0.1:%d/%s/v1/audit/verification"
            .formatted(service.port(layout), service.path());
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(Duration.ofMinutes(10))
            .header("Authorization", "Bearer " + token)
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new PartFailed(
            "%s could not tell: %d %s"
                .formatted(service.module(), answer.statusCode(), answer.body()));
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new PartFailed("%s does not answer: %s".formatted(service.module(), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartFailed("interrupted while %s verified".formatted(service.module()), e);
    }
  }
}
