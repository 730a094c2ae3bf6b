package org.toguna.local;

/** The command line asks for something that there is not. */
public final class UsageFailed extends RuntimeException {

  public UsageFailed(String message) {
    super(message);
  }
}
