package org.toguna.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A PostgreSQL server on the loopback interface, with its data directory. */
public final class Postgres implements Part {

  /** The superuser; only the local stack and the tests know its password. */
  public static final String SUPERUSER = "postgres";

  private final Path home;
  private final int port;
  private final String password;
  private final Map<String, String> settings;
  private final Rights rights = Rights.ofThisUser();
  private final ChildProcess process;
  private volatile String lastRefusal = "";

  /**
   * @param home everything of this server lies under it: programs, data and log
   * @param settings further configuration parameters, stronger than ours
   */
  public Postgres(Path home, int port, String password, Map<String, String> settings) {
    this.home = home.toAbsolutePath();
    this.port = port;
    this.password = password;
    this.settings = Map.copyOf(settings);
    this.process = new ChildProcess("PostgreSQL", this.home.resolve("postgres.log"));
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public void start() {
    if (isAlive()) {
      return;
    }
    try {
      OwnersOnly.directory(home);
    } catch (IOException e) {
      throw new PartFailed("Could not prepare PostgreSQL in %s: %s".formatted(home, e), e);
    }
    var binaries = PostgresBinaries.unpackedUnder(home.resolve("programs"));
    if (!Files.exists(data().resolve("PG_VERSION"))) {
      initialise(binaries);
    }
    PostgresLeftovers.clear(data());
    process.start(rights.command(serverCommand(binaries)), Map.of(), home);
  }

  @Override
  public void awaitReady(Duration patience) {
    var progress = Progress.of(process, patience);
    while (progress.goesOn(lastRefusal)) {
      if (!isAlive()) {
        throw new PartFailed("PostgreSQL ended while starting. " + process.lastWords());
      }
      try (var _ = DriverManager.getConnection(superuserUrl("postgres"))) {
        return;
      } catch (SQLException e) {
        lastRefusal = String.valueOf(e.getMessage());
        if ("28P01".equals(e.getSQLState())) {
          throw new PartFailed("PostgreSQL does not take the superuser's password in secrets", e);
        }
      }
      Pause.briefly();
    }
    throw new PartFailed(
        "PostgreSQL does not answer, and nothing has moved in it for %d s; its log is %s. %s"
            .formatted(patience.toSeconds(), process.log(), lastRefusal));
  }

  @Override
  public String waitsFor() {
    return lastRefusal.isEmpty() ? Part.super.waitsFor() : lastRefusal;
  }

  /**
   * Ends a server that an earlier owner of this directory left running when it was killed itself.
   */
  public void endPrevious() {
    PostgresLeftovers.endServer(data());
  }

  /** Whether the server runs as "nobody", who must be let through the directories above its own. */
  public static boolean entersAsNobody() {
    return Rights.ofThisUser() == Rights.NOBODY;
  }

  /** The address of a database for the superuser, password included. */
  public String superuserUrl(String database) {
    return "%s?user=%s&password=%s&connectTimeout=5".formatted(url(database), SUPERUSER, password);
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  public Path data() {
    return home.resolve("data");
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public boolean stop(Duration patience) {
    // INT ends sessions and shuts down cleanly; TERM would wait for every client to leave.
    return process.stop("INT", patience);
  }

  @Override
  public void kill() {
    process.kill();
  }

  private void initialise(PostgresBinaries binaries) {
    try {
      rights.own(home);
      var passwordFile = Files.createTempFile(home, "initial", "");
      try {
        Files.writeString(passwordFile, password);
        rights.own(passwordFile);
        var initialisation = new ChildProcess("initdb", home.resolve("initdb.log"));
        initialisation.start(
            rights.command(
                List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + data(),
                    "--username=" + SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions")),
            Map.of(),
            home);
        if (initialisation.awaitExit() != 0) {
          throw new PartFailed("initdb failed. " + initialisation.lastWords());
        }
      } finally {
        Files.deleteIfExists(passwordFile);
      }
    } catch (IOException e) {
      throw new PartFailed("Could not prepare PostgreSQL in %s: %s".formatted(home, e), e);
    }
  }

  private List<String> serverCommand(PostgresBinaries binaries) {
    var parameters = new TreeMap<String, String>();
    parameters.put("listen_addresses", "127.0.0.1");
    parameters.put("unix_socket_directories", "");
    parameters.put("shared_buffers", "96MB");
    parameters.put("max_connections", "80");
    parameters.put("work_mem", "8MB");
    parameters.put("maintenance_work_mem", "48MB");
    parameters.put("max_wal_size", "512MB");
    // Log that no checkpoint needs is removed, not written over some day: it tells what was erased.
    parameters.put("wal_recycle", "off");
    parameters.put("min_wal_size", "32MB");
    parameters.put("huge_pages", "off");
    parameters.put("jit", "off");
    // Worker processes for reading would cost memory of their own.
    parameters.put("io_method", "sync");
    parameters.put("random_page_cost", "1.1");
    parameters.put("idle_in_transaction_session_timeout", "60s");
    // A log is no place for what people may not read: no values, no statements.
    parameters.put("log_error_verbosity", "terse");
    parameters.put("log_min_error_statement", "panic");
    parameters.put("log_checkpoints", "off");
    parameters.putAll(settings);
    var command =
        new ArrayList<>(
            List.of(binaries.program("postgres"), "-D", data().toString(), "-p", "" + port));
    parameters.forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
    return command;
  }
}
