package org.toguna.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Resident memory as Linux tells it. A page that PostgreSQL's processes share is counted once: of
 * each process its private pages and its share of the common ones ({@code Pss}).
 */
final class Resident {
  private Resident() {}

  static double megabytes(ProcessHandle process, boolean withChildren) {
    Stream<ProcessHandle> all =
        withChildren
            ? Stream.concat(Stream.of(process), process.descendants())
            : Stream.of(process);
    return all.mapToDouble(one -> kilobytes(one.pid())).sum() / 1024;
  }

  private static double kilobytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
          .sum();
    } catch (IOException | java.io.UncheckedIOException gone) {
      return 0;
    }
  }
}
