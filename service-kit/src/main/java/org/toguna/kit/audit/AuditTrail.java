package org.toguna.kit.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.DatabaseTrouble;
import org.toguna.kit.db.GroupCommit;
import org.toguna.kit.marking.Reader;

/**
 * Notes what readers were given. The answer waits until its entry is committed, together with those
 * of all who asked meanwhile: one commit for many readers.
 */
@ApplicationScoped
public class AuditTrail {
  private final GroupCommit<Entry> commits;

  AuditTrail(@DataSource("system") AgroalDataSource system) {
    this.commits = new GroupCommit<>("audit-trail", system, AuditTrail::write);
  }

  private record Entry(
      Instant at,
      String person,
      String action,
      String kind,
      List<UUID> records,
      @Nullable String detail) {}

  void start(@Observes StartupEvent event) {
    commits.start();
  }

  void stop(@Observes ShutdownEvent event) {
    commits.stop();
  }

  /**
   * Notes one reading and waits until it is committed.
   *
   * @throws DatabaseTrouble if it could not be noted in time: then nothing may be shown
   */
  public void note(Reader reader, String action, String kind, Collection<UUID> records) {
    note(reader, action, kind, records, null);
  }

  /** As {@link #note(Reader, String, String, Collection)}, with a word on why or how. */
  public void note(
      Reader reader,
      String action,
      String kind,
      Collection<UUID> records,
      @Nullable String detail) {
    commits
        .submit(
            new Entry(Instant.now(), reader.person(), action, kind, List.copyOf(records), detail))
        .await();
  }

  private static void write(Connection connection, List<Entry> group) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into audit_entry (at, person, action, kind, records, detail)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      for (Entry entry : group) {
        insert.setTimestamp(1, Timestamp.from(entry.at()));
        insert.setString(2, entry.person());
        insert.setString(3, entry.action());
        insert.setString(4, entry.kind());
        insert.setArray(5, connection.createArrayOf("uuid", entry.records().toArray()));
        insert.setString(6, entry.detail());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
