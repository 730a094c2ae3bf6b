package org.toguna.cases.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
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

/** The rows of a file of RFC 4180 in UTF-8, under a header whose columns are all understood. */
public final class CsvRows implements AutoCloseable {
  private final CSVParser parser;

  /**
   * Reads the header.
   *
   * @throws Refusal if it is no such file
   */
  public CsvRows(InputStream body) {
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
  }

  public List<String> columns() {
    return parser.getHeaderNames().stream().map(String::strip).toList();
  }

  /**
   * Whether the header has what is needed and nothing that nobody would read.
   *
   * @throws Refusal with every column that is missing or unknown
   */
  public void mustHave(Collection<String> needed, Set<String> known) {
    var columns = columns();
    var flaws =
        new ArrayList<>(
            needed.stream()
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
  }

  /** The rows, each once, while the body is being read. */
  public Iterable<Row> rows() {
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
