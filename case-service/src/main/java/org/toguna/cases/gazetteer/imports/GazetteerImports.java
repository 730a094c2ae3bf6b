package org.toguna.cases.gazetteer.imports;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.gazetteer.PlaceLookup;
import org.toguna.cases.gazetteer.imports.RowOutcome.Kind;
import org.toguna.kit.db.DatabaseTrouble;

/** Runs imports as the system role, and remembers what became of each row. */
@ApplicationScoped
class GazetteerImports {
  private static final Logger LOG = Logger.getLogger(GazetteerImports.class);

  private final AgroalDataSource database;
  private final PlaceLookup lookup;
  private final Clock clock = Clock.systemUTC();

  GazetteerImports(@DataSource("system") AgroalDataSource database, PlaceLookup lookup) {
    this.database = database;
    this.lookup = lookup;
  }

  /**
   * @param charset the one that the sender declares
   */
  ImportReport run(
      InputStream body,
      Optional<String> coding,
      Optional<String> charset,
      boolean dryRun,
      String person) {
    var order =
        new ImportOrder(UUID.randomUUID(), coding, charset, dryRun, person, Instant.now(clock));
    return done(on(connection -> new GazetteerImport(connection, order).run(body)));
  }

  ImportReport outlines(
      InputStream body, String provider, Optional<String> coding, boolean dryRun, String person) {
    var order =
        new ImportOrder(
            UUID.randomUUID(), coding, Optional.empty(), dryRun, person, Instant.now(clock));
    return done(on(connection -> new GazetteerImport(connection, order).outlines(body, provider)));
  }

  /** A single act, written as an import of one row. */
  ImportReport act(String form, String person, GazetteerImport.Act act) {
    var order =
        new ImportOrder(
            UUID.randomUUID(),
            Optional.empty(),
            Optional.empty(),
            false,
            person,
            Instant.now(clock));
    return done(on(connection -> new GazetteerImport(connection, order).act(form, act)));
  }

  private ImportReport done(ImportReport report) {
    LOG.infof(
        "gazetteer import %s: created %d, updated %d, unchanged %d, rejected %d, dry run %s",
        report.id(),
        report.created(),
        report.updated(),
        report.unchanged(),
        report.rejected(),
        report.dryRun());
    if (!report.dryRun()) {
      lookup.refresh();
    }
    return report;
  }

  /** Whose import it was. */
  Optional<String> organisation(UUID id) {
    return on(
        connection -> {
          try (var statement =
              connection.prepareStatement(
                  "select split_part(person, '/', 1) from gazetteer_import where id = ?")) {
            statement.setObject(1, id);
            try (var row = statement.executeQuery()) {
              return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
          }
        });
  }

  Optional<ImportReport> report(UUID id) {
    return on(
        connection -> {
          var rejected = rows(connection, id, Kind.REJECTED, false, 0, ImportReport.SHOWN);
          var flagged = rows(connection, id, null, true, 0, ImportReport.SHOWN);
          try (var statement =
              connection.prepareStatement(
                  "select form, created, updated, unchanged, rejected, units_created,"
                      + " flagged, dry_run from gazetteer_import where id = ?")) {
            statement.setObject(1, id);
            try (var row = statement.executeQuery()) {
              return row.next()
                  ? Optional.of(
                      new ImportReport(
                          id,
                          row.getString(1),
                          row.getBoolean(8),
                          row.getInt(2),
                          row.getInt(3),
                          row.getInt(4),
                          row.getInt(5),
                          row.getInt(6),
                          rejected,
                          row.getInt(7),
                          flagged))
                  : Optional.empty();
            }
          }
        });
  }

  /** The outcomes of an import's rows after a line, in the order of the file. */
  List<RowOutcome> rows(UUID id, @Nullable Kind outcome, boolean flagged, int after, int limit) {
    return on(connection -> rows(connection, id, outcome, flagged, after, limit));
  }

  private static List<RowOutcome> rows(
      Connection connection, UUID id, @Nullable Kind outcome, boolean flagged, int after, int limit)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select line, outcome, id, pointer, code, detail, flags from gazetteer_import_row"
                + " where import_id = ? and line > ?"
                + (flagged ? " and flags <> '{}'" : "")
                + (outcome == null ? "" : " and outcome = '" + outcome.word() + "'")
                + " order by line limit ?")) {
      statement.setObject(1, id);
      statement.setInt(2, after);
      statement.setInt(3, limit);
      try (var row = statement.executeQuery()) {
        var rows = new ArrayList<RowOutcome>();
        while (row.next()) {
          rows.add(RowOutcome.read(row));
        }
        return rows;
      }
    }
  }

  /** Work on a connection of the system role. */
  @FunctionalInterface
  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T on(Work<T> work) {
    try (var connection = database.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }
}
