package org.toguna.ingest.text;

import java.util.regex.Pattern;

/** A heading is a short line that does not end as a sentence does, quotations in it aside. */
final class Headings {

  private static final Pattern QUOTED =
      Pattern.compile("‘[^‘]*’(?!\\p{L})|“[^”]*”|«[^»]*»|\"[^\"]*\"");

  private Headings() {}

  static boolean isHeading(String line) {
    if (line.length() > 120 || line.indexOf('/') >= 0 || !startsLikeOne(line)) {
      return false;
    }
    var bare = QUOTED.matcher(line).replaceAll("").strip();
    if (bare.isEmpty() || bare.split("\\s+").length > 14) {
      return false;
    }
    return ".!?…;,”»\"’".indexOf(bare.charAt(bare.length() - 1)) < 0;
  }

  private static boolean startsLikeOne(String line) {
    int first = line.codePointAt(0);
    return Character.isUpperCase(first) || Character.isTitleCase(first);
  }
}
