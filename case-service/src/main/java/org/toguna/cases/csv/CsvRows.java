package org.toguna.cases.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
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
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.values.Flaw;

/**
 * The rows of a file of RFC 4180, or of its relatives that separate by semicolon, tab or bar, under
 * a header whose columns are all understood. A row of HXL tags below the header is passed over.
 */
public final class CsvRows implements AutoCloseable {
  private static final String SEPARATORS = ",;\t|";
  private static final String SAID_SEPARATOR = "sep=";
  private static final int LONGEST_HEADER = 1 << 16;

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final CsvColumns columns;

  /** Lines above the header: what spreadsheets say of the separator. */
  private int above;

  /** A row that was read to see whether it is one. */
  private @Nullable Row first;

  /**
   * Reads the header.
   *
   * @throws Refusal if it is no such file
   */
  public CsvRows(InputStream body) {
    this(body, null);
  }

  /**
   * @param charset the one that the sender declares; UTF-8 if null, and if no byte order mark says
   *     otherwise
   */
  public CsvRows(InputStream body, @Nullable String charset) {
    try {
      var text = CsvText.reader(body, charset);
      parser =
          CSVFormat.RFC4180
              .builder()
              .setDelimiter(separator(text))
              .setIgnoreEmptyLines(true)
              .get()
              .parse(text);
      records = parser.iterator();
      if (!records.hasNext()) {
        throw Refusal.invalid(
            List.of(
                new Flaw(
                    "", "empty-file", "The file is empty: its first line names the columns.")));
      }
      columns = new CsvColumns(records.next(), parser.getCurrentLineNumber() + above);
      long before = parser.getCurrentLineNumber();
      if (records.hasNext()) {
        var record = records.next();
        first = CsvColumns.isHxl(record) ? null : row(before, record);
      }
    } catch (IOException
        | IllegalArgumentException
        | IllegalStateException
        | UncheckedIOException e) {
      throw unreadable(e, 1);
    }
  }

  /** What stands between the columns of the header most often, unless the file says it itself. */
  private char separator(BufferedReader text) throws IOException {
    text.mark(LONGEST_HEADER);
    var said = text.readLine();
    if (said != null && said.strip().startsWith(SAID_SEPARATOR) && said.strip().length() == 5) {
      above = 1;
      return said.strip().charAt(4);
    }
    text.reset();
    text.mark(LONGEST_HEADER);
    var counts = new int[SEPARATORS.length()];
    boolean quoted = false;
    boolean begun = false;
    for (int i = 0; i < LONGEST_HEADER - 1; i++) {
      int c = text.read();
      if (c < 0 || begun && !quoted && (c == '\n' || c == '\r')) {
        break;
      }
      begun |= !Character.isWhitespace(c);
      quoted ^= c == '"';
      int which = quoted ? -1 : SEPARATORS.indexOf(c);
      if (which >= 0) {
        counts[which]++;
      }
    }
    text.reset();
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return SEPARATORS.charAt(most);
  }

  public List<String> columns() {
    return columns.names();
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
    return () ->
        new Iterator<>() {
          private long before = parser.getCurrentLineNumber();
          private boolean ahead;

          @Override
          public boolean hasNext() {
            if (first != null) {
              return true;
            }
            if (!ahead) {
              before = parser.getCurrentLineNumber();
              ahead = true;
            }
            try {
              return records.hasNext();
            } catch (UncheckedIOException | IllegalStateException e) {
              throw unreadable(e, before + above + 1);
            }
          }

          @Override
          public Row next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            var row = first;
            if (row != null) {
              first = null;
              return row;
            }
            ahead = false;
            return row(before, records.next());
          }
        };
  }

  private Row row(long before, CSVRecord record) {
    return new Row((int) before + above + 1, record, columns);
  }

  private static Refusal unreadable(Exception e, long line) {
    var cause = e.getCause() == null ? e : e.getCause();
    var what =
        cause instanceof CharacterCodingException
            ? "The file is not in the encoding that it should be (UTF-8, unless it says otherwise)"
            : cause instanceof CSVException || e instanceof IllegalStateException
                ? "The file is no CSV of RFC 4180 (a quote that never ends, perhaps)"
                : "The file could not be read";
    var remedy = cause instanceof CharacterCodingException ? " " + CsvText.REMEDY : "";
    return new Refusal(
        ProblemType.MALFORMED_REQUEST,
        "%s, at about line %d.%s Nothing was imported.".formatted(what, line, remedy));
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
