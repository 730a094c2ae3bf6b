package org.toguna.kit.values;

import java.util.regex.Pattern;

/** What to write instead of a date that cannot be read, as far as one can guess what was meant. */
final class EdtfRemedy {
  private static final Pattern SLASHED = Pattern.compile("\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}");
  private static final Pattern SHORT = Pattern.compile("-?\\d{4}-\\d{1,2}(-\\d{1,2})?");
  private static final Pattern BASIC = Pattern.compile("\\d{8}");
  private static final Pattern LEVEL_2 =
      Pattern.compile("[?~%]\\d|[?~%]-|\\dX\\d|X-\\d|-\\dX|-X\\d|XXX|X{2}-\\d|E\\d|S\\d");

  private EdtfRemedy() {}

  /** Whether it is a date as people write it, such as 5/8/2021, and no interval. */
  static boolean isSlashed(String text) {
    return SLASHED.matcher(text).matches();
  }

  static NotADate unreadable(String text) {
    if (text.isBlank()) {
      return new NotADate("not-a-date", "Leave the date out, or keep the words in asStated.");
    }
    if (text.contains("/") || isSlashed(text)) {
      return new NotADate(
          "not-a-date", "Dates are written year-month-day, and an interval has two of them.");
    }
    if (SHORT.matcher(text).matches() || BASIC.matcher(text).matches()) {
      return new NotADate(
          "not-a-date", "Write months and days with two digits and hyphens, such as 2021-08-05.");
    }
    if (text.startsWith("Y")) {
      return new NotADate(
          "not-a-date", "Y is for years of more than four digits, such as Y-17000.");
    }
    if (LEVEL_2.matcher(text).find()) {
      return new NotADate(
          "level-2",
          "Of level 2 only sets are read. Qualify the whole date (2021-08~), leave digits"
              + " unspecified from the right (202X, 2021-XX), or give bounds and asStated.");
    }
    return new NotADate(
        "not-a-date",
        "Not a date of ISO 8601-2 level 1. Write it such as 2021-08-05, 2021-08, 2021-21, 202X,"
            + " 2021-08~ or 2021-08/.., or give bounds and asStated.");
  }
}
