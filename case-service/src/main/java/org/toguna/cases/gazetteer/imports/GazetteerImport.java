package org.toguna.cases.gazetteer.imports;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.toguna.cases.csv.RowFlaw;
import org.toguna.cases.gazetteer.imports.RowOutcome.Kind;
import org.toguna.kit.db.SqlParts;

/**
 * One import of one file, in one transaction: when it ends all good rows stand with their names,
 * history and events, or, if it fails or was a dry run, none.
 */
final class GazetteerImport {
  /** Units of a file that does not name its edition belong to the common operational boundaries. */
  private static final String DEFAULT_CODING = "COD-AB";

  private static final long LOCK = 0x67617a6574L;

  private final Connection connection;
  private final ImportOrder order;

  GazetteerImport(Connection connection, ImportOrder order) {
    this.connection = connection;
    this.order = order;
  }

  /** Takes a file of places or units. */
  ImportReport run(InputStream body) throws SQLException {
    connection.setAutoCommit(false);
    try (var file = new CsvFile(body)) {
      return run(file.form().word(), book -> stage(file, book));
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /**
   * Takes a feature collection of outlines.
   *
   * @param provider who drew them, in which edition
   */
  ImportReport outlines(InputStream body, String provider) throws SQLException {
    connection.setAutoCommit(false);
    try {
      return run(
          "outlines",
          book -> {
            var outcomes = OutlineImport.take(connection, order, provider, body, book);
            try (var copy = new StagingCopy(connection)) {
              for (var outcome : outcomes) {
                copy.add(outcome);
              }
              copy.finish();
            }
          });
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** Brings a file's rows into the book of units and the staging table. */
  @FunctionalInterface
  private interface Staging {
    void into(UnitBook book) throws SQLException;
  }

  private ImportReport run(String form, Staging staging) throws SQLException {
    try {
      new SqlParts().add("select pg_advisory_xact_lock(?)", LOCK).execute(connection);
      new SqlParts().add("truncate place_staging").execute(connection);
      var book = UnitTable.read(connection);
      var upsert = new Upsert(connection, order);
      staging.into(book);
      UnitTable.write(connection, book, order);
      upsert.places();
      upsert.centroids();
      Elsewhere.flag(connection, order);
      var report = report(form, book);
      record(report);
      upsert.rows();
      upsert.tell();
      new SqlParts().add("truncate place_staging").execute(connection);
      if (order.dryRun()) {
        connection.rollback();
      } else {
        connection.commit();
      }
      return report;
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    }
  }

  private void stage(CsvFile file, UnitBook book) throws SQLException {
    try (var copy = new StagingCopy(connection)) {
      if (file.form() == CsvFile.Form.UNITS) {
        var coding = order.coding().orElse(DEFAULT_CODING);
        for (var row : new UnitRows(book).take(file.rows(), coding)) {
          copy.add(row);
        }
        copy.finish();
        return;
      }
      var rows = new PlaceRows(book, order.coding());
      for (var row : file.rows()) {
        try {
          switch (rows.take(row)) {
            case PlaceRows.Taken.Place(var place) -> copy.add(place);
            case PlaceRows.Taken.Unit(var outcome) -> copy.add(outcome);
          }
        } catch (RowFlaw flaw) {
          copy.add(RowOutcome.rejected(row, flaw));
        }
      }
      copy.finish();
    }
  }

  private ImportReport report(String form, UnitBook book) throws SQLException {
    Map<String, Integer> counts = new HashMap<>();
    UnitTable.query(
        connection,
        "select outcome, count(*) from place_staging group by outcome",
        row -> counts.put(row.getString(1), row.getInt(2)));
    var rejected = new ArrayList<RowOutcome>();
    UnitTable.query(
        connection,
        "select line, pointer, code, detail from place_staging where outcome = 'rejected'"
            + " order by line limit "
            + ImportReport.SHOWN,
        row ->
            rejected.add(
                new RowOutcome(
                    row.getInt(1),
                    Kind.REJECTED,
                    null,
                    row.getString(2),
                    row.getString(3),
                    row.getString(4))));
    var by = new EnumMap<Kind, Integer>(Kind.class);
    for (var kind : Kind.values()) {
      by.put(kind, counts.getOrDefault(kind.word(), 0));
    }
    return new ImportReport(
        order.id(),
        form,
        order.dryRun(),
        by.get(Kind.CREATED),
        by.get(Kind.UPDATED),
        by.get(Kind.UNCHANGED),
        by.get(Kind.REJECTED),
        form.equals("places") ? book.createdUnits() : 0,
        rejected);
  }

  private void record(ImportReport report) throws SQLException {
    new SqlParts()
        .add(
            "insert into gazetteer_import values (?::uuid, ?, ?, ?::timestamptz, ?, ?, ?, ?, ?)",
            order.id(),
            report.form(),
            order.person(),
            Timestamp.from(order.at()),
            report.created(),
            report.updated(),
            report.unchanged(),
            report.rejected(),
            report.unitsCreated())
        .execute(connection);
    new SqlParts()
        .add(
            "insert into audit_entry (at, person, action, kind, records, detail)"
                + " values (?::timestamptz, ?, 'imported', 'gazetteer', '{}', ?)",
            Timestamp.from(order.at()),
            order.person(),
            order.id().toString())
        .execute(connection);
  }
}
