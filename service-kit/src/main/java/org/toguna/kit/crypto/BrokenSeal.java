package org.toguna.kit.crypto;

/** A sealed body that does not open: changed, moved, or sealed under another key. */
public final class BrokenSeal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenSeal(String place, Throwable cause) {
    super("What is sealed at " + place + " does not open with its key.", cause);
  }
}
