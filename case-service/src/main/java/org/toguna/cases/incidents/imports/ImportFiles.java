package org.toguna.cases.incidents.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.crypto.KeyRing;
import org.toguna.kit.crypto.RecordKey;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.marking.Reader;

/**
 * Files of jobs, kept in chunks that are sealed under a key of the job. Read as a stream: no more
 * than one chunk is in memory.
 */
@ApplicationScoped
class ImportFiles {
  private static final int CHUNK = 256 * 1024;
  private final KeyRing keys;
  private final ReaderSql sql;

  ImportFiles(KeyRing keys, ReaderSql sql) {
    this.keys = keys;
    this.sql = sql;
  }

  byte[] freshKey(UUID job) {
    return keys.freshWrapped(job);
  }

  void keep(Connection connection, UUID job, byte[] wrapped, byte[] body) throws SQLException {
    RecordKey key = keys.unwrap(job, wrapped);
    int number = 0;
    for (int from = 0; from < body.length || number == 0; from += CHUNK) {
      byte[] chunk = Arrays.copyOfRange(body, from, Math.min(body.length, from + CHUNK));
      new SqlParts()
          .add(
              "insert into incident_import_chunk values (?::uuid, ?::int, ?::bytea)",
              job,
              number,
              key.seal(chunk, job + "/" + number))
          .execute(connection);
      number++;
    }
  }

  /** The file of a job whose reader it is; each chunk is read when its turn comes. */
  InputStream open(Reader reader, UUID job, byte[] wrapped) {
    RecordKey key = keys.unwrap(job, wrapped);
    return new SequenceInputStream(
        new Enumeration<>() {
          private int number;
          private byte @Nullable [] ahead = chunk(reader, job, 0);

          @Override
          public boolean hasMoreElements() {
            return ahead != null;
          }

          @Override
          public InputStream nextElement() {
            byte[] sealed = ahead;
            if (sealed == null) {
              throw new NoSuchElementException();
            }
            byte[] clear = key.open(sealed, job + "/" + number);
            number++;
            ahead = chunk(reader, job, number);
            return new ByteArrayInputStream(clear);
          }
        });
  }

  private byte @Nullable [] chunk(Reader reader, UUID job, int number) {
    return sql.query(
        reader,
        "select sealed from incident_import_chunk where import_id = ?::uuid and number = ?::int",
        java.util.List.of(job, number),
        row -> row.next() ? row.getBytes(1) : null);
  }

  /** Without its key nothing of the file can be read, whoever holds a copy of the table. */
  void forget(Connection connection, UUID job) throws SQLException {
    new SqlParts()
        .add("delete from incident_import_chunk where import_id = ?::uuid", job)
        .execute(connection);
    new SqlParts()
        .add("update incident_import set file_key = null where id = ?::uuid", job)
        .execute(connection);
  }
}
