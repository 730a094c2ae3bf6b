package org.toguna.parts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Whether a part that is not ready yet gets on: it works, writes to its log, or answers something
 * else than before. On a busy machine all of this is slow, and none of it is a reason to give up.
 */
public final class Progress {
  /** A program that only waits takes some processor time as well; this is more than that. */
  private static final Duration WORK = Duration.ofSeconds(1);

  private final Duration patience;
  private final LongSupplier nanos;
  private final LongSupplier logged;
  private final LongSupplier worked;
  private long lastMoved;
  private long lastLooked;
  private long lastLogged = -1;
  private long lastWorked;
  private String lastAnswer = "";

  /**
   * @param patience how long nothing may move
   */
  public static Progress of(ChildProcess process, Duration patience) {
    return new Progress(
        patience, System::nanoTime, () -> size(process.log()), () -> worked(process.pid()));
  }

  Progress(Duration patience, LongSupplier nanos, LongSupplier logged, LongSupplier worked) {
    this.patience = patience;
    this.nanos = nanos;
    this.logged = logged;
    this.worked = worked;
    this.lastMoved = nanos.getAsLong();
    this.lastLooked = lastMoved - every();
    this.lastWorked = worked.getAsLong();
  }

  /**
   * @param answer what the part says when it is asked whether it is ready
   * @return false when nothing has moved for longer than the patience
   */
  public boolean goesOn(String answer) {
    long now = nanos.getAsLong();
    if (now - lastLooked >= every()) {
      lastLooked = now;
      look(now, answer);
    }
    return now - lastMoved < patience.toNanos();
  }

  private void look(long now, String answer) {
    long nowLogged = logged.getAsLong();
    long nowWorked = worked.getAsLong();
    if (nowLogged != lastLogged
        || !answer.equals(lastAnswer)
        || nowWorked - lastWorked >= WORK.toNanos()) {
      lastMoved = now;
      lastLogged = nowLogged;
      lastAnswer = answer;
      lastWorked = nowWorked;
    }
  }

  /** To look costs a little: it is done a few times within the patience, not at each question. */
  private long every() {
    return Math.min(patience.toNanos() / 10, Duration.ofSeconds(1).toNanos());
  }

  private static long size(Path log) {
    return log.toFile().length();
  }

  /** Processor time of a process and of all that it has started. */
  private static long worked(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .mapToLong(process -> process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L))
        .sum();
  }
}
