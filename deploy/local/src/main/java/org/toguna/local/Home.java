package org.toguna.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.toguna.parts.PartFailed;

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

  Path logs() {
    return data.resolve("logs");
  }

  Path audit() {
    return data.resolve("audit");
  }

  /** Holds passwords and, in the database, protected records: for its owner only. */
  void create() {
    try {
      Files.createDirectories(data);
      Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
      Files.createDirectories(logs());
      Files.createDirectories(audit());
    } catch (IOException e) {
      throw new PartFailed("cannot write to %s: %s".formatted(data, e.getMessage()), e);
    }
  }
}
