package org.toguna.cases.places;

import com.fasterxml.jackson.core.JsonPointer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.InDivision;
import org.toguna.kit.records.Units;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.PlaceReference;

/** Fills references to places in from the gazetteer, and says which of them it does not have. */
@ApplicationScoped
public class KnownPlaces implements Units {
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final int MOST_HELD = 10_000;

  private final PlaceEntries gazetteer;
  private final Divisions divisions;
  private final Map<String, Held> held = new ConcurrentHashMap<>();

  KnownPlaces(PlaceEntries gazetteer, Divisions divisions) {
    this.gazetteer = gazetteer;
    this.divisions = divisions;
  }

  /**
   * The entry of that id, in the words of the reference. Without one only the source's words are
   * left, and the units around that the gazetteer has: a name or a level that somebody wrote beside
   * nothing is nobody's.
   */
  public PlaceReference found(PlaceReference reference) {
    return entry(reference)
        .map(reference::foundAs)
        .orElseGet(() -> reference.inWordsAlone(around(reference)));
  }

  /** The finest of the units around it that the gazetteer has, with those around that one. */
  private List<PlaceReference.Ancestor> around(PlaceReference reference) {
    return reference.within().stream()
        .map(PlaceReference.Ancestor::id)
        .filter(Objects::nonNull)
        .flatMap(id -> entry(id).stream())
        .max(Comparator.comparing(PlaceReference::level))
        .map(PlaceReference::asAncestors)
        .orElse(List.of());
  }

  /** What is wrong with a reference; an id that the gazetteer lacks is never kept. */
  public List<Flaw> flaws(PlaceReference reference, JsonPointer at) {
    var flaws = new ArrayList<>(reference.flaws(at));
    if (reference.id() != null && entry(reference).isEmpty()) {
      flaws.add(
          Flaw.at(
              at.appendProperty("id"),
              "unknown-place",
              "The gazetteer has no place or unit of this id or P-code. Look it up with"
                  + " GET /cases/v1/places?q=, or leave the id out and keep asStated."));
    }
    boolean named =
        entry(reference).filter(found -> found.level().finerThan(PlaceLevel.adm3)).isPresent();
    if (Boolean.TRUE.equals(reference.unnamed()) && named) {
      flaws.add(
          Flaw.at(
              at.appendProperty("unnamed"),
              "unnamed-but-named",
              "The source keeps the place to itself: name the unit that it names, or leave unnamed"
                  + " out."));
    }
    return flaws;
  }

  private Optional<PlaceReference> entry(PlaceReference reference) {
    return reference.id() == null ? Optional.empty() : entry(reference.id());
  }

  /** An entry as it was a moment ago: a record asks for it three times, an import thousands. */
  private record Held(PlaceReference entry, long readAt) {}

  private Optional<PlaceReference> entry(String id) {
    Held known = held.get(id);
    if (known != null && System.nanoTime() - known.readAt() < FRESH_NANOS) {
      return Optional.of(known.entry());
    }
    Optional<PlaceReference> read = gazetteer.entry(id);
    if (held.size() >= MOST_HELD) {
      held.clear();
    }
    // What is missing may be added at any moment, and is then not missing for seconds more.
    read.ifPresent(entry -> held.put(id, new Held(entry, System.nanoTime())));
    return read;
  }

  @Override
  public OptionalInt level(String id) {
    return entry(id)
        .map(found -> OptionalInt.of(Math.min(level(found.level()), 4)))
        .orElse(OptionalInt.empty());
  }

  @Override
  public Optional<InDivision> in(String division, @Nullable String place, boolean unplaced) {
    InDivision found = divisions.in(division, place, unplaced);
    if (found.unitLevel() != Divisions.CARRIED || place == null) {
      return Optional.of(found);
    }
    int level =
        level(place)
            .orElseThrow(
                () ->
                    new Refusal(
                        ProblemType.BAD_PARAMETER,
                        "Parameter place: The gazetteer has no place or unit of this id or"
                            + " P-code."));
    return Optional.of(new InDivision(place, level, found.among(), found.without()));
  }

  private static int level(PlaceLevel level) {
    return level.ordinal();
  }
}
