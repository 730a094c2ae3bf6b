package org.toguna.parts;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The breath between two looks at whether a part is ready. */
final class Pause {

  private Pause() {}

  static void briefly() {
    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
  }
}
