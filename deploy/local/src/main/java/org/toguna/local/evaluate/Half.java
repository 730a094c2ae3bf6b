package org.toguna.local.evaluate;

import java.util.Locale;

/**
 * Which rows of a file are asked. The lookup was tuned on the first, third, fifth … row of the
 * sample of variants; figures on those prove nothing.
 */
enum Half {
  ALL,
  TUNED,
  UNTUNED;

  boolean takes(int row) {
    return this == ALL || row % 2 == 0 == (this == TUNED);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
