package org.toguna.cases.precedents;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one case tells of itself, or somebody of a situation, as far as it is compared. What is not
 * in it is not known: nothing in it stands for the unknown.
 *
 * @param codes of each feature that is told, except place and period
 */
record Situation(
    Map<Feature, SortedSet<String>> codes, @Nullable Where place, @Nullable Span period) {

  /** The same without what says nothing. */
  static Situation of(
      Map<Feature, ? extends Set<String>> codes, @Nullable Where place, @Nullable Span period) {
    var told = new EnumMap<Feature, SortedSet<String>>(Feature.class);
    codes.forEach(
        (feature, some) -> {
          if (!some.isEmpty()) {
            told.put(feature, new TreeSet<>(some));
          }
        });
    return new Situation(
        told,
        place != null && place.isTold() ? place : null,
        period != null && period.isTold() ? period : null);
  }

  boolean tells(Feature feature) {
    return switch (feature) {
      case PLACE -> place != null;
      case PERIOD -> period != null;
      case TYPE,
          LEVEL,
          TRIGGER,
          CAUSE,
          BESIEGER,
          ASKED_FIRST,
          PERMISSION_ORDER,
          LEVER,
          CHANNEL,
          TERMS,
          AGREEMENT,
          OUTCOME,
          CRISIS_STATUS ->
          codes.containsKey(feature);
    };
  }

  boolean tellsNothing() {
    return codes.isEmpty() && place == null && period == null;
  }

  /** The codes of a feature; none where it is not told. */
  Set<String> of(Feature feature) {
    SortedSet<String> some = codes.get(feature);
    return some == null ? Set.of() : some;
  }
}
