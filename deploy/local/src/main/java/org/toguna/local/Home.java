package org.toguna.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.toguna.parts.OwnersOnly;
import org.toguna.parts.PartFailed;
import org.toguna.parts.Postgres;

/**
 * Where things are.
 *
 * @param root the working copy, in which the services were built
 * @param data everything that the running stack writes, secrets included
 */
record Home(Path root, Path data) {

  static Home of(Options options) {
    var root = Path.of(System.getProperty("toguna.root", "")).toAbsolutePath().normalize();
    var data = options.file("data").orElse(root.resolve(".toguna")).normalize();
    return new Home(root, data);
  }

  Path secrets() {
    return data.resolve("secrets");
  }

  Path state() {
    return data.resolve("state.json");
  }

  Path lock() {
    return data.resolve("lock");
  }

  /** Certificates of the broker and of the services. */
  Path broker() {
    return data.resolve("broker");
  }

  Path logs() {
    return data.resolve("logs");
  }

  Path audit() {
    return data.resolve("audit");
  }

  /** Whether a supervisor runs here; it holds the lock for as long as it lives, and no longer. */
  boolean isHeld() {
    if (Files.notExists(lock())) {
      return false;
    }
    try (var channel = FileChannel.open(lock(), StandardOpenOption.WRITE);
        var taken = channel.tryLock()) {
      return taken == null;
    } catch (IOException e) {
      throw new PartFailed("cannot look at %s: %s".formatted(lock(), e.getMessage()), e);
    }
  }

  /** Holds passwords, logs and, in the database, protected records: for its owner only. */
  void create() {
    try {
      OwnersOnly.directory(data);
      if (Postgres.entersAsNobody()) {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
      }
      OwnersOnly.directory(logs());
      OwnersOnly.directory(audit());
      try (var earlier = Files.newDirectoryStream(logs())) {
        for (var log : earlier) {
          OwnersOnly.file(log);
        }
      }
    } catch (IOException e) {
      throw new PartFailed("cannot write to %s: %s".formatted(data, e.getMessage()), e);
    }
  }
}
