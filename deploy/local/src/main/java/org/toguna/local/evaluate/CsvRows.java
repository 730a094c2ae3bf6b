package org.toguna.local.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.toguna.parts.PartFailed;

/** The rows of a file with a header, all columns that are needed being there. */
final class CsvRows {

  private CsvRows() {}

  static List<CSVRecord> of(Path file, String... needed) {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = Files.newBufferedReader(file);
        var parser = format.parse(reader)) {
      for (var column : needed) {
        if (!parser.getHeaderNames().contains(column)) {
          throw new PartFailed("%s has no column %s".formatted(file, column));
        }
      }
      return parser.getRecords();
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new PartFailed("%s cannot be read: %s".formatted(file, unreadable.getMessage()));
    }
  }
}
