package org.toguna.cases.coverage.gaps;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.coverage.CoverageList;
import org.toguna.cases.coverage.ListVersions;
import org.toguna.cases.coverage.OwnersEyes;
import org.toguna.cases.coverage.checks.CoverageChecks;
import org.toguna.cases.coverage.checks.Standings;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.RecordDesk;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordKinds;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.values.PlaceReference;
import org.toguna.kit.values.PossibleDays;
import org.toguna.kit.values.UncertainDate;

/**
 * Raises possible list gaps. Each list is held against what happened with the eyes of its owner and
 * no others: of a record that the owner does not see, or sees no finer than a commune, no gap
 * tells.
 */
@ApplicationScoped
public class ListGaps {
  /**
   * In whose name an organisation's lists are looked at. A RED list is looked at only if its
   * marking names this person beside those who may read it.
   */
  public static final String WATCH = "list-gaps";

  private final WatchedLists watched;
  private final ListVersions lists;
  private final CoverageChecks checks;
  private final ListGapKind kind;
  private final RecordReads reads;
  private final RecordDesk desk;
  private final RecordJson json;
  private final RecordKinds kinds;
  private final FoundPlaces found;
  private final Clock clock = Clock.systemUTC();

  ListGaps(
      WatchedLists watched,
      ListVersions lists,
      CoverageChecks checks,
      ListGapKind kind,
      RecordReads reads,
      RecordDesk desk,
      RecordJson json,
      RecordKinds kinds,
      FoundPlaces found) {
    this.watched = watched;
    this.lists = lists;
    this.checks = checks;
    this.kind = kind;
    this.reads = reads;
    this.desk = desk;
    this.json = json;
    this.kinds = kinds;
    this.found = found;
  }

  /**
   * Looks at everything that one written record can have made a gap of: an incident or a crisis, or
   * a list itself. Whoever writes must not wait for it, since the time it takes would tell them of
   * lists that they may not see; {@link GapWatch} calls it from the change log. To call it again
   * changes nothing.
   */
  public void considerIncident(String kind, UUID record) {
    var failures = new ArrayList<RuntimeException>();
    for (WatchedLists.OpenGap open : watched.openGaps(kind, record)) {
      try {
        found.settle(open, eyes(open.owner()));
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    watched.touchedBy(kind, record).stream()
        .collect(Collectors.groupingBy(WatchedLists.Pair::list))
        .forEach(
            (list, happened) -> {
              try {
                consider(list, happened.getFirst().owner(), happened);
              } catch (RuntimeException e) {
                failures.add(e); // one list, perhaps another organisation's, stops no other
              }
            });
    if (!failures.isEmpty()) {
      RuntimeException first = failures.removeFirst();
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }

  private void consider(UUID id, String owner, List<WatchedLists.Pair> happened) {
    Reader eyes = eyes(owner);
    Optional<ListVersions.Version> version = lists.find(eyes, id);
    PlaceReference unit = version.map(one -> one.list().unit()).orElse(null);
    if (version.isEmpty()
        || !version.get().list().isOfPlacesCovered()
        || unit == null
        || unit.id() == null
        || Boolean.TRUE.equals(unit.unnamed())) {
      return;
    }
    CoverageList list = version.get().list();
    Marking marking = OwnersEyes.of(version.get().marking());
    checks
        .standings(list)
        .ifPresent(
            standings ->
                happened.forEach(
                    pair ->
                        seen(pair, list, eyes)
                            .ifPresent(
                                happening ->
                                    gaps(pair, happening, unit, standings, marking)
                                        .forEach(gap -> raise(gap, eyes)))));
  }

  private static Reader eyes(String owner) {
    return new Reader(owner, owner + "/" + WATCH, Set.of(Role.REVIEWER), Tlp.AMBER);
  }

  private static Stream<ListGap> gaps(
      WatchedLists.Pair pair,
      Happening happening,
      PlaceReference unit,
      Standings standings,
      Marking marking) {
    Stream<ListGap> judged =
        happening.places().stream()
            .filter(
                place -> place.within().stream().anyMatch(around -> around.id().equals(unit.id())))
            .flatMap(
                place ->
                    ground(standings.of(place)).stream()
                        .map(ground -> gap(pair, place, ground, marking)));
    Stream<ListGap> uncheckable =
        happening.unplaced().stream()
            .filter(place -> Unplaced.mayLieIn(place, unit))
            .filter(place -> isTold(happening, place, standings))
            .map(place -> gap(pair, place, ListGap.UNCHECKABLE, marking));
    return Stream.concat(judged, uncheckable);
  }

  /**
   * Words that name no unit may be of any list; what a provider tells among thousands is told of
   * those lists alone whose unit, or a place of it, its words name.
   */
  private static boolean isTold(Happening happening, PlaceReference place, Standings standings) {
    return place.id() != null
        || !happening.imported()
        || Stream.of(place.asStated(), place.near())
            .filter(Objects::nonNull)
            .anyMatch(standings::areNamedIn);
  }

  /** What happened, as the owner of the list sees it, if it reaches the day of the list. */
  private Optional<Happening> seen(WatchedLists.Pair pair, CoverageList list, Reader eyes) {
    return reads
        .one(eyes, pair.kind(), pair.incident())
        .map(seen -> Happening.of(kinds.reckoned(json.parse(seen.json())), json))
        .filter(happening -> happening.reaches(day(list)));
  }

  /** A list of a day that cannot be may be of any. */
  private @Nullable UncertainDate day(CoverageList list) {
    UncertainDate when = list.when();
    return when == null || PossibleDays.canBe(when, LocalDate.now(clock)) ? when : null;
  }

  private static ListGap gap(
      WatchedLists.Pair pair, PlaceReference place, String ground, Marking marking) {
    return ListGap.toCheck(pair.list(), pair.incident(), pair.kind(), place, ground, marking);
  }

  private static Optional<String> ground(CoverageChecks.Standing standing) {
    return switch (standing) {
      case LISTED -> Optional.empty();
      case PERHAPS_LISTED -> Optional.of("perhaps_listed");
      case WITHOUT_CONSENT -> Optional.of("without_consent");
      case NOT_LISTED -> Optional.of("not_listed");
    };
  }

  private void raise(ListGap gap, Reader eyes) {
    try {
      desk.record(kind, desk.check(kind, gap, eyes), eyes);
    } catch (Refusal refusal) {
      if (refusal.type() != ProblemType.ALREADY_ACCEPTED) {
        throw refusal;
      }
    }
  }
}
