package org.toguna.cases.places;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.InDivision;
import org.toguna.kit.values.Flaw;

/**
 * The divisions of a country side by side. Records carry the units of one; in another, a record
 * lies where files say that all of what it names went, and otherwise nowhere: nobody guesses.
 */
@ApplicationScoped
public class Divisions {
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** The level of a unit or place that is the same in all divisions: the gazetteer knows it. */
  static final int CARRIED = -1;

  private final AgroalDataSource database;
  private volatile Read read = new Read(null, 0);

  Divisions(AgroalDataSource database) {
    this.database = database;
  }

  private record Read(@Nullable DivisionTable table, long at) {}

  /** Where to look for what lies in a unit of a division. */
  InDivision in(String division, @Nullable String place, boolean unplaced) {
    var table = table();
    var asked = named(table, division);
    if (asked.begins() == null) {
      return carried(table, asked, place, unplaced);
    }
    if (place == null) {
      return unplaced
          ? new InDivision(asked.country(), 0, null, table.within(asked, asked.country()))
          : new InDivision(null, 0, null, Set.of());
    }
    var unit = table.unit(place);
    if (unit == null || !unit.country().equals(asked.country())) {
      return carried(table, asked, place, unplaced);
    }
    var without = unplaced ? table.within(asked, unit.id()) : Set.<String>of();
    if (unit.level() == 0) {
      return new InDivision(unit.id(), 0, null, without);
    }
    if (!table.isOf(asked, unit)) {
      throw refusal(
          "place",
          "not-in-the-division",
          "%s (%s) is no unit of the division %s. Files say that it was replaced by: %s."
              .formatted(
                  unit.id(),
                  unit.name(),
                  division,
                  String.join(", ", table.successors(asked, unit.id()))));
    }
    return new InDivision(unit.path().getFirst(), 0, table.members(asked, unit.id()), without);
  }

  /** By the units that records carry, which are those of this division as well. */
  private static InDivision carried(
      DivisionTable table, DivisionTable.Division asked, @Nullable String place, boolean unplaced) {
    if (unplaced && asked.begins() == null) {
      throw refusal(
          "unplaced",
          "not-in-this-division",
          "Records carry the units of the division %s: leave unplaced out."
              .formatted(asked.name()));
    }
    if (place == null) {
      return new InDivision(null, 0, null, Set.of());
    }
    var without = unplaced ? table.children(place) : Set.<String>of();
    return new InDivision(place, CARRIED, null, without);
  }

  /** The units of a division directly under one of its units, in order. */
  public List<String> under(String division, String unit) {
    var table = table();
    var asked = named(table, division);
    return asked.begins() == null || !table.isIn(asked, unit)
        ? List.copyOf(table.children(unit))
        : List.copyOf(table.childrenIn(asked, unit));
  }

  /** Of ids that a view bears, the units of a division at a level in which it lies. */
  public Set<String> units(String division, Collection<String> ids, int level) {
    var table = table();
    var asked = named(table, division);
    var found = new LinkedHashSet<String>();
    for (var id : ids) {
      table.path(asked, id).stream().filter(unit -> table.level(unit) == level).forEach(found::add);
    }
    return found;
  }

  /** The day on which a division began, and its country; empty for the one that records carry. */
  public Optional<DivisionTable.Division> reform(String division) {
    return Optional.of(named(table(), division)).filter(asked -> asked.begins() != null);
  }

  private static DivisionTable.Division named(DivisionTable table, String division) {
    return table
        .division(division)
        .orElseThrow(
            () ->
                refusal(
                    "division",
                    "unknown-division",
                    "There is no division %s; there are: %s."
                        .formatted(division, String.join(", ", table.divisions()))));
  }

  private DivisionTable table() {
    var now = read;
    var table = now.table();
    if (table != null && System.nanoTime() - now.at() < FRESH_NANOS) {
      return table;
    }
    if (table == null || !table.isLatest(database)) {
      table = DivisionTable.read(database);
    }
    read = new Read(table, System.nanoTime());
    return table;
  }

  private static Refusal refusal(String parameter, String code, String detail) {
    return new Refusal(
        ProblemType.BAD_PARAMETER,
        "Parameter %s: %s".formatted(parameter, detail),
        List.of(new Flaw(parameter, code, detail)));
  }
}
