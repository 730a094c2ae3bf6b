package org.toguna.bench;

import java.time.Duration;

/** Something that can be done over and over on sixteen connections at once. */
@FunctionalInterface
interface Load {
  int CONNECTIONS = 16;

  /**
   * Does it for that long.
   *
   * @return how often a second it was done
   * @throws IllegalStateException if it failed even once
   */
  double perSecond(Duration time);
}
