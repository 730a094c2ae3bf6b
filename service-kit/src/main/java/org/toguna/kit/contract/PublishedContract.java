package org.toguna.kit.contract;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;

/**
 * The contract that a service has checked in, {@code contracts/openapi.yaml}. A test of each
 * service compares it with what the build has just made:
 *
 * <pre>{@code
 * @Test
 * void theContractIsTheOnePublished() {
 *   PublishedContract.of(Path.of("")).verify();
 * }
 * }</pre>
 *
 * <p>{@code -Dtoguna.contract=publish} writes it anew unless that would break a client; {@code
 * -Dtoguna.contract=break} writes it all the same.
 */
public record PublishedContract(Path built, Path published) {

  public static PublishedContract of(Path module) {
    return new PublishedContract(
        module.resolve("target/openapi/openapi.yaml"), module.resolve("contracts/openapi.yaml"));
  }

  public void verify() {
    verify(System.getProperty("toguna.contract", "compare"));
  }

  void verify(String wish) {
    try {
      refuseSilence();
      if (Files.exists(published) && !wish.equals("break")) {
        refuseBreakingChanges();
      }
      if (!Files.exists(published) || !wish.equals("compare")) {
        Files.createDirectories(published.toAbsolutePath().getParent());
        Files.copy(built, published, StandardCopyOption.REPLACE_EXISTING);
      }
      compare();
    } catch (IOException e) {
      throw new AssertionError("The contract cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * An answer of whose form nothing is said: so it comes out where a media type was not named, and
   * whoever makes a client of it gets nothing.
   */
  private void refuseSilence() throws IOException {
    var silent = new ArrayList<String>();
    var paths = new YAMLMapper().readTree(Files.readString(built)).path("paths");
    for (var path : paths.properties()) {
      for (var operation : path.getValue().properties()) {
        for (var answer : operation.getValue().path("responses").properties()) {
          var content = answer.getValue().path("content");
          boolean silentType = content.valueStream().anyMatch(type -> !type.has("schema"));
          if (content.isObject() && (content.isEmpty() || silentType)) {
            silent.add(operation.getKey() + " " + path.getKey() + ", " + answer.getKey());
          }
        }
      }
    }
    if (!silent.isEmpty()) {
      throw new AssertionError(
          "Nothing is said of what these answer; name the media type of their content:\n"
              + String.join("\n", silent));
    }
  }

  private void refuseBreakingChanges() throws IOException {
    var yaml = new YAMLMapper();
    var broken =
        BreakingChanges.between(
            yaml.readTree(Files.readString(published)), yaml.readTree(Files.readString(built)));
    if (!broken.isEmpty()) {
      throw new AssertionError(
          "This breaks clients of the published contract:\n" + String.join("\n", broken));
    }
  }

  private void compare() throws IOException {
    var there = Files.readAllLines(published);
    var made = Files.readAllLines(built);
    for (int i = 0; i < Math.max(there.size(), made.size()); i++) {
      var old = i < there.size() ? there.get(i) : "(end)";
      var now = i < made.size() ? made.get(i) : "(end)";
      if (!old.equals(now)) {
        throw new AssertionError(
            "contracts/openapi.yaml, line %d: published %s, built %s. Build with -Dtoguna.contract=publish to publish."
                .formatted(i + 1, old.strip(), now.strip()));
      }
    }
  }
}
