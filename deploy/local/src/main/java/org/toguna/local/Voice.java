package org.toguna.local;

import java.time.Duration;
import java.time.Instant;

/** Says what is being done while it is done, one line each, with the seconds since the start. */
final class Voice {

  private final Instant start = Instant.now();

  void say(String words) {
    var seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
    System.out.printf("%6.1f s  %s%n", seconds, words);
  }

  void sayPlainly(String words) {
    System.out.println(words);
  }
}
