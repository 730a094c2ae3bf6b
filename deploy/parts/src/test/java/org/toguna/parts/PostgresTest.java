package org.toguna.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final RolePasswords PASSWORDS = new RolePasswords("o'1", "a\\2", "s\"3");

  @TempDir static Path directory;
  private static Postgres postgres;

  @BeforeAll
  static void start() {
    postgres = new Postgres(directory.resolve("pg"), Ports.free(), "quiet word", Map.of());
    postgres.start();
    postgres.awaitReady(PATIENCE);
    Databases.create(postgres.superuserUrl("postgres"), "toguna_trial", PASSWORDS);
  }

  @AfterAll
  static void stop() {
    postgres.stop(PATIENCE);
    assertThat(postgres.isAlive()).isFalse();
  }

  @Test
  void comesBackWithItsDataAfterACrashEvenWhileASessionIsBusy() throws Exception {
    run("owner", PASSWORDS.owner(), "create table if not exists kept (word text)");
    run("owner", PASSWORDS.owner(), "insert into kept values ('déjà')");
    var busy = DriverManager.getConnection(postgres.superuserUrl("toguna_trial"));
    var session = Thread.startVirtualThread(() -> sleepOn(busy));

    postgres.kill();
    postgres.start();
    postgres.awaitReady(Duration.ofSeconds(10));

    session.join();
    assertThat(ask("owner", PASSWORDS.owner(), "select count(*) from kept where word = 'déjà'"))
        .isEqualTo("1");
  }

  @Test
  void startsOverALockFileThatNamesAnotherProcess() throws Exception {
    postgres.kill();
    var lockFile = postgres.data().resolve("postmaster.pid");
    var lines = Files.readAllLines(lockFile);
    lines.set(0, Long.toString(ProcessHandle.current().pid()));
    Files.write(lockFile, lines);

    postgres.start();
    postgres.awaitReady(Duration.ofSeconds(10));

    assertThat(ask("app", PASSWORDS.app(), "select 1")).isEqualTo("1");
  }

  @Test
  void refusesToServeADirectoryThatIsServedAlready() {
    var second = new Postgres(directory.resolve("pg"), Ports.free(), "quiet word", Map.of());

    assertThatThrownBy(second::start)
        .isInstanceOf(PartFailed.class)
        .hasMessageContaining("already");
  }

  @Test
  void knowsTheThreeExtensionsAndFoldsAccentedCase() throws Exception {
    assertThat(ask("app", PASSWORDS.app(), "select lower('DJENNÉ') || unaccent('é')"))
        .isEqualTo("djennée");
    assertThat(ask("system", PASSWORDS.system(), "select similarity('Koro', 'Korro') > 0.3"))
        .isEqualTo("t");
    assertThat(
            ask(
                "app",
                PASSWORDS.app(),
                "select proleakproof from pg_proc where proname = 'ts_match_vq'"))
        .isEqualTo("t");
  }

  @Test
  void onlyTheOwnerMakesTables() {
    assertThatThrownBy(() -> run("app", PASSWORDS.app(), "create table mine ()"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> run("app", "wrong", "select 1"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void createsADatabaseAgainWithoutHarmAndDropsIt() throws Exception {
    Databases.create(postgres.superuserUrl("postgres"), "toguna_again", PASSWORDS);
    Databases.create(postgres.superuserUrl("postgres"), "toguna_again", PASSWORDS);
    Databases.drop(postgres.superuserUrl("postgres"), "toguna_again");

    try (var server = DriverManager.getConnection(postgres.superuserUrl("postgres"));
        var rows =
            server
                .createStatement()
                .executeQuery("select from pg_roles where rolname like 'toguna_again%'")) {
      assertThat(rows.next()).isFalse();
    }
  }

  private static void sleepOn(Connection busy) {
    try (busy;
        var statement = busy.createStatement()) {
      statement.execute("select count(*) from generate_series(1, 1000000000)");
    } catch (SQLException e) {
      assertThat(e.getSQLState()).isNotNull();
    }
  }

  private static void run(String role, String password, String sql) throws SQLException {
    try (var connection = connect(role, password);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(String role, String password, String sql) throws SQLException {
    try (var connection = connect(role, password);
        var rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection connect(String role, String password) throws SQLException {
    return DriverManager.getConnection(
        postgres.url("toguna_trial"), "toguna_trial_" + role, password);
  }
}
