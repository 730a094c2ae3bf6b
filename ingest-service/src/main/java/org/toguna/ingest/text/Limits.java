package org.toguna.ingest.text;

import java.time.Duration;

/** How much is read of one report, so that no single one can exhaust the service. */
public record Limits(int bytes, int decoded, int markup, int characters, int tags, Duration time) {

  /**
   * Twenty megabytes in, of which eight are decoded and two million characters come out. Real pages
   * have a few thousand tags; at fifty thousand the tree still fits beside the dictionaries in a
   * heap of 160 MB.
   */
  public static final Limits USUAL =
      new Limits(
          20 * 1024 * 1024, 8 * 1024 * 1024, 4_000_000, 2_000_000, 50_000, Duration.ofSeconds(10));
}
