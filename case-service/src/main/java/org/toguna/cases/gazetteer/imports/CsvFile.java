package org.toguna.cases.gazetteer.imports;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.csv.CsvRows;
import org.toguna.cases.csv.Row;

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

  private static final List<String> SUCCESSION_MUST_HAVE =
      List.of("entry", "replaced_by", "day", "source");
  private static final Set<String> SUCCESSION_COLUMNS =
      Set.of("entry", "replaced_by", "day", "source", "extent");
  private static final List<String> TOTAL_COLUMNS =
      List.of("division", "level", "number", "published", "source");

  private final CsvRows csv;
  private final Form form;

  /** What a file can hold. */
  enum Form {
    PLACES,
    UNITS,
    SUCCESSIONS,
    TOTALS;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param charset the one that the sender declares, if any
   */
  CsvFile(InputStream body, @Nullable String charset) {
    csv = new CsvRows(body, charset);
    form = form(csv.columns());
    switch (form) {
      case PLACES -> csv.mustHave(PLACE_MUST_HAVE, PLACE_COLUMNS);
      case UNITS -> csv.mustHave(UNIT_MUST_HAVE, UNIT_COLUMNS);
      case SUCCESSIONS -> csv.mustHave(SUCCESSION_MUST_HAVE, SUCCESSION_COLUMNS);
      case TOTALS -> csv.mustHave(TOTAL_COLUMNS, Set.copyOf(TOTAL_COLUMNS));
    }
  }

  private static Form form(List<String> columns) {
    if (columns.contains("replaced_by")) {
      return Form.SUCCESSIONS;
    }
    if (columns.contains("division")) {
      return Form.TOTALS;
    }
    return columns.contains("parent_pcode") ? Form.UNITS : Form.PLACES;
  }

  Form form() {
    return form;
  }

  /** The rows, each once, while the body is being read. */
  Iterable<Row> rows() {
    return csv.rows();
  }

  @Override
  public void close() {
    csv.close();
  }
}
