package org.toguna.local.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** The registry's public API: writes once whatever happens, and reads what it wrote elsewhere. */
final class Api {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final String POSITION = "Toguna-Position";

  /** On a busy machine news travels slowly, and a service may be brought back meanwhile. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Duration SLOWEST_ANSWER = Duration.ofMinutes(2);

  /** Answers that mean: the same again, a little later. */
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String address;
  private final Passport passport;
  private final Map<String, String> positions = new LinkedHashMap<>();

  Api(String address, Passport passport) {
    this.address = address;
    this.passport = passport;
  }

  JsonNode post(User user, String path, String key, JsonNode body) {
    return post(user, path, key, "application/json", body.toString());
  }

  /**
   * @param key makes a repetition harmless, across restarts as well
   */
  JsonNode post(User user, String path, String key, String type, String body) {
    var request =
        request(user, path)
            .header("Content-Type", type)
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return answer(request, key);
  }

  JsonNode get(User user, String path) {
    return answer(request(user, path).GET().build(), path);
  }

  /** Asks one service with the last write to another, and so waits until it knows of it. */
  void awaitNews(User user, String path, String written) {
    var position = positions.get(written);
    if (position != null) {
      answer(request(user, path).header(POSITION, position).GET().build(), path);
    }
  }

  private HttpRequest.Builder request(User user, String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .timeout(SLOWEST_ANSWER)
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + passport.token(user));
  }

  private JsonNode answer(HttpRequest request, String what) {
    var begun = System.nanoTime();
    while (true) {
      var response = send(request);
      var status = response.statusCode();
      if (status / 100 == 2) {
        response
            .headers()
            .firstValue(POSITION)
            .ifPresent(position -> positions.put(firstSegments(request.uri()), position));
        return read(response.body());
      }
      if (!PASSING.contains(status) || System.nanoTime() - begun > PATIENCE.toNanos()) {
        throw new LoadingFailed(
            "%s %s of %s was answered %d: %s"
                .formatted(
                    request.method(), request.uri().getPath(), what, status, response.body()));
      }
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
    }
  }

  /** The latest write to each kind of record stands for those before it. */
  private static String firstSegments(URI uri) {
    return uri.getPath().replaceFirst("^(/[^/]+/v1/[^/]+).*", "$1");
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new LoadingFailed("%s: %s".formatted(request.uri(), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LoadingFailed("interrupted", e);
    }
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new LoadingFailed("the answer is not JSON: " + body, e);
    }
  }
}
