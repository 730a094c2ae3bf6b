package org.toguna.kit.http;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.problems.Phrase;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/** Strong entity tags (RFC 9110): which version somebody has read, and whether it is the last. */
public final class ETags {

  private ETags() {}

  /** Views of one version differ, so their tags must: name the view in what is tagged. */
  public static String of(Object... parts) {
    var joined = String.join("-", Arrays.stream(parts).map(String::valueOf).toList());
    return '"' + joined.replace("\"", "") + '"';
  }

  /**
   * Call only once the reader is known to see the record: a missing precondition must not tell that
   * there is one.
   */
  public static void requireCurrent(@Nullable String ifMatch, String current) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new Refusal(
          ProblemType.PRECONDITION_REQUIRED, Phrase.of("precondition-required.detail"));
    }
    if (!matches(ifMatch, current, true)) {
      throw new Refusal(ProblemType.STALE_VERSION, Phrase.of("stale-version.detail"));
    }
  }

  /** Whether the client already has what it asks for. */
  public static boolean alreadyRead(@Nullable String ifNoneMatch, String current) {
    return ifNoneMatch != null && matches(ifNoneMatch, current, false);
  }

  private static boolean matches(String header, String current, boolean strong) {
    return Arrays.stream(header.split(","))
        .map(String::strip)
        .anyMatch(
            tag ->
                tag.equals("*")
                    || tag.equals(current)
                    || !strong && opaque(tag).equals(opaque(current)));
  }

  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
