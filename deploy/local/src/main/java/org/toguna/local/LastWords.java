package org.toguna.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Why a service ended, from its JSON log: the last complaint and what caused it, without frames.
 */
final class LastWords {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LINES = 400;

  private LastWords() {}

  /**
   * @param otherwise what to say where the log holds no complaint in JSON
   */
  static String of(Path log, String otherwise) {
    try {
      List<String> lines = Files.readAllLines(log);
      for (var line : lines.reversed().stream().limit(LINES).toList()) {
        if (line.startsWith("{") && line.contains("\"level\":\"ERROR\"")) {
          return complaint(JSON.readTree(line));
        }
      }
    } catch (IOException e) {
      return otherwise; // unreadable, or cut short by the end of the process
    }
    return otherwise;
  }

  private static String complaint(JsonNode entry) {
    var words = new StringBuilder(entry.path("message").asText());
    var cause = entry.path("exception");
    while (cause.isObject()) {
      words.append("\n  ").append(cause.path("message").asText().strip());
      cause = cause.path("causedBy").path("exception");
    }
    return words.toString();
  }
}
