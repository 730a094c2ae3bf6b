package org.toguna.cases.coverage.gaps;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.toguna.kit.db.DatabaseTrouble;
import org.toguna.kit.db.SqlParts;

/**
 * Follows the change log and has every change looked at, once a second and off every request: no
 * answer may come slower because somebody else keeps a list. How far it came is kept, so a change
 * is looked at again rather than never, and what could not be looked at is tried again, later each
 * time, until it can; one instance at a time does it.
 */
@ApplicationScoped
class GapWatch {
  private static final Logger LOG = Logger.getLogger(GapWatch.class);
  private static final long LOCK = 0x6c697374676170L;
  private static final int BATCH = 200;
  private static final int LONGEST_WAIT_MINUTES = 60;

  /** Below the oldest running transaction: a late commit is never skipped. */
  private static final String CHANGES =
      "select c.xid::text, c.seq, c.kind, c.record_id from change c, list_gap_watch w"
          + " where (c.xid, c.seq) > (w.xid, w.seq)"
          + " and c.xid < pg_snapshot_xmin(pg_current_snapshot()) order by c.xid, c.seq limit "
          + BATCH;

  private static final String AGAIN =
      "select kind, record_id from list_gap_again where due_at <= now() order by due_at limit 20";
  private static final String FAILED =
      "insert into list_gap_again as a (kind, record_id, due_at) values (?::text, ?::uuid, now() +"
          + " interval '1 minute') on conflict (kind, record_id) do update set failures = a.failures"
          + " + 1, due_at = now() + make_interval(mins => least(a.failures + 1, "
          + LONGEST_WAIT_MINUTES
          + "))";

  private final AgroalDataSource system;
  private final ListGaps gaps;
  private final CountDownLatch closing = new CountDownLatch(1);

  GapWatch(@DataSource("system") AgroalDataSource system, ListGaps gaps) {
    this.system = system;
    this.gaps = gaps;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().name("gap-watch").daemon().start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    closing.countDown();
  }

  private record Changed(String kind, UUID record) {}

  private record Batch(List<Changed> changes, String xid, long seq) {}

  private void run() {
    try {
      while (!closing.await(1, TimeUnit.SECONDS)) {
        try {
          while (follow() == BATCH && closing.getCount() > 0) {
            LOG.debug("The watch for list gaps has more to read");
          }
        } catch (SQLException | DatabaseTrouble e) {
          LOG.warnf("The watch for list gaps waits: %s", e.getMessage());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int follow() throws SQLException {
    try (Connection connection = system.getConnection()) {
      connection.setAutoCommit(false);
      try {
        if (!locked(connection)) {
          return 0;
        }
        Batch batch = next(connection);
        for (Changed changed : new LinkedHashSet<>(batch.changes())) {
          look(connection, changed);
        }
        if (!batch.changes().isEmpty()) {
          keep(connection, batch);
        }
        for (Changed changed : dueAgain(connection)) {
          look(connection, changed);
        }
        connection.commit();
        return batch.changes().size();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  /** One record that cannot be judged must not keep all others from being looked at. */
  private void look(Connection connection, Changed changed) throws SQLException {
    try {
      gaps.considerIncident(changed.kind(), changed.record());
      new SqlParts()
          .add(
              "delete from list_gap_again where kind = ?::text and record_id = ?::uuid",
              changed.kind(),
              changed.record())
          .execute(connection);
    } catch (DatabaseTrouble e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.errorf(e, "Could not look for list gaps: %s %s", changed.kind(), changed.record());
      new SqlParts().add(FAILED, changed.kind(), changed.record()).execute(connection);
    }
  }

  private static List<Changed> dueAgain(Connection connection) throws SQLException {
    var due = new ArrayList<Changed>();
    try (PreparedStatement select = connection.prepareStatement(AGAIN);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        due.add(new Changed(rows.getString(1), rows.getObject(2, UUID.class)));
      }
    }
    return due;
  }

  private static Batch next(Connection connection) throws SQLException {
    var changes = new ArrayList<Changed>();
    String xid = "0";
    long seq = 0;
    try (PreparedStatement select = connection.prepareStatement(CHANGES);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        xid = rows.getString(1);
        seq = rows.getLong(2);
        changes.add(new Changed(rows.getString(3), rows.getObject(4, UUID.class)));
      }
    }
    return new Batch(changes, xid, seq);
  }

  private static void keep(Connection connection, Batch batch) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update list_gap_watch set xid = ?::xid8, seq = ?")) {
      update.setString(1, batch.xid());
      update.setLong(2, batch.seq());
      update.executeUpdate();
    }
  }

  private static boolean locked(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
      lock.setLong(1, LOCK);
      try (ResultSet row = lock.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
