package org.toguna.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Asks every operation of a contract with parameters, headers and bodies that nobody in their right
 * mind sends: whatever comes back is an answer or a problem, and never the service's own failure.
 */
public final class OddRequests {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  /** Reads a read model anew from its topics, which takes as long as it takes. */
  private static final String REBUILDS = "rebuild";

  private static final List<String> ODD =
      List.of(
          "+999999999-12-31T23:59:59Z",
          "-999999999-01-01T00:00:00Z",
          "9999-12-31T23:59:60Z",
          "0000-00-00",
          "0000",
          "9999",
          "2021-02-30",
          "2021-13",
          "Y170000002",
          "-0001",
          "2021~",
          "NaN",
          "1e999",
          "-1",
          "0",
          "1001",
          "9223372036854775808",
          "'",
          "%",
          "\\",
          "\u0000",
          "\ud83d\udc7b",
          "a\u0301\u200b\u202e",
          "null",
          "true",
          "seige",
          "AMBER STRICT",
          "TLP:GREEN",
          "1,2,3,4",
          "1,2,3",
          "NaN,0,0,0",
          "-200,0,1,1",
          "00000000-0000-0000-0000-000000000000",
          "1-1-1-1-1",
          "x".repeat(3000),
          "* | & ! ( <->",
          "\"");

  private static final List<String> BODIES =
      List.of(
          "",
          "null",
          "[]",
          "{}",
          "\"x\"",
          "1",
          "{",
          "{\"type\":null}",
          "{\"a\":".repeat(70) + "1" + "}".repeat(70),
          "{\"type\":[],\"status\":{}}",
          "{\"marking\":{\"tlp\":\"GREEN\",\"owner\":\"x\"}}",
          "{\"since\":{\"edtf\":\"Y170000002\"}}",
          "{\"why\":7}",
          "\ufeff{}",
          "a,b\n1,2\n");

  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/merge-patch+json",
          "text/csv",
          "text/plain",
          "text/html",
          "application/geo+json",
          "application/x-ndjson",
          "nonsense");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String origin;
  private final List<Tokens> bearers;
  private final Random random;
  private final List<String> failures = new ArrayList<>();

  private OddRequests(String origin, List<Tokens> bearers, long seed) {
    this.origin = origin;
    this.bearers = bearers;
    this.random = new Random(seed);
  }

  /** What went wrong, request by request; empty if nothing did. */
  public static List<String> failures(
      Path contract, String origin, List<Tokens> bearers, long seed, int ofEachOperation) {
    var asked = new OddRequests(origin, bearers, seed);
    try (asked.client) {
      JsonNode api = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(contract));
      for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
        for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
          if (METHODS.contains(operation.getKey()) && !path.getKey().contains(REBUILDS)) {
            for (int i = 0; i < ofEachOperation; i++) {
              asked.ask(path.getKey(), operation.getKey(), operation.getValue());
            }
          }
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return asked.failures;
  }

  private void ask(String path, String method, JsonNode operation) throws IOException {
    String address = origin + filled(path) + query(operation);
    String body = BODIES.get(random.nextInt(BODIES.size()));
    String type = TYPES.get(random.nextInt(TYPES.size()));
    boolean takesBody = operation.has("requestBody") || random.nextInt(10) == 0;
    if (takesBody && random.nextInt(3) > 0 && operation.has("requestBody")) {
      type = operation.path("requestBody").path("content").fieldNames().next();
    }
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(Duration.ofSeconds(30))
            .header(
                "Authorization", "Bearer " + bearers.get(random.nextInt(bearers.size())).token())
            .method(
                method.toUpperCase(Locale.ROOT),
                takesBody
                    ? HttpRequest.BodyPublishers.ofString(body)
                    : HttpRequest.BodyPublishers.noBody());
    if (takesBody) {
      request.header("Content-Type", type);
    }
    header(request, "If-Match", "*", "\"x\"", "W/\"x\"", "x,");
    header(request, "If-None-Match", "*", "\"x\"", ",");
    header(request, "Idempotency-Key", "\"k\"", "\"", "k k", "k".repeat(300));
    header(request, "Last-Event-ID", "x", "\"");
    header(request, "Toguna-Position", "x", "a.b", "a.b,c.d");
    header(request, "Accept-Language", "fr", "*", "x-y-z;q=z");
    header(request, "Accept", "application/json", "text/event-stream", "nonsense", "*/*;q=x");
    look(method + " " + address + " " + type + " " + body, request.build());
  }

  private void look(String what, HttpRequest request) throws IOException {
    try {
      HttpResponse<java.io.InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (var body = answer.body()) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() < 400) {
          return; // a stream, for instance, is not read
        }
        String said = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        boolean siblingIsAway = said.contains("/problems/sibling-unavailable");
        if (answer.statusCode() >= 500 && !siblingIsAway
            || !type.startsWith("application/problem+json")
            || !said.contains("\"type\":\"/problems/")) {
          failures.add(
              "%s%n  -> %d %s %s".formatted(cut(what), answer.statusCode(), type, cut(said)));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (java.net.http.HttpTimeoutException e) {
      failures.add(cut(what) + "\n  -> no answer");
    }
  }

  private void header(HttpRequest.Builder request, String name, String... values) {
    if (random.nextInt(3) == 0) {
      request.header(name, values[random.nextInt(values.length)]);
    }
  }

  private String filled(String path) {
    var filled = new StringBuilder();
    for (String segment : path.substring(1).split("/")) {
      filled
          .append('/')
          .append(
              !segment.startsWith("{")
                  ? segment
                  : random.nextInt(3) > 0
                      ? "00000000-0000-4000-8000-000000000000"
                      : encoded(odd()));
    }
    return filled.toString();
  }

  private String query(JsonNode operation) {
    var query = new StringBuilder();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asText().equals("query") && random.nextInt(3) == 0) {
        query
            .append(query.isEmpty() ? "?" : "&")
            .append(parameter.path("name").asText())
            .append('=')
            .append(encoded(odd()));
      }
    }
    return query.toString();
  }

  private String odd() {
    return ODD.get(random.nextInt(ODD.size()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String cut(String text) {
    return text.length() <= 600 ? text : text.substring(0, 600) + "…";
  }
}
