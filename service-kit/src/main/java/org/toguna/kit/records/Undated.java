package org.toguna.kit.records;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/**
 * What becomes, in a question about a period, of records that nobody can date: whoever asks for a
 * month is not answered with what may have been in any other, unless they want it.
 */
public enum Undated {
  /** They match no period. */
  FALSE,
  /** They match any period. */
  TRUE,
  /** They alone, whatever the period. */
  ONLY;

  /** How the parameter is described wherever it is asked. */
  public static final String MEANING =
      "Records that nobody can date match no period (false), any period (true), or are all that is"
          + " wanted (only)";

  /**
   * @throws Refusal if it is none of these
   */
  public static Undated of(@Nullable String text) {
    return switch (text) {
      case null -> FALSE;
      case "false", "true", "only" -> valueOf(text.toUpperCase(Locale.ROOT));
      default ->
          throw new Refusal(
              ProblemType.BAD_PARAMETER, "Parameter undated: Expected false, true or only.");
    };
  }
}
