package org.toguna.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Who comes first where processors are scarce: a part that is coming back, before those that stand
 * and are busy. Everybody may lower a priority and nobody but the administrator raise one, so each
 * part is lowered once it is ready, and its next life begins high again. Of PostgreSQL only the
 * sessions that begin later are. Whoever starts the supervisor itself at another priority gets
 * whatever that leaves possible.
 */
final class Precedence {
  /** A third of the time of one that has not stood back (setpriority(2), sched(7)). */
  private static final String NICE = "5";

  private Precedence() {}

  /** Without it, whatever comes back only takes longer; so nothing is said where it cannot be. */
  static void standBack(long process) {
    var command = new ArrayList<>(List.of("renice", "-n", NICE, "-p"));
    command.addAll(threads(process));
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      // This system has no such command.
    }
  }

  /** Linux knows a priority for each thread, and new ones take that of who starts them. */
  private static List<String> threads(long process) {
    try (var tasks = Files.list(Path.of("/proc", Long.toString(process), "task"))) {
      return tasks.map(task -> task.getFileName().toString()).toList();
    } catch (IOException e) {
      return List.of(Long.toString(process));
    }
  }
}
