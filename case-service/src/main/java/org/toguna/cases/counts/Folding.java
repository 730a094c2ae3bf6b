package org.toguna.cases.counts;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Folds what writers appended into sums, in one statement that every reader sees whole or not at
 * all. Counts do not depend on when it runs; only how much there is to add up does.
 */
public final class Folding {
  private static final Logger LOG = Logger.getLogger(Folding.class);

  private final AgroalDataSource system;
  private final Duration every;
  private final Sums sums;
  private final CountDownLatch closing = new CountDownLatch(1);

  public Folding(AgroalDataSource system, Duration every, Sums sums) {
    this.system = system;
    this.every = every;
    this.sums = sums;
  }

  /**
   * The sums of one table.
   *
   * @param lock of the database, so that one instance folds at a time
   * @param fold takes changes away and adds them to the sums
   * @param tidy takes sums of nothing away
   */
  public record Sums(String name, long lock, String fold, String tidy) {}

  public void start() {
    Thread.ofPlatform().name(sums.name()).daemon().start(this::run);
  }

  public void stop() {
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
            statement.executeQuery("select pg_try_advisory_xact_lock(" + sums.lock() + ")")) {
          if (locked.next() && locked.getBoolean(1) && statement.executeUpdate(sums.fold()) > 0) {
            statement.executeUpdate(sums.tidy());
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
