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
    if (candidates.size() < 2) {
      return false;
    }
    var first = candidates.getFirst();
    return candidates.stream()
        .skip(1)
        .limit(CONSIDERED)
        .anyMatch(other -> asLikely(first, other) && !isSameSettlement(first, other));
  }

  private static boolean asLikely(Candidate first, Candidate other) {
    boolean sure = first.reason() != Candidate.Reason.SPELLING;
    boolean alsoSure = other.reason() != Candidate.Reason.SPELLING;
    if (first.reason() == Candidate.Reason.PCODE || sure != alsoSure) {
      return other.reason() == first.reason();
    }
    return sure || first.score() - other.score() < CLEARLY;
  }

  private static boolean isSameSettlement(Candidate first, Candidate other) {
    boolean settlements =
        first.level().compareTo(PlaceLevel.adm3) > 0
            && other.level().compareTo(PlaceLevel.adm3) > 0;
    return settlements
        && kilometres(first, other) < SAME_PLACE_KM
        && Likeness.of(first.name(), other.name()) > SAME_NAME;
  }

  private static double kilometres(Candidate one, Candidate other) {
    double north = (one.lat() - other.lat()) * 111.2;
    double east = (one.lon() - other.lon()) * 111.2 * Math.cos(Math.toRadians(one.lat()));
    return Math.hypot(north, east);
  }
}
