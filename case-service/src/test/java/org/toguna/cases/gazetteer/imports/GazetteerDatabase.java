package org.toguna.cases.gazetteer.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.toguna.test.RealParts;

/**
 * A real database of its own with the gazetteer's tables, and the words to fill and question it.
 */
final class GazetteerDatabase implements AutoCloseable {
  private final RealParts parts = new RealParts();
  private final Map<String, String> settings;
  private final Connection connection;

  GazetteerDatabase() throws SQLException {
    parts.init(Map.of("service", "cases"));
    settings = parts.start();
    Flyway.configure()
        .dataSource(
            settings.get("TOGUNA_DB_URL"),
            settings.get("quarkus.flyway.username"),
            settings.get("quarkus.flyway.password"))
        .locations("db/migration/kit", "db/migration/cases")
        .load()
        .migrate();
    connection =
        DriverManager.getConnection(
            settings.get("TOGUNA_DB_URL"),
            settings.get("quarkus.datasource.system.username"),
            settings.get("quarkus.datasource.system.password"));
  }

  ImportReport load(String csv) throws SQLException {
    return load(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), false);
  }

  ImportReport tryOut(String csv) throws SQLException {
    return load(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), true);
  }

  /** A file as its sender declares it. */
  ImportReport load(byte[] file, @Nullable String charset) throws SQLException {
    var order =
        new ImportOrder(
            UUID.randomUUID(),
            Optional.empty(),
            Optional.ofNullable(charset),
            false,
            "ngo-a/ann",
            Instant.now());
    return new GazetteerImport(connection, order).run(new ByteArrayInputStream(file));
  }

  ImportReport load(Path file) throws SQLException, IOException {
    return load(file, null);
  }

  ImportReport load(Path file, @Nullable String coding) throws SQLException, IOException {
    try (var body = Files.newInputStream(file)) {
      return load(body, false, coding);
    }
  }

  ImportReport outlines(Path file, String provider, @Nullable String coding)
      throws SQLException, IOException {
    try (var body = Files.newInputStream(file)) {
      var order =
          new ImportOrder(
              UUID.randomUUID(),
              Optional.ofNullable(coding),
              Optional.empty(),
              false,
              "ngo-a/ann",
              Instant.now());
      return new GazetteerImport(connection, order).outlines(body, provider);
    }
  }

  private ImportReport load(InputStream body, boolean dryRun) throws SQLException {
    return load(body, dryRun, null);
  }

  private ImportReport load(InputStream body, boolean dryRun, @Nullable String coding)
      throws SQLException {
    var order =
        new ImportOrder(
            UUID.randomUUID(),
            Optional.ofNullable(coding),
            Optional.empty(),
            dryRun,
            "ngo-a/ann",
            Instant.now());
    return new GazetteerImport(connection, order).run(body);
  }

  static String sample(String name) throws IOException {
    try (var in = GazetteerDatabase.class.getResourceAsStream("/gazetteer/" + name + ".csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  void tellAgain() throws SQLException {
    new PlacesSaidAgain().sayAgain(connection);
  }

  String one(String sql) throws SQLException {
    var all = all(sql);
    return all.isEmpty() ? "" : all.getFirst();
  }

  List<String> all(String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  void execute(String sql) throws SQLException {
    try (var owner = DriverManager.getConnection(settings.get("toguna.test.superuser-url"));
        var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of the first row, whoever may see it. */
  String superuser(String sql) throws SQLException {
    try (var owner = DriverManager.getConnection(settings.get("toguna.test.superuser-url"));
        var statement = owner.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : "";
    }
  }

  /** What the service does at its start. */
  int foldAnew() throws SQLException {
    connection.setAutoCommit(false);
    try {
      int changed = NamesAnew.fold(connection);
      connection.commit();
      return changed;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  void empty() throws SQLException {
    execute(
        "truncate succession, division_total, outbox, gazetteer_history, gazetteer_import_row,"
            + " place_name, place, unit_outline_at_zoom, unit_outline, unit, unit_coding,"
            + " gazetteer_import, audit_entry");
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    parts.stop();
  }
}
