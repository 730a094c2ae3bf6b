package org.toguna.cases.incidents.imports;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.toguna.cases.csv.CsvRows;
import org.toguna.cases.csv.Row;

/**
 * A file of UCDP GED, in the columns of its downloads or in the shorter ones of its per-country
 * files.
 */
final class GedFile implements AutoCloseable {
  private static final List<String> NEEDED =
      List.of(
          "date_start",
          "date_end",
          "type_of_violence",
          "side_a",
          "side_b",
          "country",
          "where_prec",
          "best",
          "high",
          "low");

  private static final Set<String> READ =
      Set.of(
          "event_id",
          "id",
          "relid",
          "year",
          "date_start",
          "date_end",
          "date_prec",
          "type_of_violence",
          "conflict_id",
          "conflict_new_id",
          "conflict_name",
          "dyad_id",
          "dyad_new_id",
          "dyad_name",
          "side_a_id",
          "side_a_new_id",
          "side_a",
          "side_b_id",
          "side_b_new_id",
          "side_b",
          "country",
          "adm_1",
          "adm_2",
          "where_coordinates",
          "where_description",
          "where_prec",
          "latitude",
          "longitude",
          "event_clarity",
          "deaths_a",
          "deaths_b",
          "deaths_civilians",
          "deaths_unknown",
          "best",
          "high",
          "low",
          "number_of_sources",
          "sources",
          "source_office",
          "source_date",
          "source_headline");

  /** What the downloads have besides: codes of other sets, and what other columns say as well. */
  private static final Set<String> SAID_ELSEWHERE =
      Set.of(
          "active_year",
          "code_status",
          "conflict_dset_id",
          "dyad_dset_id",
          "side_a_dset_id",
          "side_b_dset_id",
          "source_article",
          "source_original",
          "geom_wkt",
          "priogrid_gid",
          "country_id",
          "region",
          "gwnoa",
          "gwnob");

  private static final Set<String> KNOWN =
      Stream.concat(READ.stream(), SAID_ELSEWHERE.stream()).collect(Collectors.toSet());

  private final CsvRows csv;

  /**
   * @throws org.toguna.kit.problems.Refusal if it is no such file
   */
  GedFile(InputStream body) {
    csv = new CsvRows(body);
    csv.mustHave(csv.columns().contains("id") ? List.of("id") : List.of("event_id"), KNOWN);
    csv.mustHave(NEEDED, KNOWN);
  }

  Iterable<Row> rows() {
    return csv.rows();
  }

  /** Reads the file through: how many rows it has, if it can be read to its end. */
  static int count(InputStream body) {
    try (var file = new GedFile(body)) {
      int rows = 0;
      for (var _ : file.rows()) {
        rows++;
      }
      return rows;
    }
  }

  @Override
  public void close() {
    csv.close();
  }
}
