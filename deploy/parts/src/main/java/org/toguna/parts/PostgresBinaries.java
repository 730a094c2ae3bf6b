package org.toguna.parts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs of this platform, unpacked once into a cache directory. */
final class PostgresBinaries {

  private static final String COMPLETE = "complete";

  private final Path home;

  private PostgresBinaries(Path home) {
    this.home = home;
  }

  /** Unpacks unless it was done before; several processes may ask at once. */
  static PostgresBinaries unpackedUnder(Path cache) {
    var archive = archiveName();
    var home = cache.resolve(archive.replace(".txz", ""));
    try {
      Files.createDirectories(home);
      try (var lock =
              FileChannel.open(
                  cache.resolve(archive + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var _ = lock.lock()) {
        var resource = PostgresBinaries.class.getResource("/" + archive);
        if (resource == null) {
          throw new PartFailed("No PostgreSQL for this platform on the class path: " + archive);
        }
        var stamp = resource.toString();
        var complete = home.resolve(COMPLETE);
        if (!Files.exists(complete) || !Files.readString(complete).equals(stamp)) {
          try (var packed = resource.openStream()) {
            unpack(packed, home);
          }
          Files.writeString(complete, stamp);
        }
      }
    } catch (IOException e) {
      throw new PartFailed("Could not unpack PostgreSQL into %s: %s".formatted(home, e), e);
    }
    return new PostgresBinaries(home);
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private static void unpack(InputStream packed, Path home) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) {
          throw new IOException("Entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
          continue;
        }
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
          Files.createLink(target, home.resolve(entry.getLinkName()));
        } else {
          Files.copy(tar, target);
          var runs = (entry.getMode() & 0100) != 0;
          Files.setPosixFilePermissions(
              target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }

  private static String archiveName() {
    var system =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
            ? "darwin"
            : "linux";
    var machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    return "postgres-%s-%s.txz".formatted(system, machine);
  }
}
