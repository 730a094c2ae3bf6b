package org.toguna.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a part said last, as a sentence for the person at the terminal: the last complaint of its
 * log and what caused it, or else its last line; without frames, and never as JSON.
 */
final class LastWords {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LINES = 400;
  private static final int LONGEST = 300;

  private LastWords() {}

  static String of(Path log) {
    var lines = lines(log).reversed().stream().limit(LINES).toList();
    return lines.stream()
        .flatMap(line -> entry(line).stream())
        .filter(entry -> entry.path("level").asText().equals("ERROR"))
        .findFirst()
        .map(LastWords::complaint)
        .or(() -> lines.stream().flatMap(line -> words(line).stream()).findFirst())
        .map(words -> "It last said: " + sentence(words))
        .orElse("It said nothing.");
  }

  private static List<String> lines(Path log) {
    try {
      // Whatever bytes a process that was cut short has left.
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Optional<JsonNode> entry(String line) {
    if (!line.startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(line));
    } catch (IOException e) {
      return Optional.empty(); // cut short by the end of the process
    }
  }

  private static Optional<String> words(String line) {
    if (line.startsWith("{")) {
      return entry(line).map(entry -> entry.path("message").asText()).filter(LastWords::isWords);
    }
    return Optional.of(line).filter(LastWords::isWords);
  }

  private static boolean isWords(String line) {
    return !line.isBlank() && !line.matches("\\s+at .*|\\s*\\.\\.\\. \\d+ more");
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

  private static String sentence(String words) {
    var said = words.strip();
    return said.length() > LONGEST && !said.contains("\n")
        ? said.substring(0, LONGEST) + " …"
        : said;
  }
}
