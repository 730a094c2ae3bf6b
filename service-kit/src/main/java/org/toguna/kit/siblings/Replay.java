package org.toguna.kit.siblings;

import jakarta.enterprise.context.ApplicationScoped;

/** Reads dead letters again; each that can be read now is applied and ticked off. */
@ApplicationScoped
public class Replay {
  private static final int AT_ONCE = 1_000;
  private final DeadLetters letters;
  private final Siblings siblings;

  Replay(DeadLetters letters, Siblings siblings) {
    this.letters = letters;
    this.siblings = siblings;
  }

  public record Done(int replayed, int stillUnreadable) {}

  public Done waiting() {
    int replayed = 0;
    int unreadable = 0;
    for (var message : letters.waiting(AT_ONCE)) {
      if (siblings.again(message)) {
        letters.replayed(message);
        replayed++;
      } else {
        unreadable++;
      }
    }
    return new Done(replayed, unreadable);
  }
}
