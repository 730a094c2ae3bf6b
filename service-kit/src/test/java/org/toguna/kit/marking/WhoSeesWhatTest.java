package org.toguna.kit.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every cell of the table that people who do not program review. */
class WhoSeesWhatTest {

  static final Map<String, Reader> READERS =
      Map.ofEntries(
          Map.entry("nobody signed in", Reader.anyone()),
          Map.entry(
              "signed in, no organisation",
              new Reader(null, "carla", Set.of(Role.REVIEWER), Tlp.RED)),
          Map.entry("outsider", reader("c", "cara", Tlp.GREEN, Role.READER)),
          Map.entry("outsider, cleared", reader("c", "chris", Tlp.AMBER, Role.REVIEWER)),
          Map.entry("partner", reader("b", "bea", Tlp.GREEN, Role.REVIEWER)),
          Map.entry("partner, cleared", reader("b", "ben", Tlp.RED, Role.READER)),
          Map.entry("partner's bob", reader("b", "bob", Tlp.GREEN, Role.READER)),
          Map.entry("owner's alice", reader("a", "alice", Tlp.GREEN, Role.REVIEWER)),
          Map.entry("owner's anton", reader("a", "anton", Tlp.RED, Role.REVIEWER)),
          Map.entry(
              "owner's officer and administrator",
              reader("a", "odile", Tlp.RED, Role.PROTECTION_OFFICER, Role.ADMINISTRATOR)));

  @ParameterizedTest(name = "{0}, seen by {1}: {2}")
  @MethodSource("cellsOfOneRecord")
  void oneRecord(String marking, String reader, String expected) {
    assertThat(seen(marking(marking).audience(), reader)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} and {1}, seen by {2}: {3}")
  @MethodSource("cellsOfTwoRecords")
  void whatHangsOnTwoRecords(String one, String other, String reader, String expected) {
    Audience both = marking(one).audience().intersect(marking(other).audience());

    assertThat(seen(both, reader)).isEqualTo(expected);
  }

  @Test
  void everyReaderHasAColumn() {
    assertThat(cellsOfOneRecord().map(cell -> (String) cell.get()[1]).distinct())
        .containsExactlyInAnyOrderElementsOf(READERS.keySet());
  }

  static Stream<Arguments> cellsOfOneRecord() {
    return table("Marking").stream()
        .flatMap(
            row ->
                row.entrySet().stream()
                    .filter(cell -> READERS.containsKey(cell.getKey()))
                    .map(cell -> arguments(row.get("Marking"), cell.getKey(), cell.getValue())));
  }

  static Stream<Arguments> cellsOfTwoRecords() {
    return table("Marking of one").stream()
        .flatMap(
            row ->
                row.entrySet().stream()
                    .filter(cell -> READERS.containsKey(cell.getKey()))
                    .map(
                        cell ->
                            arguments(
                                row.get("Marking of one"),
                                row.get("Marking of the other"),
                                cell.getKey(),
                                cell.getValue())));
  }

  private static String seen(Audience audience, String reader) {
    return audience
        .viewOf(READERS.get(reader))
        .map(view -> view.name().toLowerCase(Locale.ROOT))
        .orElse("hidden");
  }

  static Marking marking(String words) {
    List<String> parts = Arrays.asList(words.split(", "));
    if (words.equals("none given")) {
      return new Marking(null, null, null, null, null, null).under("a");
    }
    Marking marking =
        new Marking(
            Tlp.of(parts.getFirst()),
            parts.contains("belongs to b") ? "b" : "a",
            parts.contains("shared with b") ? Set.of("b") : Set.of(),
            parts.contains("bob named") ? Set.of("b/bob") : Set.of(),
            null,
            null);
    return parts.contains("written by alice") ? marking.writtenBy("a/alice") : marking;
  }

  private static Reader reader(String organisation, String name, Tlp clearance, Role... roles) {
    return new Reader(organisation, organisation + "/" + name, Set.of(roles), clearance);
  }

  private static List<Map<String, String>> table(String firstColumn) {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> head = List.of();
    for (String line : lines()) {
      List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).skip(1).toList();
      if (!line.startsWith("|") || cells.getFirst().startsWith("--")) {
        continue;
      }
      if (cells.getFirst().startsWith("Marking")) {
        head = cells;
      } else if (head.getFirst().equals(firstColumn)) {
        Map<String, String> row = new java.util.LinkedHashMap<>();
        for (int column = 0; column < head.size(); column++) {
          row.put(head.get(column), cells.get(column));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<String> lines() {
    try (InputStream table = WhoSeesWhatTest.class.getResourceAsStream("/who-sees-what.md")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
