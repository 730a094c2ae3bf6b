package org.toguna.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.toguna.parts.JavaProgram;
import org.toguna.parts.PartFailed;

/**
 * The JVM's own record of the classes that a part loads (a dynamic class data sharing archive): it
 * belongs to a build, is noted once in its {@link Rehearsal}, and is used by every start.
 */
final class ClassArchive {
  private static final long PATIENCE_SECONDS = 120;

  private final String part;
  private final Path file;

  private ClassArchive(String part, Path file) {
    this.part = part;
    this.file = file;
  }

  /**
   * @param built the file that changes with every build of the part
   */
  static ClassArchive of(Home home, String part, Path built) {
    try {
      var build = Files.exists(built) ? Files.getLastModifiedTime(built).toMillis() : 0;
      return new ClassArchive(part, directory(home).resolve("%s-%x.jsa".formatted(part, build)));
    } catch (IOException e) {
      throw new PartFailed("cannot read %s: %s".formatted(built, e.getMessage()), e);
    }
  }

  static Path directory(Home home) {
    return home.root().resolve("target").resolve("class-archives");
  }

  boolean isThere() {
    return Files.exists(file);
  }

  /** How the part's JVM is to be started. */
  List<String> options() {
    return List.of(
        isThere() ? "-XX:SharedArchiveFile=" + file : "-XX:+RecordDynamicDumpInfo",
        "-Xlog:disable",
        "-Xlog:all=error:stderr");
  }

  /**
   * Has the running part note what it loaded so far; it stands still for some seconds. Without it
   * the next start is only slower, so a failure is told and nothing else.
   *
   * @return whether it was noted
   */
  boolean note(long process) {
    var unfinished = file.resolveSibling(file.getFileName() + ".part");
    try {
      removeThoseOfEarlierBuilds();
      var command =
          new ProcessBuilder(
              Path.of(JavaProgram.java()).resolveSibling("jcmd").toString(),
              Long.toString(process),
              "VM.cds",
              "dynamic_dump",
              unfinished.toString());
      command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
      var jcmd = command.start();
      if (!jcmd.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        jcmd.destroyForcibly();
      }
      if (jcmd.waitFor() != 0 || !Files.exists(unfinished)) {
        return false;
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void removeThoseOfEarlierBuilds() throws IOException {
    try (var earlier = Files.newDirectoryStream(file.getParent(), part + "-*.jsa*")) {
      for (var other : earlier) {
        Files.delete(other);
      }
    }
  }

  String part() {
    return part;
  }
}
