package org.toguna.cases.gazetteer.imports;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toguna.cases.csv.Row;
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

  /** Of the database: who writes the gazetteer does so alone. */
  static final long LOCK = 0x67617a6574L;

  private final Connection connection;
  private final ImportOrder order;

  GazetteerImport(Connection connection, ImportOrder order) {
    this.connection = connection;
    this.order = order;
  }

  /** Takes a file of places or units. */
  ImportReport run(InputStream body) throws SQLException {
    connection.setAutoCommit(false);
    try (var file = new CsvFile(body, order.charset().orElse(null))) {
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
          "outlines", book -> staged(OutlineImport.take(connection, order, provider, body, book)));
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** Brings a file's rows into the book of units and the staging table. */
  @FunctionalInterface
  private interface Staging {
    void into(UnitBook book) throws SQLException;
  }

  /**
   * Writes what a single act changes, as an import of one row.
   *
   * @param form what kind of act it is
   * @param act writes, and says what became of the entry
   */
  ImportReport act(String form, Act act) throws SQLException {
    connection.setAutoCommit(false);
    try {
      return run(form, _ -> staged(List.of(act.on(connection, order))));
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** What an act does. */
  @FunctionalInterface
  interface Act {
    RowOutcome on(Connection connection, ImportOrder order) throws SQLException;
  }

  private ImportReport run(String form, Staging staging) throws SQLException {
    try {
      new SqlParts().add("select pg_advisory_xact_lock(?)", LOCK).execute(connection);
      new SqlParts().add("truncate place_staging").execute(connection);
      var book = UnitTable.read(connection);
      var upsert = new Upsert(connection, order);
      staging.into(book);
      book.keep(upsert.judge());
      UnitTable.write(connection, book, order);
      upsert.places();
      DoubtfulPoints.flag(connection, order);
      upsert.centroids();
      Elsewhere.flag(connection, order);
      upsert.doubts();
      var report = report(form, book);
      if (order.dryRun()) {
        Trial.keep(connection, order.id().toString(), () -> record(report));
        return report;
      }
      record(report);
      upsert.rows();
      upsert.tell();
      new SqlParts().add("truncate place_staging").execute(connection);
      connection.commit();
      return report;
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    }
  }

  private void stage(CsvFile file, UnitBook book) throws SQLException {
    switch (file.form()) {
      case UNITS -> {
        var coding = order.coding().orElse(DEFAULT_CODING);
        staged(new UnitRows(book).take(file.rows(), coding));
      }
      case PLACES -> {
        try (var copy = new StagingCopy(connection)) {
          stagePlaces(file, book, copy);
          copy.finish();
        }
      }
      case SUCCESSIONS -> {
        var rows = new SuccessionRows(connection, order, book);
        staged(each(file, rows::take));
        rows.finish();
      }
      case TOTALS -> staged(each(file, new TotalRows(connection, order)::take));
    }
  }

  /** What becomes of a row that is no entry of its own. */
  @FunctionalInterface
  private interface Taking {
    RowOutcome take(Row row) throws RowFlaw, SQLException;
  }

  private static List<RowOutcome> each(CsvFile file, Taking taking) throws SQLException {
    var outcomes = new ArrayList<RowOutcome>();
    for (var row : file.rows()) {
      try {
        outcomes.add(taking.take(row));
      } catch (RowFlaw flaw) {
        outcomes.add(RowOutcome.rejected(row, flaw));
      }
    }
    return outcomes;
  }

  private void staged(List<RowOutcome> outcomes) throws SQLException {
    try (var copy = new StagingCopy(connection)) {
      for (var outcome : outcomes) {
        copy.add(outcome);
      }
      copy.finish();
    }
  }

  private void stagePlaces(CsvFile file, UnitBook book, StagingCopy copy) throws SQLException {
    var rows = new PlaceRows(book, order.coding());
    for (var row : file.rows()) {
      int mark = book.mark();
      try {
        switch (rows.take(row)) {
          case PlaceRows.Taken.Place(var place) -> copy.add(place);
          case PlaceRows.Taken.Unit(var outcome) -> copy.add(outcome);
        }
      } catch (RowFlaw flaw) {
        book.backTo(mark);
        copy.add(RowOutcome.rejected(row, flaw));
      }
    }
  }

  private ImportReport report(String form, UnitBook book) throws SQLException {
    Map<String, Integer> counts = new HashMap<>();
    UnitTable.query(
        connection,
        "select outcome, count(*) from place_staging group by outcome",
        row -> counts.put(row.getString(1), row.getInt(2)));
    var flagged = new int[1];
    UnitTable.query(
        connection,
        "select count(*) from place_staging where outcome <> 'rejected' and flags <> '{}'"
            + " and code is not null",
        row -> flagged[0] = row.getInt(1));
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
        first("outcome = 'rejected'"),
        flagged[0],
        first("outcome <> 'rejected' and code is not null"));
  }

  private List<RowOutcome> first(String condition) throws SQLException {
    var rows = new ArrayList<RowOutcome>();
    UnitTable.query(
        connection,
        "select line, outcome, id, pointer, code, detail, coalesce(flags, '{}') from place_staging"
            + " where "
            + condition
            + " order by line limit "
            + ImportReport.SHOWN,
        row -> rows.add(RowOutcome.read(row)));
    return rows;
  }

  private void record(ImportReport report) throws SQLException {
    new SqlParts()
        .add(
            "insert into gazetteer_import (id, form, person, at, created, updated, unchanged,"
                + " rejected, units_created, flagged, dry_run) values (?::uuid, ?, ?,"
                + " ?::timestamptz, ?, ?, ?, ?, ?, ?, ?)",
            order.id(),
            report.form(),
            order.person(),
            Timestamp.from(order.at()),
            report.created(),
            report.updated(),
            report.unchanged(),
            report.rejected(),
            report.unitsCreated(),
            report.flagged(),
            report.dryRun())
        .execute(connection);
    new SqlParts()
        .add(
            "insert into audit_entry (at, person, action, kind, records, detail)"
                + " values (?::timestamptz, ?, ?, 'gazetteer', '{}', ?)",
            Timestamp.from(order.at()),
            order.person(),
            report.dryRun() ? "tried to import" : "imported",
            order.id().toString())
        .execute(connection);
  }
}
