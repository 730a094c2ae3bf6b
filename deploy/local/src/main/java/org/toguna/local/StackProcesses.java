package org.toguna.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The processes of a stack, as they can be told from all others without anything that was written
 * down: each holds in its environment, or was told on its command line, where the stack keeps its
 * data.
 */
final class StackProcesses {

  private static final String OF_STACK = "TOGUNA_STACK";

  private StackProcesses() {}

  /** What each part's environment holds besides its own. */
  static Map<String, String> mark(Home home) {
    return Map.of(OF_STACK, home.data().toString());
  }

  /**
   * All that run of this stack, its supervisor before the parts that it would bring back; none
   * where the system does not tell of environments.
   */
  static List<ProcessHandle> of(Home home) {
    var mark = OF_STACK + "=" + home.data();
    var below = home.data() + "/";
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(ProcessHandle::isAlive)
        .filter(
            process ->
                List.of(words(process.pid(), "environ")).contains(mark)
                    || isOfAStack(process.pid())
                        && Arrays.stream(words(process.pid(), "cmdline"))
                            .anyMatch(word -> word.startsWith(below)))
        .sorted(Comparator.comparing(process -> !isSupervisor(process.pid())))
        .toList();
  }

  /** Whether the supervisor that started it is gone. */
  static boolean isLeft(ProcessHandle process) {
    return process.parent().filter(parent -> isSupervisor(parent.pid())).isEmpty();
  }

  private static boolean isSupervisor(long pid) {
    return List.of(words(pid, "cmdline")).contains(Toguna.class.getName());
  }

  /** Whether a process is a part or a supervisor of any stack, by what it was started with. */
  static boolean isOfAStack(long pid) {
    var command = String.join(" ", words(pid, "cmdline"));
    return command.contains("org.toguna.")
        || command.contains("/quarkus-run.jar")
        || command.contains("/postgres ");
  }

  /** Empty for what has ended, or is somebody else's. */
  private static String[] words(long pid, String file) {
    try {
      var bytes = Files.readAllBytes(Path.of("/proc", Long.toString(pid), file));
      return new String(bytes, StandardCharsets.UTF_8).split("\0");
    } catch (IOException e) {
      return ProcessHandle.of(pid)
          .filter(_ -> file.equals("cmdline"))
          .flatMap(process -> process.info().commandLine())
          .map(line -> line.split(" "))
          .orElse(new String[0]);
    }
  }
}
