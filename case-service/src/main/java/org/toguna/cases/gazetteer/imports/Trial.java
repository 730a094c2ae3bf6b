package org.toguna.cases.gazetteer.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.toguna.kit.db.SqlParts;

/**
 * What a trial leaves: what would have become of each row. It is carried over the rollback of
 * everything else in a file, however many rows there are, and kept for a day.
 */
final class Trial {
  private static final String COLUMNS =
      "import_id, line, outcome, id, pointer, code, detail, flags";

  private Trial() {}

  /** The work that says in the database that there was a trial. */
  @FunctionalInterface
  interface Recording {
    void now() throws SQLException;
  }

  static void keep(Connection connection, String id, Recording recording) throws SQLException {
    Path rows = spooled(connection, id);
    try {
      connection.rollback();
      forgetOld(connection);
      recording.now();
      try (var file = Files.newInputStream(rows)) {
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy gazetteer_import_row (" + COLUMNS + ") from stdin", file);
      }
      connection.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      forget(rows);
    }
  }

  private static Path spooled(Connection connection, String id) throws SQLException {
    try {
      var rows = Files.createTempFile("gazetteer-trial", ".rows");
      try (var file = Files.newOutputStream(rows)) {
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(
                "copy (select '%s'::uuid, line, outcome, id, pointer, code, detail, coalesce(flags, '{}') from place_staging) to stdout"
                    .formatted(id),
                file);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void forgetOld(Connection connection) throws SQLException {
    String old = "select id from gazetteer_import where dry_run and at < now() - interval '1 day'";
    new SqlParts()
        .add("delete from gazetteer_import_row where import_id in (" + old + ")")
        .execute(connection);
    new SqlParts()
        .add("delete from gazetteer_import where dry_run and at < now() - interval '1 day'")
        .execute(connection);
  }

  private static void forget(Path rows) {
    try {
      Files.deleteIfExists(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
