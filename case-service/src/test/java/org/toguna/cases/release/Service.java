package org.toguna.cases.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The service, asked over connections that stay open: very many questions in little time. */
record Service(URI address) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  JsonNode get(String reader, String path) {
    return ask(reader, HttpRequest.newBuilder(address.resolve(path)).GET(), path);
  }

  JsonNode send(String author, String method, String path, ObjectNode body) {
    String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
    return ask(
        author,
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", type)
            .header("If-Match", "*")
            .method(method, BodyPublishers.ofString(body.toString())),
        method + " " + path + " " + body);
  }

  /**
   * What is not there is an answer, and so is what has changed meanwhile; all else is a failure.
   */
  private static JsonNode ask(String token, HttpRequest.Builder request, String what) {
    try {
      var answer =
          HTTP.send(
              request
                  .timeout(Duration.ofMinutes(1))
                  .header("Authorization", "Bearer " + token)
                  .build(),
              BodyHandlers.ofString());
      int status = answer.statusCode();
      if (status >= 400 && status != 404 && status != 412) {
        throw new IllegalStateException("%s: %d %s".formatted(what, status, answer.body()));
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(what, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
