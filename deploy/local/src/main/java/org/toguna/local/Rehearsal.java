package org.toguna.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.toguna.parts.PartFailed;
import org.toguna.parts.Ports;

/**
 * Before the first start of a build, all parts are started once, with ports and data of their own,
 * and take in the samples, so that each notes what it loads and what it does most: every start
 * after that, also of a part that was killed, takes a third of the time. Who cannot rehearse starts
 * slowly, and nothing else.
 */
final class Rehearsal {
  /** The caches, what the JVMs write on the way to them, and something to go on with. */
  private static final long NEEDED = 2L << 30;

  private final Home home;
  private final Voice voice;

  Rehearsal(Home home, Voice voice) {
    this.home = home;
    this.voice = voice;
  }

  /** Returns at once if it was done for this build, or is being done by another supervisor. */
  void holdOnce() {
    if (AotCache.all(home).stream().allMatch(AotCache::isSettled)) {
      return;
    }
    var directory = AotCache.directory(home);
    try {
      Files.createDirectories(directory);
      try (var channel =
              FileChannel.open(
                  directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var lock = channel.tryLock()) {
        if (lock != null) {
          hold();
        }
      }
    } catch (IOException e) {
      voice.say("no rehearsal: " + e.getMessage());
    }
  }

  private void hold() throws IOException {
    clear();
    var free = AotCache.directory(home).toFile().getUsableSpace();
    if (free < NEEDED) {
      voice.say(
          "no rehearsal, so parts start slowly: %d MB are free at %s, and it needs %d MB."
              .formatted(free >> 20, AotCache.directory(home), NEEDED >> 20));
      return;
    }
    voice.say(
        "rehearsing once for this build, so that every start is quick: all parts start, do some work and end; a minute or two ...");
    var stage = stage(home);
    try {
      var stack = new Stack(stage, layout(), new Options(Map.of(), Set.of()), true);
      var ended = stack.rehearse();
      if (!Thread.currentThread().isInterrupted()) {
        keep(ended);
        stack
            .failure()
            .ifPresent(
                failure ->
                    voice.say(
                        "the rehearsal was not finished: %s What was learnt of %s is kept; the next start rehearses the rest"
                            .formatted(failure.getMessage(), ended)));
      }
    } catch (PartFailed e) {
      voice.say("the rehearsal failed: " + e.getMessage());
    } finally {
      try (var files = Files.walk(stage.data())) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** What is not of this build, or was not finished. */
  private void clear() throws IOException {
    var caches = AotCache.all(home);
    try (var files = Files.newDirectoryStream(AotCache.directory(home), "*.aot*")) {
      for (var file : files) {
        if (caches.stream().noneMatch(cache -> cache.holds(file))) {
          Files.delete(file);
        }
      }
    }
  }

  /** A JVM that had to be forced may have written half of its cache. */
  private void keep(Set<String> ended) throws IOException {
    for (var cache : AotCache.all(home)) {
      if (ended.contains(cache.part()) && !cache.keep()) {
        voice.say("the JVM kept nothing of %s, which will start slowly".formatted(cache.part()));
      }
    }
  }

  /**
   * Where it is held. Not below the working copy: the database may run as a user that cannot enter
   * there. The same place each time, so that what a killed rehearsal left is found and ended.
   */
  static Home stage(Home home) {
    return new Home(
        home.root(),
        Path.of(System.getProperty("java.io.tmpdir"))
            .resolve("toguna-rehearsal-%08x".formatted(home.root().hashCode())));
  }

  private static Layout layout() {
    return new Layout(
        Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free());
  }
}
