package org.toguna.parts;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Warnings and worse, one line each: for processes that have something to say of their own. */
public final class QuietLogging {

  private static final Logger ROOT = Logger.getLogger("");

  private QuietLogging() {}

  public static void start() {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT %4$s %3$s %5$s %6$s%n");
    ROOT.setLevel(Level.WARNING);
  }
}
