package org.toguna.parts;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.jar.JarFile;

/** How a further Java process is started with what this one has. */
public final class JavaProgram {

  private JavaProgram() {}

  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * The class path of this process, written out: test runners hide it in the manifest of a jar that
   * is gone when they are.
   */
  public static String classPath() {
    var entries = new LinkedHashSet<String>();
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .forEach(entry -> expand(Path.of(entry).toAbsolutePath(), entries));
    return String.join(File.pathSeparator, entries);
  }

  /**
   * Ends this process when the one that started it is gone: its end of our standard input closes.
   */
  public static void endWithParent() {
    Thread.ofPlatform()
        .name("parent watch")
        .daemon()
        .start(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // Nothing is ever said here; only the silence counts.
                }
              } catch (IOException e) {
                // A broken pipe means the same.
              }
              System.exit(0);
            });
  }

  private static void expand(Path entry, Set<String> entries) {
    if (!Files.exists(entry) || !entries.add(entry.toString()) || Files.isDirectory(entry)) {
      return;
    }
    try (var jar = new JarFile(entry.toFile())) {
      var manifest = jar.getManifest();
      var listed = manifest == null ? null : manifest.getMainAttributes().getValue("Class-Path");
      if (listed != null) {
        for (var reference : listed.split(" +")) {
          var target = entry.toUri().resolve(URI.create(reference));
          if (target.getScheme().equals("file")) {
            expand(Path.of(target), entries);
          }
        }
      }
    } catch (IOException e) {
      entries.remove(entry.toString());
    }
  }
}
