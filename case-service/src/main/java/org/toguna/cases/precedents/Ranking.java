package org.toguna.cases.precedents;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.values.Flaw;

/** Ranks cases, one after the other, by what is asked for: a situation, or the case told first. */
final class Ranking {
  private final Nearest nearest;
  private @Nullable Situation asked;
  private List<UUID> noted = List.of();

  Ranking(@Nullable Situation asked, int limit) {
    this.asked = asked;
    this.nearest = new Nearest(limit);
  }

  /**
   * Asks for what this case tells.
   *
   * @throws Refusal if it tells nothing
   */
  void ask(Gathered gathered) {
    Situation told = gathered.situation();
    if (told.tellsNothing()) {
      throw nothing(
          "As you see this case, it tells nothing that cases are compared by. Record its type, its"
              + " crises, permissions, contacts or terms, or describe the situation with POST"
              + " /cases/v1/precedents.");
    }
    asked = told;
    noted = gathered.noted();
  }

  void take(Gathered gathered) {
    Situation other = gathered.situation();
    nearest.take(
        new Nearest.One(
            gathered.dialogue(), other, Comparison.of(asked(), other), gathered.noted()));
  }

  /**
   * What is asked for.
   *
   * @throws Refusal if that was a case which its reader has lost sight of meanwhile
   */
  Situation asked() {
    if (asked == null) {
      throw Refusal.notFound();
    }
    return asked;
  }

  List<Nearest.One> nearest() {
    return nearest.all();
  }

  boolean more() {
    return nearest.more();
  }

  /** The records that the question itself rests on, if it is a case, and whose reading is noted. */
  List<UUID> noted() {
    return noted;
  }

  static Refusal nothing(String remedy) {
    return Refusal.invalid(Flaw.at(JsonPointer.empty(), "nothing-to-compare", remedy));
  }
}
