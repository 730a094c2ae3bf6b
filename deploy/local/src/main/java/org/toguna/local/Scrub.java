package org.toguna.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.toguna.parts.PartFailed;
import org.toguna.parts.Postgres;

/**
 * Removes from the database's files what has left its tables: rewrites every table and index, the
 * planner's samples of them, and lets go of the log that still tells of them.
 */
final class Scrub {

  private static final Duration OLDER_END_WITHIN = Duration.ofMinutes(2);

  private final Home home;
  private final Voice voice = new Voice();

  Scrub(Home home) {
    this.home = home;
  }

  int run() {
    var state =
        StackState.read(home)
            .filter(StackState::isRunning)
            .orElseThrow(() -> new PartFailed("the stack is not running; `./toguna up` starts it"));
    var postgres =
        new Postgres(
            home.data().resolve("postgres"),
            state.layout().postgres(),
            Secrets.of(home).get("postgres"),
            Map.of());
    try {
      for (var service : Service.values()) {
        rewrite(postgres, service);
      }
      forgetLog(postgres);
    } catch (SQLException e) {
      throw new PartFailed("the scrub did not finish: " + e.getMessage(), e);
    }
    voice.say("the files hold what the tables hold, and nothing older; see docs/operations.md");
    return 0;
  }

  private void rewrite(Postgres postgres, Service service) throws SQLException {
    try (var connection = DriverManager.getConnection(postgres.superuserUrl(service.database()));
        var statement = connection.createStatement()) {
      voice.say("rewriting the tables of " + service.module());
      awaitOlderTransactions(connection);
      // The planner keeps samples of what columns hold; of a table that has become empty it would
      // keep
      // the last ones.
      statement.execute(
          "delete from pg_catalog.pg_statistic where starelid in (select oid from pg_class where"
              + " relnamespace = 'public'::regnamespace)");
      for (var table : tables(connection)) {
        statement.execute("vacuum (full, analyze) " + table);
      }
      awaitOlderTransactions(connection);
      statement.execute("vacuum (full) pg_catalog.pg_statistic");
      statement.execute("vacuum (full) pg_catalog.pg_statistic_ext_data");
    }
  }

  /** As long as one is open that began before, what was deleted before is still kept for it. */
  private static void awaitOlderTransactions(Connection connection) throws SQLException {
    var deadline = System.nanoTime() + OLDER_END_WITHIN.toNanos();
    try (var select =
            connection.prepareStatement(
                "select application_name, xact_start from pg_stat_activity where datname ="
                    + " current_database() and pid <> pg_backend_pid() and xact_start < ?"
                    + " order by xact_start limit 1");
        var clock = connection.prepareStatement("select clock_timestamp()");
        var now = clock.executeQuery()) {
      now.next();
      select.setObject(1, now.getObject(1, OffsetDateTime.class));
      while (true) {
        try (var older = select.executeQuery()) {
          if (!older.next()) {
            return;
          }
          if (System.nanoTime() > deadline) {
            throw new PartFailed(
                "a transaction of \"%s\" has been open since %s; end it and scrub again"
                    .formatted(older.getString(1), older.getString(2)));
          }
        }
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartFailed("the scrub was interrupted; run it again", e);
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables"
                    + " where schemaname = 'public' order by 1")) {
      var tables = new ArrayList<String>();
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
      return tables;
    }
  }

  /** With wal_recycle off, a segment that no checkpoint needs is removed rather than kept. */
  private void forgetLog(Postgres postgres) throws SQLException {
    voice.say("letting go of the write-ahead log");
    try (var connection = DriverManager.getConnection(postgres.superuserUrl("postgres"));
        var statement = connection.createStatement()) {
      for (var time = 0; time < 2; time++) {
        statement.execute("checkpoint");
        next(statement);
      }
      statement.execute("checkpoint");
    }
  }

  private static void next(Statement statement) throws SQLException {
    statement.execute("select pg_switch_wal()");
  }
}
