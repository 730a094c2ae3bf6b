package org.toguna.local;

/** The command line asks for something that there is not. */
final class UsageFailed extends RuntimeException {

  UsageFailed(String message) {
    super(message);
  }
}
