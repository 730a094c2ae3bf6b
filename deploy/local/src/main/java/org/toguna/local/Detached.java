package org.toguna.local;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.toguna.parts.JavaProgram;
import org.toguna.parts.OwnersOnly;
import org.toguna.parts.PartFailed;

/** Starts the supervisor as a process of its own, and repeats what it says until it is up. */
final class Detached {

  private final Home home;
  private final List<String> options;

  Detached(Home home, List<String> options) {
    this.home = home;
    this.options = List.copyOf(options);
  }

  int run() {
    home.create();
    var log = home.logs().resolve("stack.log");
    var earlier = StackState.read(home).map(StackState::supervisor);
    try {
      var supervisor = start(log);
      try (var lines = new RandomAccessFile(log.toFile(), "r")) {
        while (true) {
          repeat(lines);
          if (!supervisor.isAlive()) {
            repeat(lines);
            return 1;
          }
          if (isReadySince(earlier)) {
            repeat(lines);
            return 0;
          }
          LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
      }
    } catch (IOException e) {
      throw new PartFailed("cannot start in the background: " + e.getMessage(), e);
    }
  }

  /** The state file may still be that of a supervisor before ours, running or killed. */
  private boolean isReadySince(Optional<ProcessMark> earlier) {
    return StackState.read(home)
        .filter(StackState::ready)
        .map(StackState::supervisor)
        .filter(supervisor -> !earlier.equals(Optional.of(supervisor)))
        .isPresent();
  }

  private Process start(Path log) throws IOException {
    var command = new ArrayList<String>();
    // Out of the terminal's reach, so that closing it ends nothing.
    command.add(onPath("setsid") ? "setsid" : "nohup");
    command.addAll(
        List.of(
            JavaProgram.java(),
            "-Xmx40m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dtoguna.root=" + home.root(),
            Toguna.class.getName(),
            "up"));
    command.addAll(options);
    var builder = new ProcessBuilder(command);
    builder.environment().put("CLASSPATH", JavaProgram.classPath());
    builder.environment().putAll(StackProcesses.mark(home));
    builder.redirectInput(new File("/dev/null"));
    builder.redirectErrorStream(true);
    OwnersOnly.file(log);
    builder.redirectOutput(log.toFile());
    return builder.start();
  }

  private static boolean onPath(String program) {
    for (var directory : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      if (Files.isExecutable(Path.of(directory, program))) {
        return true;
      }
    }
    return false;
  }

  private static void repeat(RandomAccessFile lines) throws IOException {
    var bytes = new byte[(int) (lines.length() - lines.getFilePointer())];
    lines.readFully(bytes);
    System.out.print(new String(bytes, StandardCharsets.UTF_8));
    System.out.flush();
  }
}
