package org.toguna.local;

/** Says what is being done while it is done, one line each, with the seconds since the start. */
final class Voice {

  private final long start = System.nanoTime();
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
    var seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%6.1f s  %s%n", seconds, words);
  }

  void sayPlainly(String words) {
    if (heard) {
      System.out.println(words);
    }
  }
}
