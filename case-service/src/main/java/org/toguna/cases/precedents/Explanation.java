package org.toguna.cases.precedents;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.precedents.PrecedentList.Compared;
import org.toguna.cases.precedents.PrecedentList.Difference;
import org.toguna.cases.precedents.PrecedentList.Precedent;
import org.toguna.cases.precedents.PrecedentList.Told;

/** Says of one case what was compared, what not, and what differed. */
final class Explanation {
  private final Situation asked;
  private final Nearest.One found;

  private Explanation(Situation asked, Nearest.One found) {
    this.asked = asked;
    this.found = found;
  }

  /**
   * @param view the case as its reader gets it
   */
  static Precedent of(Situation asked, Nearest.One found, JsonNode view) {
    var explanation = new Explanation(asked, found);
    Comparison comparison = found.comparison();
    return new Precedent(
        found.dialogue(),
        view.path("type").asText(),
        view.path("title").textValue(),
        view.get("place"),
        view.path("view").asText(),
        comparison.score() / 10_000.0,
        comparison.coverage() / 1_000.0,
        comparison.features().stream().map(explanation::compared).toList(),
        comparison.features().stream()
            .filter(one -> one.verdict() == Verdict.close || one.verdict() == Verdict.different)
            .map(one -> explanation.difference(one.feature()))
            .toList());
  }

  private Compared compared(Comparison.OneFeature one) {
    return new Compared(
        one.feature().code(),
        one.feature().weight(),
        told(asked, one.feature()),
        told(found.situation(), one.feature()),
        one.likeness().isPresent() ? one.likeness().getAsInt() / 1_000.0 : null,
        one.verdict());
  }

  private static @Nullable Told told(Situation situation, Feature feature) {
    if (!situation.tells(feature)) {
      return null;
    }
    Where place = situation.place();
    Span period = situation.period();
    if (feature == Feature.PERIOD && period != null) {
      return new Told(null, day(period.from()), day(period.to()));
    }
    return new Told(
        feature == Feature.PLACE && place != null
            ? place.units()
            : List.copyOf(situation.of(feature)),
        null,
        null);
  }

  private Difference difference(Feature feature) {
    Set<String> wanted = items(asked, feature);
    Set<String> there = items(found.situation(), feature);
    return new Difference(feature.code(), without(wanted, there), without(there, wanted));
  }

  private static Set<String> items(Situation situation, Feature feature) {
    Where place = situation.place();
    Span period = situation.period();
    return feature == Feature.PLACE && place != null
        ? Set.of(place.unit())
        : feature == Feature.PERIOD && period != null
            ? Set.of(period.toString())
            : situation.of(feature);
  }

  private static List<String> without(Set<String> some, Set<String> others) {
    var left = new TreeSet<>(some);
    left.removeAll(others);
    return List.copyOf(left);
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
