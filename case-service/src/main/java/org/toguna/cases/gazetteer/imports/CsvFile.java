package org.toguna.cases.gazetteer.imports;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  private final CsvRows csv;
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
    csv = new CsvRows(body);
    form = csv.columns().contains("parent_pcode") ? Form.UNITS : Form.PLACES;
    boolean units = form == Form.UNITS;
    csv.mustHave(units ? UNIT_MUST_HAVE : PLACE_MUST_HAVE, units ? UNIT_COLUMNS : PLACE_COLUMNS);
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
