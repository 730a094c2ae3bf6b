package org.toguna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toguna.stories.RunningStack.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.toguna.local.samples.Samples;

/**
 * Every command of the README and the documentation is run as it stands there, in the order of its
 * page: it succeeds, and nothing answers with a problem unless the page says which.
 *
 * <p>Blocks marked {@code sh stack} start, stop or build the stack, and those marked {@code sh
 * files} need files that whoever reads the page brings; all others can be pasted.
 */
@Order(20)
class DocsTest {
  private static final Pattern BLOCK =
      Pattern.compile("^```sh([^\\n]*)\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern CAPTURED = Pattern.compile("^([A-Z]+)=\\$\\(", Pattern.MULTILINE);
  private static final Pattern SAID = Pattern.compile("# .*\\b4\\d\\d\\b");
  private static final Pattern ADDRESS =
      Pattern.compile("/(cases|actors|ingest)/v1(?:/(?:[a-z-]+|\\{[a-z]+}))+");
  private static final String PROBLEM = "\"type\":\"/problems/";

  /** Looks at what a command was answered, also where the page reads it with another command. */
  private static final String CURL =
      """
      #!/bin/sh
      answer=$(mktemp)
      "%s" "$@" > "$answer"
      status=$?
      cat "$answer" >> "$TOGUNA_ANSWERS"
      printf '\\n' >> "$TOGUNA_ANSWERS"
      cat "$answer"
      rm -f "$answer"
      exit $status
      """;

  @TempDir static Path bin;

  @BeforeAll
  static void loadSamplesAndWatch() throws IOException {
    new Samples(
            stack().address(),
            stack().issuerAddress(),
            stack().issuer(),
            LocalDate.now(),
            words -> {})
        .load();
    Path curl = bin.resolve("curl");
    Files.writeString(curl, CURL.formatted(found("curl")));
    assertThat(curl.toFile().setExecutable(true)).isTrue();
  }

  private static Path found(String command) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(directory -> Path.of(directory, command))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  static Stream<Path> pages() throws IOException {
    Path root = stack().workingCopy();
    try (var docs = Files.list(root.resolve("docs"))) {
      List<Path> pages = docs.filter(page -> page.toString().endsWith(".md")).sorted().toList();
      return Stream.concat(Stream.of(root.resolve("README.md")), pages.stream());
    }
  }

  private record Block(int number, String commands) {
    boolean tellsOfAProblem() {
      return SAID.matcher(commands).find();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandOfThePageCanBePasted(Path page) throws IOException, InterruptedException {
    List<Block> blocks = blocks(Files.readString(page));
    Path answers = Files.createTempFile(bin, "answers", "");
    Path said = Files.createTempFile(bin, "said", "");
    Path script = Files.writeString(bin.resolve("page.sh"), script(blocks));
    var builder =
        new ProcessBuilder("sh", script.toString())
            .directory(stack().workingCopy().toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
    builder.environment().put("TOGUNA_ANSWERS", answers.toString());
    Process pasted = builder.start();
    assertThat(pasted.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(pasted.exitValue()).as(Files.readString(said)).isZero();
    String[] answered = Files.readString(answers).split("(?m)^== ");
    for (Block block : blocks) {
      if (!block.tellsOfAProblem()) {
        assertThat(answered[block.number()])
            .as("%s, block %d:%n%s", page.getFileName(), block.number(), block.commands())
            .doesNotContain(PROBLEM);
      }
    }
  }

  /** Also where a page names an address in a sentence. */
  @ParameterizedTest
  @MethodSource("pages")
  void everyAddressThatThePageNamesIsThere(Path page) throws IOException {
    var named = ADDRESS.matcher(Files.readString(page));
    while (named.find()) {
      String service = named.group(1);
      String path = named.group().replaceAll("/$", "");
      JsonNode paths =
          Client.NOBODY
              .get("/%s/q/openapi".formatted(service), "format", "json")
              .json()
              .path("paths");
      assertThat(
              paths
                  .propertyStream()
                  .map(known -> known.getKey().replaceAll("\\{[^}]*}", "[^/]+"))
                  .anyMatch(known -> path.matches(known) || known.startsWith(path + "/")))
          .as("%s in %s", path, page.getFileName())
          .isTrue();
    }
  }

  private static List<Block> blocks(String page) {
    var blocks = new ArrayList<Block>();
    var found = BLOCK.matcher(page);
    while (found.find()) {
      String mark = found.group(1).strip();
      assertThat(mark).isIn("", "stack", "files");
      if (mark.isEmpty()) {
        blocks.add(new Block(blocks.size() + 1, found.group(2)));
      }
    }
    return blocks;
  }

  /** As somebody pastes it who stops at the first thing that fails, or that captured nothing. */
  private static String script(List<Block> blocks) {
    var script = new StringBuilder("set -eu\n");
    for (Block block : blocks) {
      script.append("printf '== %d\\n' >> \"$TOGUNA_ANSWERS\"\n".formatted(block.number()));
      script
          .append(
              block
                  .commands()
                  .replace("http://127.0.0.1:8080", stack().address())
                  .replace("./toguna token", "./toguna token --data " + stack().data()))
          .append('\n');
      var captured = CAPTURED.matcher(block.commands());
      while (captured.find()) {
        script.append(": \"${%s:?nothing was captured}\"\n".formatted(captured.group(1)));
      }
    }
    return script.toString();
  }
}
