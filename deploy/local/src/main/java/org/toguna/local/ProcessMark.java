package org.toguna.local;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A process that is found again. Its id may be given to another process; together with its birth it
 * is not. Where the system tells, that is the boot and the ticks since then: a time of day would be
 * another one as soon as somebody sets the clock.
 *
 * @param born absent in what an earlier version wrote
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ProcessMark(long pid, @Nullable String born) {

  private static final Path PROC = Path.of("/proc");

  /** Of what stands after the command's name in {@code stat}, counted from 0. */
  private static final int START_TICKS = 19;

  static ProcessMark of(long pid) {
    return of(pid, PROC);
  }

  static ProcessMark of(long pid, Path proc) {
    return new ProcessMark(pid, birth(pid, proc).orElse("unknown"));
  }

  private static Optional<String> birth(long pid, Path proc) {
    try {
      var stat = Files.readString(proc.resolve(Long.toString(pid)).resolve("stat"));
      // The name may hold anything, brackets and blanks included.
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      var boot = Files.readString(proc.resolve("sys/kernel/random/boot_id")).strip();
      return Optional.of(boot + "+" + fields[START_TICKS]);
    } catch (IOException | IndexOutOfBoundsException e) {
      return ProcessHandle.of(pid)
          .flatMap(process -> process.info().startInstant())
          .map(Instant::toString);
    }
  }

  Optional<ProcessHandle> alive() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(_ -> isSame());
  }

  private boolean isSame() {
    return born == null ? StackProcesses.isOfAStack(pid) : equals(of(pid));
  }

  /**
   * Asks the process to end, and makes it end when it has not in time.
   *
   * @return whether it is gone
   */
  boolean end(Duration patience) {
    return alive().map(process -> end(process, patience)).orElse(true);
  }

  static boolean end(ProcessHandle process, Duration patience) {
    process.destroy();
    if (!isGone(process, patience)) {
      process.destroyForcibly();
    }
    return isGone(process, Duration.ofSeconds(10));
  }

  private static boolean isGone(ProcessHandle process, Duration within) {
    return process
        .onExit()
        .thenApply(_ -> true)
        .completeOnTimeout(false, within.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }
}
