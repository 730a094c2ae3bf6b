package org.toguna.cases.statistics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.board.Freshness;
import org.toguna.cases.crises.CrisisKind;
import org.toguna.cases.crises.StatusHistory;
import org.toguna.cases.places.Divisions;
import org.toguna.cases.statistics.FreshnessAnswer.Age;
import org.toguna.kit.endpoints.RecordFilters;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.Units;

/** Groups crises by the units that their views show, with the age of each last confirmation. */
@ApplicationScoped
class FreshnessByPlace {
  /** Stands for no unit, which sorts behind all of them. */
  private static final String NOWHERE = "\uffff";

  private static final Comparator<Age> STALEST_FIRST =
      Comparator.comparing(Age::days, Comparator.nullsFirst(Comparator.<Long>naturalOrder()))
          .reversed();

  private final ReadersViews views;
  private final CrisisKind kind;
  private final Units units;
  private final Divisions divisions;
  private final int staleAfterDays;
  private final Clock clock = Clock.systemUTC();

  FreshnessByPlace(
      ReadersViews views,
      CrisisKind kind,
      Units units,
      Divisions divisions,
      @ConfigProperty(name = "toguna.board.stale-after-days", defaultValue = "30")
          int staleAfterDays) {
    this.views = views;
    this.kind = kind;
    this.units = units;
    this.divisions = divisions;
    this.staleAfterDays = staleAfterDays;
  }

  /**
   * @param filters those that are open, if they name no status
   */
  FreshnessAnswer of(Reader reader, RecordFilters filters, PlaceLevel level) {
    LocalDate today = LocalDate.now(clock);
    List<Placed> crises =
        views.inStatus(
            reader,
            CrisisKind.NAME,
            "open",
            filters,
            page ->
                page.stream()
                    .map(
                        one -> new Placed(units(one, level, filters.division()), age(one, today))));
    Map<String, List<Age>> byUnit = new TreeMap<>();
    for (Placed crisis : crises) {
      for (String unit : crisis.units()) {
        byUnit.computeIfAbsent(unit, none -> new ArrayList<>()).add(crisis.age());
      }
    }
    return new FreshnessAnswer(
        crises.size(),
        byUnit.entrySet().stream().map(unit -> place(unit.getKey(), unit.getValue())).toList(),
        views.undatedLeftOut(reader, CrisisKind.NAME, null, "open", filters));
  }

  private record Placed(Set<String> units, Age age) {}

  private Age age(ObjectNode crisis, LocalDate today) {
    Freshness fresh = Freshness.of(StatusHistory.lastConfirmed(crisis), today, staleAfterDays);
    return new Age(ReadersViews.id(crisis), fresh.state(), fresh.days(), fresh.daysAtMost());
  }

  /** By the same units as lists find it by. */
  private Set<String> units(ObjectNode crisis, PlaceLevel level, @Nullable String division) {
    Facets facets = kind.facets(crisis);
    if (division != null) {
      var ids = new ArrayList<String>(facets.otherUnits());
      facets.path().stream().filter(Objects::nonNull).forEach(ids::add);
      var there = divisions.units(division, ids, level.ordinal());
      return there.isEmpty() ? Set.of(NOWHERE) : there;
    }
    Set<String> found = new LinkedHashSet<>();
    @Nullable String main = facets.path().get(level.ordinal());
    if (main != null) {
      found.add(main);
    }
    facets.otherUnits().stream()
        .filter(unit -> units.level(unit).orElse(-1) == level.ordinal())
        .forEach(found::add);
    return found.isEmpty() ? Set.of(NOWHERE) : found;
  }

  private static FreshnessAnswer.Place place(String unit, List<Age> crises) {
    return new FreshnessAnswer.Place(
        unit.equals(NOWHERE) ? null : unit,
        count(crises, "fresh"),
        count(crises, "stale"),
        count(crises, "unknown"),
        crises.stream().sorted(STALEST_FIRST).toList());
  }

  private static int count(List<Age> crises, String state) {
    return (int) crises.stream().filter(age -> age.state().equals(state)).count();
  }
}
