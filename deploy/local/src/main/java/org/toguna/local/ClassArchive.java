package org.toguna.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.toguna.parts.PartFailed;

/**
 * The JVM's own record of the classes that a part loads: written when the part first ends, used by
 * every start that follows, and begun anew when the part was built anew.
 */
final class ClassArchive {

  private ClassArchive() {}

  /**
   * @param built the file that changes with every build of the part
   */
  static List<String> options(Home home, String part, Path built) {
    try {
      var directory = Files.createDirectories(home.data().resolve("classes"));
      var build = Files.exists(built) ? Files.getLastModifiedTime(built).toMillis() : 0;
      var archive = directory.resolve("%s-%x.jsa".formatted(part, build));
      if (!Files.exists(archive)) {
        try (var outdated = Files.newDirectoryStream(directory, part + "-*.jsa")) {
          for (var file : outdated) {
            Files.delete(file);
          }
        }
      }
      return List.of(
          "-XX:+AutoCreateSharedArchive",
          "-XX:SharedArchiveFile=" + archive,
          "-Xlog:disable",
          "-Xlog:all=error:stderr");
    } catch (IOException e) {
      throw new PartFailed("cannot write to %s: %s".formatted(home.data(), e.getMessage()), e);
    }
  }
}
