package org.toguna.parts;

import java.time.Duration;

/** A process of the stack that keeps its state in a directory and can be brought back from it. */
public interface Part {

  String name();

  /** Starts the process and returns at once; a part that runs already is left alone. */
  void start();

  /**
   * Returns when the part answers, however long that takes.
   *
   * @param patience how long nothing may move in it: no processor time, no line of its log
   * @throws PartFailed if it ends, or does not get on any more
   */
  void awaitReady(Duration patience);

  /** What is still waited for, to be said to the person who waits. */
  default String waitsFor() {
    return "it does not answer yet";
  }

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
