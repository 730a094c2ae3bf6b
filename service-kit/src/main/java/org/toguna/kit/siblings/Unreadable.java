package org.toguna.kit.siblings;

/** A message that no later attempt will read better; the reason goes with the dead letter. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  Unreadable(String reason) {
    super(reason);
  }
}
