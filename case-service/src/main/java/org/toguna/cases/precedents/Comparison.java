package org.toguna.cases.precedents;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * One case held against what is asked for.
 *
 * <p>The score is the mean likeness of the features that were asked for, by weight. A feature that
 * the case does not tell counts as what strangers would have in common, so that it is neither a
 * match nor a mismatch, and one match alone is not as good as eight.
 *
 * @param score in ten-thousandths
 * @param coverage which share of the weight asked for could be compared, in thousandths
 * @param features all of them, in the order of {@link Feature}
 */
record Comparison(int score, int coverage, List<OneFeature> features) {

  /** What a feature counts that cannot be compared. */
  private static final int OF_STRANGERS = 100;

  /** How two situations compare in one feature; without a likeness where one does not tell. */
  record OneFeature(Feature feature, OptionalInt likeness) {

    Verdict verdict() {
      return likeness.isPresent() ? Verdict.of(likeness.getAsInt()) : Verdict.not_known;
    }
  }

  static Comparison of(Situation asked, Situation other) {
    var features = new ArrayList<OneFeature>();
    int wanted = 0;
    int compared = 0;
    int sum = 0;
    for (Feature feature : Feature.values()) {
      OptionalInt likeness = Likeness.of(feature, asked, other);
      features.add(new OneFeature(feature, likeness));
      if (asked.tells(feature)) {
        wanted += feature.weight();
        compared += likeness.isPresent() ? feature.weight() : 0;
        sum += feature.weight() * likeness.orElse(OF_STRANGERS);
      }
    }
    return wanted == 0
        ? new Comparison(0, 0, features)
        : new Comparison(share(sum * 10, wanted), share(compared * 1_000, wanted), features);
  }

  /** Whether nothing of it could be compared. */
  boolean isEmpty() {
    return coverage == 0;
  }

  private static int share(int part, int whole) {
    return (part + whole / 2) / whole;
  }
}
