package org.toguna.cases.gazetteer.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.apache.commons.io.input.BOMInputStream;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.values.Flaw;

/** A provider's file, told by its header to hold places or units, and read row by row. */
final class CsvFile implements AutoCloseable {
  private static final Set<String> UNIT_COLUMNS =
      Set.of(
          "country",
          "level",
          "pcode",
          "name",
          "alt_names",
          "parent_pcode",
          "valid_from",
          "valid_to",
          "unit_id",
          "parent_id",
          "source");
  private static final List<String> UNIT_MUST_HAVE =
      List.of("country", "level", "pcode", "name", "parent_pcode");
  private static final Set<String> PLACE_COLUMNS =
      Set.of(
          "place_id",
          "source",
          "source_id",
          "name",
          "ascii_name",
          "alt_names",
          "lat",
          "lon",
          "country",
          "feature_class",
          "feature_code",
          "admin1_name",
          "admin1_pcode",
          "admin2_name",
          "admin2_pcode",
          "admin3_name",
          "admin3_pcode",
          "pcode",
          "population",
          "source_date",
          "valid_from",
          "valid_to");
  private static final List<String> PLACE_MUST_HAVE =
      List.of("place_id", "source", "source_id", "name", "lat", "lon", "country");

  private final CSVParser parser;
  private final Form form;

  /** What a file can hold. */
  enum Form {
    PLACES,
    UNITS;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  CsvFile(InputStream body) {
    try {
      Reader text =
          new InputStreamReader(
              BOMInputStream.builder().setInputStream(body).get(),
              StandardCharsets.UTF_8
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPORT)
                  .onUnmappableCharacter(CodingErrorAction.REPORT));
      parser =
          CSVFormat.RFC4180
              .builder()
              .setHeader()
              .setSkipHeaderRecord(true)
              .setIgnoreEmptyLines(true)
              .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
              .get()
              .parse(text);
    } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
      throw unreadable(e, 1);
    }
    form = formOf(parser.getHeaderNames());
  }

  Form form() {
    return form;
  }

  /** The rows, each once, while the body is being read. */
  Iterable<Row> rows() {
    var records = parser.iterator();
    return () ->
        new Iterator<>() {
          private long before = parser.getCurrentLineNumber();
          private boolean ahead;

          @Override
          public boolean hasNext() {
            if (!ahead) {
              before = parser.getCurrentLineNumber();
              ahead = true;
            }
            try {
              return records.hasNext();
            } catch (UncheckedIOException | IllegalStateException e) {
              throw unreadable(e, before + 1);
            }
          }

          @Override
          public Row next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            ahead = false;
            return new Row((int) before + 1, records.next());
          }
        };
  }

  private static Form formOf(List<String> given) {
    var columns = given.stream().map(String::strip).toList();
    boolean units = columns.contains("parent_pcode");
    var known = units ? UNIT_COLUMNS : PLACE_COLUMNS;
    var flaws =
        new ArrayList<>(
            (units ? UNIT_MUST_HAVE : PLACE_MUST_HAVE)
                .stream()
                    .filter(column -> !columns.contains(column))
                    .map(
                        column ->
                            new Flaw(
                                "/" + column,
                                "missing-column",
                                "The header lacks the column " + column + "."))
                    .toList());
    columns.stream()
        .filter(column -> !known.contains(column))
        .map(
            column ->
                new Flaw(
                    "/" + column,
                    "unknown-column",
                    "This column would be read by nobody. Known are: "
                        + String.join(", ", new TreeSet<>(known))
                        + "."))
        .forEach(flaws::add);
    if (!flaws.isEmpty()) {
      throw Refusal.invalid(flaws);
    }
    return units ? Form.UNITS : Form.PLACES;
  }

  private static Refusal unreadable(Exception e, long line) {
    var cause = e.getCause() == null ? e : e.getCause();
    var what =
        cause instanceof CharacterCodingException
            ? "The file is not UTF-8"
            : cause instanceof CSVException || e instanceof IllegalStateException
                ? "The file is no CSV of RFC 4180 (a quote that never ends, perhaps)"
                : "The file could not be read";
    return new Refusal(
        ProblemType.MALFORMED_REQUEST,
        "%s, at about line %d. Nothing was imported.".formatted(what, line));
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
