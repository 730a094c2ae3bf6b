package org.toguna.ingest.text;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reports and gazetteers that are tried against but not part of the project, beside it on disk. */
public final class Shared {

  private Shared() {}

  /** Skips the test where nothing lies beside the repository. */
  public static Path path(String relative) {
    var here = Path.of("").toAbsolutePath();
    while (here != null && !Files.isDirectory(here.resolve("shared/seeds"))) {
      here = here.getParent();
    }
    assumeTrue(here != null, "no ../shared beside the repository");
    return here.resolve("shared").resolve(relative);
  }

  public static byte[] bytes(String relative) {
    try {
      return Files.readAllBytes(path(relative));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
