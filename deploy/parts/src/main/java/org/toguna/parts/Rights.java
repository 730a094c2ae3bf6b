package org.toguna.parts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How PostgreSQL is made to run: it refuses to work as root, so root steps down first, into a user
 * namespace where there is one and to "nobody" otherwise.
 */
enum Rights {
  OWN(List.of()),
  NAMESPACE(List.of("unshare", "-U")),
  NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

  private final List<String> prefix;

  Rights(List<String> prefix) {
    this.prefix = prefix;
  }

  static Rights ofThisUser() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return OWN;
    }
    if (works(NAMESPACE)) {
      return NAMESPACE;
    }
    if (works(NOBODY)) {
      return NOBODY;
    }
    throw new PartFailed(
        "PostgreSQL does not run as root, and neither `unshare -U` nor `setpriv` works here."
            + " Start the stack as an ordinary user.");
  }

  List<String> command(List<String> command) {
    var all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }

  /** "Nobody" must own what it writes and be able to reach it. */
  void own(Path directory) {
    if (this != NOBODY) {
      return;
    }
    run(List.of("chown", "-R", "65534:65534", directory.toString()));
    for (var above = directory.getParent(); above != null; above = above.getParent()) {
      if (!run(command(List.of("test", "-x", above.toString())))) {
        throw new PartFailed(
            "PostgreSQL steps down from root to \"nobody\", which may not enter %s. Choose a data directory elsewhere with --data, or start the stack as an ordinary user."
                .formatted(above));
      }
    }
  }

  private static boolean works(Rights rights) {
    return run(rights.command(List.of("true")));
  }

  private static boolean run(List<String> command) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
