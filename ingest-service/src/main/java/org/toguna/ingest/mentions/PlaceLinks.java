package org.toguna.ingest.mentions;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.mentions.Mention.Role;

/**
 * Decides which bearer of a place name is meant, and leaves it open where the text does not say.
 */
final class PlaceLinks {

  private static final int SHOWN = 12;
  private static final List<String> ORDER =
      List.of("country", "adm1", "adm2", "adm3", "village", "site");

  private final Map<String, NameEntry> namedWithKind = new HashMap<>();
  private final Set<String> anchors = new HashSet<>();

  /** A place that the text names beyond doubt; others near it become likelier. */
  private void anchor(String key, NameEntry entry) {
    anchors.add(entry.recordId());
    anchors.addAll(entry.path());
    namedWithKind.putIfAbsent(key, entry);
  }

  /**
   * Words of kind and countries decide alone; the rest waits until the whole text has been seen.
   */
  @Nullable Mention first(String key, List<NameEntry> bearers, PlaceCue cue, String asStated) {
    var country = bearers.stream().filter(e -> e.level().equals("country")).findFirst();
    // "A Mali town" is a town of that country, whatever villages are called so.
    if (country.isPresent()) {
      anchors.add(country.get().recordId());
      return linked(cue, asStated, country.get(), "the country of this name", 0.6);
    }
    if (!cue.typed()) {
      return null;
    }
    var ofKind = bearers.stream().filter(e -> cue.levels().contains(e.level())).toList();
    if (ofKind.size() == 1) {
      var only = ofKind.getFirst();
      anchor(key, only);
      return linked(cue, asStated, only, "the only " + only.level() + " of this name", 1);
    }
    if (ofKind.isEmpty()) {
      return open(
          cue,
          asStated,
          bearers,
          "no "
              + String.join(" or ", cue.levels().stream().sorted().toList())
              + " of this name is known",
          0.9);
    }
    return null;
  }

  @Nullable Mention second(
      String key,
      List<NameEntry> bearers,
      PlaceCue cue,
      String asStated,
      @Nullable NameEntry within) {
    var ofKind =
        cue.typed()
            ? bearers.stream().filter(e -> cue.levels().contains(e.level())).toList()
            : bearers;
    var inside =
        within == null ? List.<NameEntry>of() : ofKind.stream().filter(within::encloses).toList();
    if (inside.size() == 1 && !inside.getFirst().equals(within)) {
      return linked(
          cue,
          asStated,
          inside.getFirst(),
          "the only one in " + Objects.requireNonNull(within).name() + ", named with it",
          0.9);
    }
    var named = namedWithKind.get(key);
    if (!cue.typed() && named != null) {
      return linked(cue, asStated, named, "named as " + named.level() + " in this text", 0.8);
    }
    if (cue.typed()) {
      return open(cue, asStated, ofKind, ofKind.size() + " of this name", 0.8);
    }
    return bare(bearers, cue, asStated);
  }

  private @Nullable Mention bare(List<NameEntry> bearers, PlaceCue cue, String asStated) {
    boolean placed = cue.role() != Role.NONE;
    boolean anchored = bearers.stream().anyMatch(this::anchored);
    var coarsest = bearers.stream().min(Comparator.comparingInt(PlaceLinks::rank)).orElseThrow();
    boolean unit = coarsest.level().equals("adm1") || coarsest.level().equals("adm2");
    boolean allInside = bearers.stream().allMatch(e -> e.equals(coarsest) || coarsest.encloses(e));
    if (unit && allInside && placed) {
      return linked(
          cue,
          asStated,
          coarsest,
          "every place of this name lies in this " + coarsest.level(),
          0.7);
    }
    if (!unit && allInside && placed && anchored) {
      var reason =
          bearers.size() == 1
              ? "the only place of this name"
              : "every place of this name lies in this " + coarsest.level();
      return linked(cue, asStated, coarsest, reason, 0.6);
    }
    if (placed || unit) {
      return open(cue, asStated, bearers, bearers.size() + " of this name", unit ? 0.6 : 0.4);
    }
    return null;
  }

  private boolean anchored(NameEntry entry) {
    return entry.path().stream().anyMatch(anchors::contains);
  }

  private static int rank(NameEntry entry) {
    return Math.floorMod(ORDER.indexOf(entry.level()), 100);
  }

  private static Mention linked(
      PlaceCue cue, String asStated, NameEntry to, String why, double salience) {
    return Mention.linked(Mention.Kind.PLACE, cue.span(), asStated, to, why, cue.role(), salience);
  }

  private Mention open(
      PlaceCue cue, String asStated, List<NameEntry> bearers, String why, double salience) {
    var candidates =
        bearers.stream()
            .sorted(
                Comparator.comparing((NameEntry e) -> !anchored(e))
                    .thenComparingInt(PlaceLinks::rank)
                    .thenComparing(NameEntry::recordId))
            .limit(SHOWN)
            .toList();
    return Mention.open(
        Mention.Kind.PLACE, cue.span(), asStated, candidates, why, cue.role(), salience);
  }
}
