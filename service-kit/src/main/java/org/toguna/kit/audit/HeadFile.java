package org.toguna.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The copy of all seal heads outside the database: whoever cuts the tail there is shown up here.
 */
@ApplicationScoped
class HeadFile {
  private static final FileAttribute<?> FOR_ITS_OWNER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path file;
  private long count = -1;

  HeadFile(@ConfigProperty(name = "toguna.audit-head-file") Path file) {
    this.file = file;
  }

  List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many heads were copied; read once, then counted. */
  synchronized long count() {
    if (count < 0) {
      count = lines().size();
    }
    return count;
  }

  synchronized void append(String line) {
    count = count() + 1;
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      if (Files.notExists(file)) {
        Files.createFile(file, FOR_ITS_OWNER);
      }
      Files.write(
          file,
          (line + "\n").getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.DSYNC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
