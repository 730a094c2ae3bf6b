package org.toguna.local;

import java.time.Duration;
import java.time.Instant;

/** Says what is being done while it is done, one line each, with the seconds since the start. */
final class Voice {

  private final Instant start = Instant.now();
  private final boolean heard;

  Voice() {
    this(true);
  }

  private Voice(boolean heard) {
    this.heard = heard;
  }

  static Voice silent() {
    return new Voice(false);
  }

  void say(String words) {
    if (!heard) {
      return;
    }
    var seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
    System.out.printf("%6.1f s  %s%n", seconds, words);
  }

  void sayPlainly(String words) {
    if (heard) {
      System.out.println(words);
    }
  }
}
