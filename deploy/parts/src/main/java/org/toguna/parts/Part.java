package org.toguna.parts;

import java.time.Duration;

/** A process of the stack that keeps its state in a directory and can be brought back from it. */
public interface Part {

  String name();

  /** Starts the process and returns at once; a part that runs already is left alone. */
  void start();

  /**
   * Returns when the part answers.
   *
   * @throws PartFailed if it ends, or does not answer in time; the message holds its last words
   */
  void awaitReady(Duration patience);

  /** The process id, or -1 when the part does not run. */
  long pid();

  boolean isAlive();

  /**
   * Asks the part to end, and ends it by force when it has not done so in time.
   *
   * @return whether no force was needed
   */
  boolean stop(Duration patience);

  /** Ends the process at once, as a crash would. */
  void kill();
}
