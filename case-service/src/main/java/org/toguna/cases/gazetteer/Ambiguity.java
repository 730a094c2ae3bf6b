package org.toguna.cases.gazetteer;

import java.util.List;
import org.toguna.kit.marking.PlaceLevel;

/** Whether several places are as likely as the first: then nobody may pick one silently. */
final class Ambiguity {
  /** So many candidates decide; more than that are no clearer. */
  static final int CONSIDERED = 20;

  /** A spelling that is this much likelier than the next stands alone. */
  private static final double CLEARLY = 0.15;

  /** Two entries of one name so near are one settlement, told by two providers or by its unit. */
  private static final double SAME_PLACE_KM = 3;

  /** Dogon and Peulh halves of a village lie as near, and are two. */
  private static final double SAME_NAME = 0.85;

  private Ambiguity() {}

  static boolean of(List<Candidate> candidates) {
    return !candidates.isEmpty() && of(candidates.getFirst(), candidates);
  }

  /**
   * Whether another settlement is as likely as the first of those that were asked for: that one
   * provider knows no namesake does not say which is meant. Codes and units are a provider's own.
   *
   * @param asked the candidates of one provider, likeliest first
   * @param all those of all providers
   */
  static boolean of(List<Candidate> asked, List<Candidate> all) {
    if (asked.isEmpty()) {
      return false;
    }
    var first = asked.getFirst();
    boolean ofItsProvider =
        first.reason() == Candidate.Reason.PCODE || first.level().compareTo(PlaceLevel.adm3) <= 0;
    return of(first, ofItsProvider ? asked : all);
  }

  private static boolean of(Candidate first, List<Candidate> all) {
    return all.stream()
        .filter(other -> !other.id().equals(first.id()))
        .limit(CONSIDERED)
        .anyMatch(other -> asLikely(first, other) && !isSameSettlement(first, other));
  }

  /** Who is called so, by whomever, is as likely as all who are: it is not known who is meant. */
  private static boolean asLikely(Candidate first, Candidate other) {
    if (first.reason() == Candidate.Reason.PCODE || other.reason() == Candidate.Reason.PCODE) {
      return other.reason() == first.reason();
    }
    boolean bothAreCalledSo =
        first.reason() != Candidate.Reason.SPELLING && other.reason() != Candidate.Reason.SPELLING;
    boolean firstIsCalledSoItself = first.reason().compareTo(Candidate.Reason.ALTERNATIVE) <= 0;
    return bothAreCalledSo || !firstIsCalledSoItself && first.score() - other.score() < CLEARLY;
  }

  private static boolean isSameSettlement(Candidate first, Candidate other) {
    boolean settlements =
        first.level().compareTo(PlaceLevel.adm3) > 0
            && other.level().compareTo(PlaceLevel.adm3) > 0;
    boolean told =
        first.id().equals(other.through())
            || other.id().equals(first.through())
            || Likeness.of(first.name(), other.name()) > SAME_NAME;
    return settlements
        && told
        && Kilometres.between(first.lat(), first.lon(), other.lat(), other.lon()) < SAME_PLACE_KM;
  }
}
