package org.toguna.cases.incidents.counts;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Folds what writers appended into the sums, in one statement that every reader sees whole or not
 * at all. Counts do not depend on when it runs; only how much there is to add up does.
 */
@ApplicationScoped
class CountFolding {
  private static final Logger LOG = Logger.getLogger(CountFolding.class);
  private static final long LOCK = 0x636f756e74L;
  private static final int AT_ONCE = 20_000;

  /**
   * Beside each type and span the sums keep all types together ({@code *}), and all spans ({@code
   * infinity} to {@code -infinity}, which no period overlaps): whoever leaves one open reads one
   * row.
   */
  private static final String FOLD =
      "with taken as (delete from incident_count_change where seq in (select seq from"
          + " incident_count_change order by seq limit "
          + AT_ONCE
          + ") returning *) insert into incident_count select md5(admits::text || bars::text)::uuid,"
          + " admits, bars, unit, parent, level, kept.month_from, kept.month_to, kept.type, sum(n) from"
          + " taken cross join lateral (values (taken.month_from, taken.month_to, taken.type),"
          + " (taken.month_from, taken.month_to, '*'), ('infinity', '-infinity', taken.type),"
          + " ('infinity', '-infinity', '*')) kept (month_from, month_to, type) group by admits, bars,"
          + " unit, parent, level, kept.month_from, kept.month_to, kept.type having sum(n) <> 0"
          + " on conflict (unit, parent, month_from, month_to, type, class) do update set n ="
          + " incident_count.n + excluded.n";

  private final AgroalDataSource system;
  private final Duration every;
  private final CountDownLatch closing = new CountDownLatch(1);

  CountFolding(
      @DataSource("system") AgroalDataSource system,
      @ConfigProperty(name = "toguna.counts.fold-every", defaultValue = "1S") Duration every) {
    this.system = system;
    this.every = every;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().name("incident-counts").daemon().start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    closing.countDown();
  }

  private void run() {
    try {
      while (!closing.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          fold();
        } catch (SQLException e) {
          LOG.warnf("Counts are folded later: %s", e.getMessage());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void fold() throws SQLException {
    try (Connection connection = system.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        try (var locked =
            statement.executeQuery("select pg_try_advisory_xact_lock(" + LOCK + ")")) {
          if (locked.next() && locked.getBoolean(1)) {
            if (statement.executeUpdate(FOLD) > 0) {
              statement.executeUpdate("delete from incident_count where n = 0");
            }
          }
        }
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }
}
