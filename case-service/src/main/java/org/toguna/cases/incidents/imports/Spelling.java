package org.toguna.cases.incidents.imports;

/** Whether two folded names of units may be one name: long enough, and one letter in six apart. */
final class Spelling {
  private static final int SHORTEST = 6;

  private Spelling() {}

  static boolean isNear(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    int shorter = Math.min(one.length(), other.length());
    return shorter >= SHORTEST && longer - shorter <= longer / 6 && edits(one, other) <= longer / 6;
  }

  /** Letters to insert, drop or replace (Levenshtein). */
  private static int edits(String one, String other) {
    int[] before = new int[other.length() + 1];
    int[] now = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      now[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(replaced, Math.min(before[j], now[j - 1]) + 1);
      }
      int[] kept = before;
      before = now;
      now = kept;
    }
    return before[other.length()];
  }
}
