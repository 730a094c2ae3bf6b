package org.toguna.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.toguna.parts.PartFailed;

/**
 * What a part's JVM learnt of the part in its {@link Rehearsal}: the classes it loads, linked, and
 * which of their methods are worth compiling at once (JEP 483, 514 and 515). It belongs to a build
 * and is used by every start.
 */
final class AotCache {
  private final String part;
  private final Path file;
  private final boolean possible;

  private AotCache(String part, Path file, boolean possible) {
    this.part = part;
    this.file = file;
    this.possible = possible;
  }

  /**
   * @param built the file that changes with every build of the part
   * @param possible whether a JVM can keep one, which it cannot of directories of classes
   */
  static AotCache of(Home home, String part, Path built, boolean possible) {
    try {
      var build = Files.exists(built) ? Files.getLastModifiedTime(built).toMillis() : 0;
      return new AotCache(
          part, directory(home).resolve("%s-%x.aot".formatted(part, build)), possible);
    } catch (IOException e) {
      throw new PartFailed("cannot read %s: %s".formatted(built, e.getMessage()), e);
    }
  }

  static Path directory(Home home) {
    return home.root().resolve("target").resolve("aot-caches");
  }

  /** Whether a rehearsal can add nothing. */
  boolean isSettled() {
    return !possible || Files.exists(file);
  }

  /**
   * How the part's JVM is to be started.
   *
   * @param learning whether a JVM without a cache is to write one when it ends, which takes it some
   *     seconds
   */
  List<String> options(boolean learning) {
    var options = new ArrayList<>(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
    if (Files.exists(file)) {
      options.add("-XX:AOTCache=" + file);
    } else if (learning && possible) {
      options.add("-XX:AOTCacheOutput=" + unfinished());
    }
    return options;
  }

  /**
   * Puts in its place what the JVM has written at its end; those of earlier builds go. Without it
   * the next start is only slower.
   */
  void keep() throws IOException {
    if (!Files.exists(unfinished())) {
      return;
    }
    try (var earlier = Files.newDirectoryStream(file.getParent(), part + "-*.aot")) {
      for (var other : earlier) {
        Files.delete(other);
      }
    }
    Files.move(unfinished(), file, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path unfinished() {
    return file.resolveSibling(file.getFileName() + ".part");
  }
}
