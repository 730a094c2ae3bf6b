package org.toguna.parts;

/**
 * A part could not be started or did not answer; the message is meant for the person at the
 * terminal.
 */
public class PartFailed extends RuntimeException {

  public PartFailed(String message) {
    super(message);
  }

  public PartFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
