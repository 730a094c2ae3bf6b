package org.toguna.cases.coverage;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.gazetteer.Likeness;
import org.toguna.kit.names.Fold;

/**
 * What became of each line between two versions of a list. Lines are the same if they name the same
 * place by id, or else if they are written the same but for accents and hyphens. What is only alike
 * is told as respelt and unsure: it may as well be one village struck off and another added.
 */
@Schema(description = "What changed between two versions of a coverage list.")
record ListDifference(
    UUID list,
    @Schema(minimum = "1", maximum = "2147483647") int from,
    @Schema(minimum = "1", maximum = "2147483647") int to,
    @Schema(maxItems = CoverageList.MOST_ENTRIES) List<ListedPlace> added,
    @Schema(maxItems = CoverageList.MOST_ENTRIES) List<ListedPlace> removed,
    @Schema(maxItems = CoverageList.MOST_ENTRIES) List<Respelt> respelt,
    @Schema(maxItems = CoverageList.MOST_ENTRIES) List<Relisted> consentChanged,
    @Schema(maxItems = CoverageList.MOST_ENTRIES) List<Relisted> placeChanged,
    @Schema(description = "Whether it claims another unit now") boolean unitChanged) {
  private static final double ALIKE = 0.6;

  /** One line written otherwise; unsure where nothing but likeness joins the two. */
  @Schema(name = "RespeltPlace")
  record Respelt(ListedPlace before, ListedPlace after, boolean sure) {}

  /** One line that stands in both, with something changed about it. */
  @Schema(name = "RelistedPlace")
  record Relisted(ListedPlace before, ListedPlace after) {}

  private record Pair(ListedPlace before, ListedPlace after, boolean sure) {}

  static ListDifference of(UUID list, int from, CoverageList before, int to, CoverageList after) {
    var left = new ArrayList<>(before.entries());
    var come = new ArrayList<>(after.entries());
    var pairs = new ArrayList<Pair>();
    join(left, come, Object::equals, true, pairs);
    join(left, come, ListDifference::samePlace, true, pairs);
    join(left, come, ListDifference::sameName, true, pairs);
    join(left, come, ListDifference::alike, false, pairs);
    return new ListDifference(
        list,
        from,
        to,
        List.copyOf(come),
        List.copyOf(left),
        pairs.stream()
            .filter(pair -> !pair.before.written().equals(pair.after.written()))
            .map(pair -> new Respelt(pair.before, pair.after, pair.sure))
            .toList(),
        pairs.stream()
            .filter(pair -> !Objects.equals(pair.before.consent(), pair.after.consent()))
            .map(pair -> new Relisted(pair.before, pair.after))
            .toList(),
        pairs.stream()
            .filter(pair -> !Objects.equals(pair.before.place(), pair.after.place()))
            .map(pair -> new Relisted(pair.before, pair.after))
            .toList(),
        !Objects.equals(id(before), id(after)));
  }

  /** Takes out of both what belongs together, in the order of the lines. */
  private static void join(
      List<ListedPlace> left,
      List<ListedPlace> come,
      BiPredicate<ListedPlace, ListedPlace> together,
      boolean sure,
      List<Pair> pairs) {
    for (Iterator<ListedPlace> lines = left.iterator(); lines.hasNext(); ) {
      ListedPlace before = lines.next();
      come.stream()
          .filter(after -> together.test(before, after))
          .findFirst()
          .ifPresent(
              after -> {
                pairs.add(new Pair(before, after, sure));
                lines.remove();
                // By identity: equal lines may stand in a list twice.
                for (int i = 0; i < come.size(); i++) {
                  if (come.get(i) == after) {
                    come.remove(i);
                    break;
                  }
                }
              });
    }
  }

  private static boolean samePlace(ListedPlace before, ListedPlace after) {
    return before.place() != null && before.place().equals(after.place());
  }

  private static boolean sameName(ListedPlace before, ListedPlace after) {
    String name = squeezed(before);
    return !name.isEmpty() && name.equals(squeezed(after));
  }

  private static boolean alike(ListedPlace before, ListedPlace after) {
    boolean otherPlaces =
        before.place() != null && after.place() != null && !before.place().equals(after.place());
    return !otherPlaces && Likeness.of(before.written(), after.written()) >= ALIKE;
  }

  private static String squeezed(ListedPlace entry) {
    return Fold.of(entry.written()).replace(" ", "");
  }

  private static @Nullable String id(CoverageList list) {
    return list.unit() == null ? null : list.unit().id();
  }
}
