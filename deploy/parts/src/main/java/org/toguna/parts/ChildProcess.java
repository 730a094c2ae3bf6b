package org.toguna.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One operating-system process with its log file and an environment that holds only what it needs.
 */
public final class ChildProcess {

  private static final long LARGEST_LOG = 16L << 20;
  private static final List<String> INHERITED =
      List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "USER", "JAVA_HOME");

  private final String name;
  private final Path log;
  private @Nullable Process process;

  public ChildProcess(String name, Path log) {
    this.name = name;
    this.log = log;
  }

  /** Starts the command; its standard input stays open for as long as this process lives. */
  public void start(List<String> command, Map<String, String> environment, Path directory) {
    try {
      if (Files.notExists(log.getParent())) {
        OwnersOnly.directory(log.getParent());
      }
      if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
        Files.move(
            log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
      }
      OwnersOnly.file(log);
      var builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.environment().keySet().retainAll(INHERITED);
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      process = builder.start();
    } catch (IOException e) {
      throw new PartFailed("Could not start %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  public Path log() {
    return log;
  }

  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  public long pid() {
    return process != null && process.isAlive() ? process.pid() : -1;
  }

  /**
   * Sends the named signal ("TERM", "INT") and, after the patience, KILL.
   *
   * @return whether the process ended without the latter
   */
  public boolean stop(String signal, Duration patience) {
    if (process == null || !process.isAlive()) {
      return true;
    }
    signal(process.pid(), signal);
    try {
      if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
    return false;
  }

  /** Waits for the process to end by itself and returns its exit status. */
  public int awaitExit() {
    try {
      return process == null ? -1 : process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  public void kill() {
    if (process != null && process.isAlive()) {
      process.destroyForcibly().onExit().join();
    }
  }

  /** The last lines of the log, for a message to the person at the terminal. */
  public String lastWords() {
    try {
      var bytes = Files.exists(log) ? Files.readAllBytes(log) : new byte[0];
      var from = Math.max(0, bytes.length - 1500);
      return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a signal that Java has no name for, such as the INT that PostgreSQL takes for "fast". */
  static void signal(long pid, String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new PartFailed("Could not signal process " + pid, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
