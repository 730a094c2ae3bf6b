package org.toguna.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shows which parts run, whether they answer, and how much memory they hold. */
final class Status {

  private final Home home;

  Status(Home home) {
    this.home = home;
  }

  /** 0 when everything is ready, 3 when nothing runs, 1 in between. */
  int run() {
    var found = StackState.read(home).filter(StackState::isRunning);
    if (found.isEmpty()) {
      System.out.println("Toguna is not running. `./toguna up` starts it.");
      return 3;
    }
    var state = found.get();
    System.out.println(state.layout().address());
    System.out.printf(
        "%-16s %9s %-10s %9s %9s%n", "part", "process", "state", "memory", "restarts");
    print("supervisor", state.supervisor().pid(), "ready", 0);
    var sum = memory(state.supervisor().pid());
    var healthy = state.ready();
    for (var entry : state.parts().entrySet()) {
      var part = entry.getValue();
      var alive = part.process().alive().isPresent();
      healthy &= alive && part.ready();
      var word = !alive ? "gone" : part.ready() ? "ready" : "starting";
      print(entry.getKey(), part.process().pid(), word, part.restarts());
      sum += memory(part.process().pid());
    }
    System.out.printf("%-16s %9s %-10s %6d MB%n", "all", "", healthy ? "ready" : "not ready", sum);
    return healthy ? 0 : 1;
  }

  private static void print(String name, long pid, String word, int restarts) {
    System.out.printf("%-16s %9d %-10s %6d MB %9d%n", name, pid, word, memory(pid), restarts);
  }

  /**
   * Megabytes of a process and its children, shared pages divided among their holders; 0 where the
   * system does not tell.
   */
  private static long memory(long pid) {
    var own = proportional(pid);
    var children =
        ProcessHandle.of(pid).stream()
            .filter(process -> isPostgres(process))
            .flatMap(ProcessHandle::children)
            .mapToLong(child -> proportional(child.pid()))
            .sum();
    return (own + children) >> 10;
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("/postgres")).isPresent();
  }

  private static long proportional(long pid) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .sum();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }
}
