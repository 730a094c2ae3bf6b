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
  private final Home home;
  private final Voice voice;

  Rehearsal(Home home, Voice voice) {
    this.home = home;
    this.voice = voice;
  }

  /** Returns at once if it was done for this build, or is being done by another supervisor. */
  void holdOnce() {
    if (Stack.caches(home).stream().allMatch(AotCache::isSettled)) {
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
    voice.say("rehearsing once for this build, so that every start is quick ...");
    // Not below the working copy: the database may run as a user that cannot enter there.
    // The same place each time, so that what a killed rehearsal left behind is found and ended.
    var data =
        Path.of(System.getProperty("java.io.tmpdir"))
            .resolve("toguna-rehearsal-%08x".formatted(home.root().hashCode()));
    try {
      new Stack(new Home(home.root(), data), layout(), new Options(Map.of(), Set.of()), true).run();
      for (var cache : Stack.caches(home)) {
        cache.keep();
      }
    } catch (PartFailed e) {
      voice.say("the rehearsal failed: " + e.getMessage());
    } finally {
      try (var files = Files.walk(data)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static Layout layout() {
    return new Layout(
        Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free());
  }
}
