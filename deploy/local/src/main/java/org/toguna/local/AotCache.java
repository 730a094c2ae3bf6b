package org.toguna.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.toguna.parts.JavaProgram;
import org.toguna.parts.PartFailed;

/**
 * What a part's JVM learnt of the part in its {@link Rehearsal}: the classes it loads, linked, and
 * which of their methods are worth compiling at once (JEP 483, 514 and 515). It belongs to a build
 * and to a JVM, which would rather start with nothing than with one that does not fit.
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
   * @param made what the part is started from; of directories of classes a JVM keeps no cache
   */
  static AotCache of(Home home, String part, List<Path> made) {
    var fits =
        Objects.hash(
            System.getProperty("java.home"),
            System.getProperty("java.vm.version"),
            made.stream().map(AotCache::written).toList(),
            made);
    return new AotCache(
        part,
        directory(home).resolve("%s-%08x.aot".formatted(part, fits)),
        made.stream().noneMatch(Files::isDirectory));
  }

  /** The cache of a part that is started with the classes of this program. */
  static AotCache ofClassPath(Home home, String part) {
    return of(
        home,
        part,
        Arrays.stream(JavaProgram.classPath().split(File.pathSeparator)).map(Path::of).toList());
  }

  static List<AotCache> all(Home home) {
    var caches = new ArrayList<>(List.of(ofClassPath(home, "kafka"), ofClassPath(home, "origin")));
    for (var service : Service.values()) {
      caches.add(service.cache(home));
    }
    return caches;
  }

  private static long written(Path jar) {
    try {
      return Files.exists(jar) ? Files.getLastModifiedTime(jar).toMillis() : 0;
    } catch (IOException e) {
      throw new PartFailed("cannot read %s: %s".formatted(jar, e.getMessage()), e);
    }
  }

  static Path directory(Home home) {
    return home.root().resolve("target").resolve("aot-caches");
  }

  /** Whether a rehearsal can add nothing. */
  boolean isSettled() {
    return !possible || Files.exists(file) || Files.exists(none());
  }

  /** Whether a file belongs to this cache. */
  boolean holds(Path other) {
    return other.equals(file) || other.equals(none());
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
   * Puts in its place what the JVM has written at its end. If it has written nothing, that is kept
   * in mind, so that not every start tries again.
   *
   * @return whether there is a cache, or never can be one
   */
  boolean keep() throws IOException {
    if (isSettled()) {
      return !Files.exists(none());
    }
    if (Files.exists(unfinished())) {
      Files.move(unfinished(), file, StandardCopyOption.ATOMIC_MOVE);
      return true;
    }
    Files.createFile(none());
    return false;
  }

  String part() {
    return part;
  }

  private Path unfinished() {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  private Path none() {
    return file.resolveSibling(file.getFileName() + ".none");
  }
}
