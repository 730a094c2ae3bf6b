package org.toguna.stories;

import static org.toguna.stories.RunningStack.JSON;
import static org.toguna.stories.RunningStack.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.toguna.parts.issuer.Claims;
import org.toguna.parts.issuer.SigningKey;

/** Somebody who calls the registry, with whatever token they hold. */
record Client(@Nullable String token) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private static final Duration LIFETIME = Duration.ofHours(1);

  static final Client NOBODY = new Client(null);

  /** Somebody of an organisation with one role and those it implies. */
  static Client as(String role, String organisation, String clearance) {
    return new Client(
        sign(stack().issuer(), claims(role, organisation, clearance, "aud", Duration.ZERO)));
  }

  static Client as(String role, String organisation) {
    return as(role, organisation, "AMBER");
  }

  /** Somebody who runs the registry. */
  static Client operator() {
    return as(Claims.OPERATOR, Claims.OPERATOR, "RED");
  }

  /**
   * Somebody who holds every role of their organisation and the highest clearance, and says that
   * they run the registry as well.
   */
  static Client mighty(String organisation) {
    var claims = claims("reviewer", organisation, "RED", "aud", Duration.ZERO);
    claims.put(
        "groups",
        List.of(
            "reader",
            "contributor",
            "reviewer",
            "protection-officer",
            "administrator",
            Claims.OPERATOR));
    return new Client(sign(stack().issuer(), claims));
  }

  /** Somebody who is let in and may do nothing. */
  static Client withoutRole(String organisation) {
    var claims = claims("reader", organisation, "RED", "aud", Duration.ZERO);
    claims.put("groups", List.of());
    return new Client(sign(stack().issuer(), claims));
  }

  /** Tokens that nobody may get in with, each good in everything but one thing. */
  static Map<String, Client> impostors(String organisation) {
    var good = claims("reviewer", organisation, "RED", "aud", Duration.ZERO);
    var expired =
        claims("reviewer", organisation, "RED", "aud", LIFETIME.plus(Duration.ofMinutes(5)));
    var elsewhere = claims("reviewer", organisation, "RED", "somewhere-else", Duration.ZERO);
    var foreign = new LinkedHashMap<>(good);
    foreign.put("iss", "https://issuer.example.org");
    var impostors = new LinkedHashMap<String, Client>();
    impostors.put("no token", NOBODY);
    impostors.put("an expired token", new Client(sign(stack().issuer(), expired)));
    impostors.put("a foreign issuer's token", new Client(sign(SigningKey.generate(), foreign)));
    impostors.put("a forged token", new Client(sign(SigningKey.generate(), good)));
    impostors.put("another audience's token", new Client(sign(stack().issuer(), elsewhere)));
    impostors.put("an unsigned token", new Client(SigningKey.unsigned(good)));
    return impostors;
  }

  private static Map<String, Object> claims(
      String role, String organisation, String clearance, String audience, Duration age) {
    return new LinkedHashMap<>(
        new Claims(
                stack().issuerAddress(),
                audience.equals("aud") ? Claims.AUDIENCE : audience,
                role + "-of-" + organisation,
                organisation,
                clearance,
                Claims.rolesOf(role),
                Instant.now().minus(age),
                LIFETIME)
            .asMap());
  }

  private static String sign(SigningKey key, Map<String, Object> claims) {
    return key.sign(claims);
  }

  /** What came back. */
  record Answer(int status, Map<String, String> headers, String body) {
    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(body, e);
      }
    }

    String id() {
      return json().path("id").asText();
    }

    String etag() {
      return headers.getOrDefault("etag", "");
    }

    Answer expect(int wanted) {
      if (status != wanted) {
        throw new AssertionError("expected %d, got %d: %s".formatted(wanted, status, body));
      }
      return this;
    }
  }

  Answer get(String path, String... parameters) {
    return send("GET", path + query(parameters), null, Map.of());
  }

  Answer post(String path, String body) {
    return post(path, body, UUID.randomUUID().toString());
  }

  Answer post(String path, String body, String key) {
    return send(
        "POST", path, body, Map.of("Content-Type", "application/json", "Idempotency-Key", key));
  }

  Answer patch(String path, String etag, String body) {
    return send(
        "PATCH",
        path,
        body,
        Map.of("Content-Type", "application/merge-patch+json", "If-Match", etag));
  }

  Answer delete(String path, String etag) {
    return send("DELETE", path, null, Map.of("If-Match", etag));
  }

  Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
    try {
      return trySend(method, path, body, headers);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    }
  }

  /** For those who reckon with a service that is away. */
  Answer trySend(String method, String path, @Nullable String body, Map<String, String> headers)
      throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(stack().address() + path))
            .timeout(Duration.ofSeconds(90))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::header);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return answer(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** What a stream says within a while. */
  String listen(String path, Duration length) {
    var request =
        HttpRequest.newBuilder(URI.create(stack().address() + path))
            .header("Accept", "text/event-stream")
            .header("Authorization", "Bearer " + token)
            .build();
    var heard = new StringBuffer();
    var listening = HTTP.sendAsync(request, BodyHandlers.fromLineSubscriber(new Listener(heard)));
    try {
      listening.get(length.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      listening.cancel(true);
    } catch (java.util.concurrent.ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return heard.toString();
  }

  private static Answer answer(HttpResponse<String> response) {
    var headers = new java.util.TreeMap<String, String>();
    response
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(), String.join(", ", values)));
    return new Answer(response.statusCode(), headers, response.body());
  }

  static String query(String... parameters) {
    var pairs = new java.util.ArrayList<String>();
    for (var i = 0; i < parameters.length; i += 2) {
      pairs.add(parameters[i] + "=" + URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
    }
    return pairs.isEmpty() ? "" : pairs.stream().collect(Collectors.joining("&", "?", ""));
  }
}
