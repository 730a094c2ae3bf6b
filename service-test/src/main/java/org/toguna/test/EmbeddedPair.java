package org.toguna.test;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.toguna.parts.JavaProgram;
import org.toguna.parts.PartFailed;

/**
 * The way to the embedded PostgreSQL and Kafka of this working copy. The first test run starts
 * their host as a process of its own; it is found by a file in the root's target directory and
 * stays while somebody holds a connection to it, and a little longer, so that the next module finds
 * it warm.
 */
final class EmbeddedPair {

  private static final String CONNECTED = "toguna.test.embedded-pair";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Held open for the life of the process: it tells the host that somebody is there. */
  private static @Nullable Socket presence;

  private EmbeddedPair() {}

  static SharedParts shared() {
    synchronized (System.class) {
      var home = home();
      try {
        Files.createDirectories(home);
        try (var lock =
                FileChannel.open(
                    home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var _ = lock.lock()) {
          var found = find(home);
          if (found == null) {
            found = launch(home);
          }
          return found;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static @Nullable SharedParts find(Path home) {
    var file = home.resolve(EmbeddedPairHost.STATE);
    var state = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      state.load(in);
      if (!state.getProperty("pid").equals(System.getProperty(CONNECTED))) {
        presence =
            new Socket(
                InetAddress.getLoopbackAddress(), Integer.parseInt(state.getProperty("presence")));
        System.setProperty(CONNECTED, state.getProperty("pid"));
      }
      return new SharedParts(state.getProperty("database"), state.getProperty("broker"));
    } catch (IOException e) {
      return null; // not started yet, or gone
    }
  }

  private static SharedParts launch(Path home) throws IOException {
    Files.deleteIfExists(home.resolve(EmbeddedPairHost.STATE));
    var log = home.resolve("host.log");
    var builder =
        new ProcessBuilder(
            JavaProgram.java(),
            "-Xmx48m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            EmbeddedPairHost.class.getName(),
            home.toString());
    builder.environment().put("CLASSPATH", JavaProgram.classPath());
    builder.directory(home.toFile());
    builder.redirectInput(new File("/dev/null"));
    builder.redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    var host = builder.start();
    var end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end) && host.isAlive()) {
      var found = find(home);
      if (found != null) {
        return found;
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    host.destroy();
    throw new PartFailed("The embedded PostgreSQL and Kafka did not start, see " + log);
  }

  /** One pair per working copy: keyed by the topmost directory that has a pom. */
  static Path home() {
    var directory = Path.of("").toAbsolutePath();
    var root = directory;
    for (var above = directory; above != null; above = above.getParent()) {
      if (Files.exists(above.resolve("pom.xml"))) {
        root = above;
      }
    }
    return root.resolve("target").resolve("embedded-pair");
  }
}
