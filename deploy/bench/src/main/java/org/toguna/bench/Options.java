package org.toguna.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What to measure and how long.
 *
 * @param rows numbers of the rows wanted
 * @param pairs how often limit and figure take turns
 * @param incidents how many incidents the registry is to hold, one size after the other
 * @param cases how many cases, likewise
 */
record Options(
    Set<Integer> rows,
    int pairs,
    Duration turn,
    Duration warmUp,
    int events,
    int copies,
    List<Integer> incidents,
    List<Integer> cases,
    int imported,
    @Nullable Path json,
    @Nullable Path keep) {

  /** So that a run that does not ask for more stays short. */
  private static final int FEW = 5_000;

  private static final int FEW_CASES = 1_000;

  static Options of(List<String> words) {
    boolean quick = words.contains("--quick");
    return new Options(
        value(words, "--rows")
            .map(
                list ->
                    Arrays.stream(list.split(","))
                        .map(Integer::parseInt)
                        .collect(Collectors.toSet()))
            .orElseGet(() -> IntStream.rangeClosed(1, 16).boxed().collect(Collectors.toSet())),
        quick ? 3 : 5,
        Duration.ofMillis(quick ? 700 : 2_000),
        Duration.ofSeconds(value(words, "--warm-up").map(Integer::parseInt).orElse(quick ? 3 : 12)),
        value(words, "--events").map(Integer::parseInt).orElse(quick ? 20_000 : 200_000),
        quick ? 9 : 49,
        sizes(words, "--incidents", FEW),
        sizes(words, "--cases", FEW_CASES),
        quick ? 500 : 5_000,
        value(words, "--json").map(Path::of).orElse(null),
        value(words, "--keep").map(Path::of).orElse(null));
  }

  private static List<Integer> sizes(List<String> words, String name, int few) {
    return value(words, name)
        .map(list -> Arrays.stream(list.split(",")).map(Integer::parseInt).sorted().toList())
        .orElse(List.of(few));
  }

  private static java.util.Optional<String> value(List<String> words, String name) {
    int at = words.indexOf(name);
    if (at < 0) {
      return java.util.Optional.empty();
    }
    if (at + 1 == words.size()) {
      throw new IllegalArgumentException(name + " needs a value");
    }
    return java.util.Optional.of(words.get(at + 1));
  }

  boolean wants(int row) {
    return rows.contains(row);
  }

  boolean wantsAnyOf(Integer... any) {
    return Arrays.stream(any).anyMatch(rows::contains);
  }
}
