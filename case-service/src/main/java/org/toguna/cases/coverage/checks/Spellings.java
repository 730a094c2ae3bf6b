package org.toguna.cases.coverage.checks;

import java.util.List;

/** Who in the unit may be meant by a spelling. */
@FunctionalInterface
interface Spellings {

  /** A place of the unit and how likely it is meant, in whatever measure ranks them. */
  record Guess(String id, double score) {}

  /** Likeliest first. */
  List<Guess> of(String written);
}
