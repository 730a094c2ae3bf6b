package org.toguna.local.origin;

import java.util.regex.Pattern;

/**
 * The addresses that the origin passes on. What is not on the list is not there, and neither is
 * what is spelt otherwise than an address is: a service might read it as another one.
 */
final class PassedOn {
  private static final Pattern LISTED =
      Pattern.compile(
          "/(cases|actors|ingest)/(v1/.+|q/(health|openapi|swagger-ui)(/.*)?)"
              + "|/problems(/[^/]+)?"
              + "|/review(/.*)?");

  /**
   * Empty segments, dots alone, parameters of segments, half an encoding, and what is encoded
   * without need or means a separator, a second encoding or a control character.
   */
  private static final Pattern ASKEW =
      Pattern.compile(
          "//|/\\.{1,2}(/|$)|[;\\\\]|%(?![0-9a-f]{2})"
              + "|%([01].|25|2[d-f]|3[0-9b]|4[1-9a-f]|5[0-9acf]|6[1-9a-f]|7[0-9aef])",
          Pattern.CASE_INSENSITIVE);

  private PassedOn() {}

  /**
   * @param path as it was sent, without its query
   */
  static boolean isListed(String path) {
    return LISTED.matcher(path).matches() && !ASKEW.matcher(path).find();
  }
}
