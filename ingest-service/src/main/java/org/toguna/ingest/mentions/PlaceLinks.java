package org.toguna.ingest.mentions;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.mentions.Mention.Role;

/**
 * Decides which bearer of a place name is meant, and leaves it open where the text does not say. A
 * unit that the text sets a place in bounds the search: namesakes elsewhere are candidates, and the
 * reason says what speaks against them.
 */
final class PlaceLinks {

  private static final int SHOWN = 12;
  private static final List<String> ORDER =
      List.of("country", "adm1", "adm2", "adm3", "village", "site");

  private final Map<String, NameEntry> namedWithKind = new HashMap<>();
  private final Set<String> anchors = new HashSet<>();
  private final Map<String, String> units;

  PlaceLinks(Map<String, String> units) {
    this.units = units;
  }

  /** A name as it stands, those who bear it, and the unit that the text sets it in. */
  record Named(
      String key,
      List<NameEntry> bearers,
      PlaceCue cue,
      String asStated,
      String name,
      @Nullable Mention unit) {

    @Nullable NameEntry within() {
      return unit == null ? null : unit.linked();
    }

    List<NameEntry> ofKind() {
      return cue.typed()
          ? bearers.stream().filter(e -> cue.levels().contains(e.level())).toList()
          : bearers;
    }

    /** Those of that kind in the unit; in one of its bearers, where the unit itself is open. */
    List<NameEntry> inside() {
      if (unit == null) {
        return ofKind();
      }
      return ofKind().stream()
          .filter(
              bearer ->
                  unit.candidates().stream().anyMatch(u -> u.encloses(bearer) && !u.equals(bearer)))
          .toList();
    }
  }

  /** A place that the text names beyond doubt; others near it become likelier. */
  private void anchor(String key, NameEntry entry) {
    anchors.add(entry.recordId());
    anchors.addAll(entry.path());
    namedWithKind.putIfAbsent(key, entry);
  }

  @Nullable Mention country(Named named) {
    var country = named.bearers.stream().filter(e -> e.level().equals("country")).findFirst();
    // "A Mali town" is a town of that country, whatever villages are called so.
    country.ifPresent(found -> anchors.add(found.recordId()));
    return country.map(found -> linked(named, found, "the country of this name", 0.6)).orElse(null);
  }

  /** A name with a word of kind beside it. */
  Mention typed(Named named) {
    var inside = named.inside();
    if (named.unit != null) {
      return bounded(named, inside);
    }
    if (inside.size() == 1) {
      var only = inside.getFirst();
      anchor(named.key, only);
      return linked(named, only, "the only " + only.level() + " of this name", 1);
    }
    if (inside.isEmpty()) {
      return open(named, named.bearers, "no " + kind(named) + " of this name is known", 0.9);
    }
    return open(named, inside, inside.size() + " of this name", 0.8);
  }

  private Mention bounded(Named named, List<NameEntry> inside) {
    if (inside.size() == 1) {
      anchor(named.key, inside.getFirst());
      return linked(
          named, inside.getFirst(), "the only one in " + unit(named) + ", named with it", 0.9);
    }
    if (inside.isEmpty()) {
      var elsewhere = named.ofKind().isEmpty() ? named.bearers : named.ofKind();
      return open(
          named,
          elsewhere,
          "no %s of this name is known in %s%s".formatted(kind(named), unit(named), lie(elsewhere)),
          0.9);
    }
    return open(named, inside, "%d of this name in %s".formatted(inside.size(), unit(named)), 0.8);
  }

  private static String kind(Named named) {
    return named.cue.typed()
        ? String.join(" or ", named.cue.levels().stream().sorted().toList())
        : "place";
  }

  private static String unit(Named named) {
    var within = named.within();
    return within != null ? within.name() : named.unit == null ? "" : named.unit.asStated();
  }

  /** What speaks against the namesakes: they lie in other units. */
  private String lie(List<NameEntry> elsewhere) {
    var where =
        elsewhere.stream()
            .map(this::around)
            .filter(name -> !name.isEmpty())
            .distinct()
            .sorted()
            .limit(5)
            .collect(Collectors.joining(", "));
    return where.isEmpty() ? "" : "; those known lie in " + where;
  }

  private String around(NameEntry entry) {
    var path = entry.path();
    int finest = Math.min(path.size(), 3) - 1;
    return finest < 1 ? "" : units.getOrDefault(path.get(finest), path.get(finest));
  }

  /** A name alone, once the whole text has been seen. */
  @Nullable Mention bare(Named named) {
    var inside = named.inside();
    var within = named.within();
    if (named.unit != null && inside.size() == 1 && !inside.getFirst().equals(within)) {
      return bounded(named, inside);
    }
    if (named.unit != null && inside.isEmpty() && !named.bearers.contains(within)) {
      return bounded(named, inside);
    }
    var known = namedWithKind.get(named.key);
    if (known != null && (within == null || within.encloses(known))) {
      return linked(named, known, "named as " + known.level() + " in this text", 0.8);
    }
    return named.bearers.isEmpty() ? null : likeliest(named);
  }

  private @Nullable Mention likeliest(Named named) {
    var bearers = named.bearers;
    boolean placed = named.cue.role() != Role.NONE;
    boolean anchored = bearers.stream().anyMatch(this::anchored);
    var coarsest = bearers.stream().min(Comparator.comparingInt(PlaceLinks::rank)).orElseThrow();
    boolean unit = coarsest.level().equals("adm1") || coarsest.level().equals("adm2");
    boolean allInside = bearers.stream().allMatch(e -> e.equals(coarsest) || coarsest.encloses(e));
    if (unit && allInside && placed) {
      return linked(
          named, coarsest, "every place of this name lies in this " + coarsest.level(), 0.7);
    }
    if (!unit && allInside && placed && anchored) {
      var reason =
          bearers.size() == 1
              ? "the only place of this name"
              : "every place of this name lies in this " + coarsest.level();
      return linked(named, coarsest, reason, 0.6);
    }
    if (placed || unit) {
      return open(named, bearers, bearers.size() + " of this name", unit ? 0.6 : 0.4);
    }
    return null;
  }

  private boolean anchored(NameEntry entry) {
    return entry.path().stream().anyMatch(anchors::contains);
  }

  private static int rank(NameEntry entry) {
    return Math.floorMod(ORDER.indexOf(entry.level()), 100);
  }

  private static Mention linked(Named named, NameEntry to, String why, double salience) {
    return Mention.linked(
            Mention.Kind.PLACE,
            named.cue.span(),
            named.asStated,
            to,
            why,
            named.cue.role(),
            salience)
        .called(named.name, named.unit);
  }

  private Mention open(Named named, List<NameEntry> bearers, String why, double salience) {
    var candidates =
        bearers.stream()
            .sorted(
                Comparator.comparing((NameEntry e) -> !anchored(e))
                    .thenComparingInt(PlaceLinks::rank)
                    .thenComparing(NameEntry::recordId))
            .toList();
    return Mention.open(
            Mention.Kind.PLACE,
            named.cue.span(),
            named.asStated,
            candidates.stream().limit(SHOWN).toList(),
            Mention.saysMore(why, candidates.size() - SHOWN),
            named.cue.role(),
            salience)
        .called(named.name, named.unit);
  }
}
