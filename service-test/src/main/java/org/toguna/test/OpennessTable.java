package org.toguna.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Openness;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.records.RecordKind;

/**
 * Holds a service to the table of what is open of each kind, which people who do not program
 * review: a field that is opened turns this red until the table says so. {@code
 * -Dtoguna.contract=publish} writes the table anew.
 */
public final class OpennessTable {
  private static final Path PAGE = Path.of("..", "docs", "openness.md");

  private OpennessTable() {}

  /** The rows of a service are those that its kinds make. */
  public static void isPublished(String service, List<RecordKind<?>> kinds) throws IOException {
    String begin = "<!-- kinds of " + service + " -->\n";
    String end = "<!-- end of " + service + " -->";
    String page = Files.readString(PAGE);
    int from = page.indexOf(begin) + begin.length();
    int to = page.indexOf(end);
    assertThat(to).as("%s says where the kinds of %s stand", PAGE, service).isGreaterThan(from - 1);
    String made = table(kinds);
    if (!System.getProperty("toguna.contract", "compare").equals("compare")) {
      Files.writeString(PAGE, page.substring(0, from) + made + page.substring(to));
    }
    assertThat(Files.readString(PAGE).substring(from))
        .as("what is open of a kind; see %s", PAGE)
        .startsWith(made + end);
  }

  private static String table(List<RecordKind<?>> kinds) {
    var lines = new ArrayList<String>();
    lines.add(
        "| Kind | Told as it is | Places, cut | Dates, cut | Not of all records | Withheld |");
    lines.add("|---|---|---|---|---|---|");
    kinds.stream()
        .sorted(Comparator.comparing(RecordKind::name))
        .forEach(kind -> lines.addAll(rows(kind)));
    return String.join("\n", lines) + "\n";
  }

  /** One row, or one for each level of marking that opens something else. */
  private static List<String> rows(RecordKind<?> kind) {
    Map<Openness, List<String>> levels = new LinkedHashMap<>();
    for (Tlp tlp : List.of(Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER)) {
      levels
          .computeIfAbsent(
              Openness.of(kind.stateType(), kind.blur(Marking.of(tlp, ""))),
              any -> new ArrayList<>())
          .add(tlp.label());
    }
    return levels.entrySet().stream()
        .map(
            level ->
                "| `%s`%s | %s |"
                    .formatted(
                        kind.name(),
                        levels.size() == 1 ? "" : " marked " + String.join(", ", level.getValue()),
                        level.getKey().cells().collect(Collectors.joining(" | "))))
        .toList();
  }
}
