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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.DatabaseTrouble;
import org.toguna.kit.marking.Reader;

/**
 * Notes what readers were given. The answer waits until its entry is committed, together with those
 * of all who asked meanwhile: one commit for many readers.
 */
@ApplicationScoped
public class AuditTrail {
  private static final int LARGEST_GROUP = 500;
  private static final int LONGEST_QUEUE = 10_000;
  private static final long PATIENCE_MILLIS = 2_500;

  private final AgroalDataSource system;
  private final ArrayBlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
  private volatile boolean open = true;

  AuditTrail(@DataSource("system") AgroalDataSource system) {
    this.system = system;
  }

  private record Waiting(
      Instant at,
      String person,
      String action,
      String kind,
      List<UUID> records,
      @Nullable String detail,
      CompletableFuture<Void> committed) {}

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().name("audit-trail").daemon().start(this::commitGroups);
  }

  void stop(@Observes ShutdownEvent event) {
    open = false;
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
    var waiting =
        new Waiting(
            Instant.now(),
            reader.person(),
            action,
            kind,
            List.copyOf(records),
            detail,
            new CompletableFuture<>());
    try {
      if (!queue.offer(waiting, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new DatabaseTrouble(new SQLException("The audit queue is full.", "53000"));
      }
      waiting.committed().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseTrouble(new SQLException("Interrupted while noting.", "57014", e));
    } catch (ExecutionException | TimeoutException e) {
      throw new DatabaseTrouble(new SQLException("The audit entry was not committed.", "08006", e));
    }
  }

  private void commitGroups() {
    var group = new ArrayList<Waiting>(LARGEST_GROUP);
    while (open) {
      try {
        Waiting first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first == null) {
          continue;
        }
        group.add(first);
        queue.drainTo(group, LARGEST_GROUP - 1);
        commit(group);
        group.forEach(waiting -> waiting.committed().complete(null));
      } catch (InterruptedException e) {
        open = false;
      } catch (SQLException e) {
        group.forEach(waiting -> waiting.committed().completeExceptionally(e));
      }
      group.clear();
    }
  }

  private void commit(List<Waiting> group) throws SQLException {
    try (Connection connection = system.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into audit_entry (at, person, action, kind, records, detail)"
                    + " values (?, ?, ?, ?, ?, ?)")) {
      connection.setAutoCommit(false);
      for (Waiting waiting : group) {
        insert.setTimestamp(1, Timestamp.from(waiting.at()));
        insert.setString(2, waiting.person());
        insert.setString(3, waiting.action());
        insert.setString(4, waiting.kind());
        insert.setArray(5, connection.createArrayOf("uuid", waiting.records().toArray()));
        insert.setString(6, waiting.detail());
        insert.addBatch();
      }
      insert.executeBatch();
      connection.commit();
      connection.setAutoCommit(true);
    }
  }
}
