package org.toguna.kit.problems;

import java.util.List;
import java.util.Locale;
import org.toguna.kit.values.Flaw;

/**
 * The domain's no: a kind from the closed list and a sentence that never reveals what the reader
 * may not see.
 */
public final class Refusal extends RuntimeException {

  private final ProblemType type;
  private final transient Phrase detail;
  private final transient List<Flaw> flaws;

  public Refusal(ProblemType type, Phrase detail, List<Flaw> flaws) {
    // A refusal is an answer, not a fault: nobody reads its stack trace.
    super(type.slug() + ": " + detail.in(Locale.ENGLISH), null, false, false);
    this.type = type;
    this.detail = detail;
    this.flaws = List.copyOf(flaws);
  }

  public Refusal(ProblemType type, Phrase detail) {
    this(type, detail, List.of());
  }

  public Refusal(ProblemType type, String detail) {
    this(type, Phrase.of("verbatim", detail), List.of());
  }

  public Refusal(ProblemType type, String detail, List<Flaw> flaws) {
    this(type, Phrase.of("verbatim", detail), flaws);
  }

  /**
   * What was sent is well formed but wrong; every flaw at once, so that one correction is enough.
   */
  public static Refusal invalid(List<Flaw> flaws) {
    return new Refusal(ProblemType.INVALID, Phrase.of("invalid.detail"), flaws);
  }

  public static Refusal invalid(Flaw... flaws) {
    return invalid(List.of(flaws));
  }

  /** The same words for what does not exist and for what this reader may not know of. */
  public static Refusal notFound() {
    return new Refusal(ProblemType.NOT_FOUND, Phrase.of("not-found.detail"));
  }

  public ProblemType type() {
    return type;
  }

  public String detail(Locale language) {
    return detail.in(language);
  }

  public List<Flaw> flaws() {
    return flaws;
  }
}
