package org.toguna.kit.http;

import org.toguna.kit.marking.Tlp;

/** How long an answer may be kept by others, which depends on its marking alone. */
public final class Caching {

  static final String MARKED = "private, no-store";

  // Even what is CLEAR may be marked more strictly later: caches ask again each time.
  static final String OPEN = "no-cache";

  private Caching() {}

  public static String of(Tlp marking) {
    return marking == Tlp.CLEAR ? OPEN : MARKED;
  }
}
