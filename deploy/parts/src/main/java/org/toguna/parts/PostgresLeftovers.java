package org.toguna.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a crash leaves behind and what would keep PostgreSQL from starting again: sessions that
 * outlive their postmaster and hold its shared memory, and a lock file whose process id means
 * another process by now.
 */
final class PostgresLeftovers {

  private static final String LOCK_FILE = "postmaster.pid";

  private PostgresLeftovers() {}

  /**
   * @throws PartFailed if a postmaster still serves this directory
   */
  static void clear(Path data) {
    server(data)
        .ifPresent(
            server -> {
              throw new PartFailed(
                  "Another PostgreSQL (process %d) already serves %s"
                      .formatted(server.pid(), data));
            });
    try {
      if (Files.exists(data.resolve(LOCK_FILE))) {
        endOrphans(data);
        Files.delete(data.resolve(LOCK_FILE));
      }
    } catch (IOException e) {
      throw new PartFailed("Could not clear %s: %s".formatted(data.resolve(LOCK_FILE), e), e);
    }
  }

  static void endServer(Path data) {
    server(data)
        .ifPresent(
            server -> {
              ChildProcess.signal(server.pid(), "INT");
              server.onExit().completeOnTimeout(server, 20, TimeUnit.SECONDS).join();
              server.destroyForcibly();
            });
  }

  /** The postmaster that the lock file names, if it is one. */
  private static Optional<ProcessHandle> server(Path data) {
    try {
      var pid = Files.readAllLines(data.resolve(LOCK_FILE)).getFirst().strip();
      return ProcessHandle.of(Long.parseLong(pid))
          .filter(PostgresLeftovers::isPostgres)
          .filter(process -> servesIn(process, data).orElse(true));
    } catch (NoSuchFileException | NumberFormatException | NoSuchElementException e) {
      return Optional.empty(); // a full disk leaves an empty lock file
    } catch (IOException e) {
      throw new PartFailed("Could not read %s: %s".formatted(data.resolve(LOCK_FILE), e), e);
    }
  }

  /**
   * A session keeps its postmaster's shared memory, and a new postmaster refuses to start beside
   * it.
   */
  private static void endOrphans(Path data) {
    ProcessHandle.allProcesses()
        .filter(PostgresLeftovers::isPostgres)
        .filter(process -> servesIn(process, data).orElse(false))
        .forEach(
            orphan -> {
              orphan.destroyForcibly();
              orphan.onExit().join();
            });
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("/postgres")).isPresent();
  }

  /** Whether the process works in the data directory; empty where the system does not tell. */
  private static Optional<Boolean> servesIn(ProcessHandle process, Path data) {
    try {
      var directory = Path.of("/proc", Long.toString(process.pid()), "cwd").toRealPath();
      return Optional.of(directory.equals(data.toRealPath()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
