package org.toguna.cases.places;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.DatabaseTrouble;

/** The units of all divisions and what replaced which, as they stood when they were read. */
public final class DivisionTable {
  private static final String LATEST =
      "select coalesce((select id::text from gazetteer_import where not dry_run"
          + " order by at desc, id limit 1), '')";

  private final String latest;
  private final Map<String, Division> divisions = new TreeMap<>();
  private final Map<String, Unit> units = new HashMap<>();
  private final Map<String, Set<String>> children = new HashMap<>();
  private final Map<String, Map<String, Went>> successions = new HashMap<>();

  private DivisionTable(String latest) {
    this.latest = latest;
  }

  /**
   * A division of a country.
   *
   * @param begins null for the one whose units records carry
   */
  public record Division(String name, String country, @Nullable LocalDate begins, String source) {}

  /** A unit with its path, which ends with itself. */
  record Unit(String id, String name, String country, List<String> path, @Nullable LocalDate from) {
    int level() {
      return path.size() - 1;
    }
  }

  /** Where an entry went: whether all of it, and where the parts of it lie alike. */
  private static final class Went {
    private final Set<String> to = new TreeSet<>();
    private boolean whole = true;
    private List<String> path = List.of();
  }

  static DivisionTable read(AgroalDataSource database) {
    try (var connection = database.getConnection()) {
      var table = new DivisionTable(latest(connection));
      table.read(connection);
      return table;
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  boolean isLatest(AgroalDataSource database) {
    try (var connection = database.getConnection()) {
      return latest.equals(latest(connection));
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  private static String latest(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement(LATEST);
        var row = select.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }

  private void read(Connection connection) throws SQLException {
    try (var select =
            connection.prepareStatement("select name, country, begins, source from division");
        var row = select.executeQuery()) {
      while (row.next()) {
        var division =
            new Division(
                row.getString(1),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getString(4));
        divisions.put(division.name(), division);
      }
    }
    try (var select =
            connection.prepareStatement(
                "select id, name, country, adm0, adm1, adm2, adm3, valid_from from unit");
        var row = select.executeQuery()) {
      while (row.next()) {
        var path =
            Arrays.asList(row.getString(4), row.getString(5), row.getString(6), row.getString(7));
        var unit =
            new Unit(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                path.stream().filter(Objects::nonNull).toList(),
                row.getObject(8, LocalDate.class));
        units.put(unit.id(), unit);
        if (unit.level() > 0) {
          children
              .computeIfAbsent(unit.path().get(unit.level() - 1), _ -> new TreeSet<>())
              .add(unit.id());
        }
      }
    }
    try (var select =
            connection.prepareStatement(
                "select s.entry, s.replaced_by, s.extent, d.name from succession s join unit u on"
                    + " u.id = s.replaced_by join division d on d.country = u.country and d.begins"
                    + " <= s.day");
        var row = select.executeQuery()) {
      while (row.next()) {
        var went =
            successions
                .computeIfAbsent(row.getString(4), _ -> new HashMap<>())
                .computeIfAbsent(row.getString(1), _ -> new Went());
        went.to.add(row.getString(2));
        went.whole &= row.getString(3).equals("whole");
      }
    }
    successions.values().forEach(all -> all.values().forEach(this::settle));
  }

  /** What all units have in common to which an entry went, if nothing of it is left untold. */
  private void settle(Went went) {
    if (went.whole) {
      went.path =
          common(went.to.stream().map(id -> Objects.requireNonNull(units.get(id)).path()).toList());
    }
  }

  private static List<String> common(List<List<String>> paths) {
    var shared = new ArrayList<>(paths.getFirst());
    for (var path : paths) {
      int alike = 0;
      while (alike < Math.min(shared.size(), path.size())
          && shared.get(alike).equals(path.get(alike))) {
        alike++;
      }
      shared.subList(alike, shared.size()).clear();
    }
    return shared;
  }

  Optional<Division> division(String name) {
    return Optional.ofNullable(divisions.get(name));
  }

  Set<String> divisions() {
    return divisions.keySet();
  }

  @Nullable Unit unit(String id) {
    return units.get(id);
  }

  int level(String unit) {
    var known = units.get(unit);
    return known == null ? -1 : known.level();
  }

  boolean isIn(Division division, String unit) {
    var known = units.get(unit);
    return known != null && known.country().equals(division.country());
  }

  /** Whether a unit came with the division; the country is of all of them. */
  boolean isOf(Division division, Unit unit) {
    return unit.level() == 0
        || unit.from() != null && !unit.from().isBefore(Objects.requireNonNull(division.begins()));
  }

  Set<String> children(String unit) {
    return children.getOrDefault(unit, Set.of());
  }

  Set<String> childrenIn(Division division, String unit) {
    var of = new TreeSet<>(children(unit));
    of.removeIf(child -> !isOf(division, Objects.requireNonNull(units.get(child))));
    return of;
  }

  Set<String> successors(Division division, String entry) {
    var went = went(division).get(entry);
    return went == null ? Set.of("(no file says)") : went.to;
  }

  private Map<String, Went> went(Division division) {
    return successions.getOrDefault(division.name(), Map.of());
  }

  /** Whatever lies wholly in a unit of the division, as far as files say; itself as well. */
  Set<String> members(Division division, String unit) {
    var members = new TreeSet<String>();
    members.add(unit);
    went(division)
        .forEach(
            (entry, went) -> {
              if (went.path.contains(unit)) {
                members.add(entry);
              }
            });
    return members;
  }

  /** Whatever lies wholly in any of the units of the division under another. */
  Set<String> within(Division division, String unit) {
    var within = new TreeSet<String>();
    childrenIn(division, unit).forEach(child -> within.addAll(members(division, child)));
    return within;
  }

  /** The units of the division in which an entry lies wholly, as far as its own rows say. */
  List<String> path(Division division, String id) {
    var unit = units.get(id);
    boolean same =
        unit != null
            && (division.begins() == null
                || !unit.country().equals(division.country())
                || isOf(division, unit));
    if (same) {
      return Objects.requireNonNull(unit).path();
    }
    var went = went(division).get(id);
    return went == null ? List.of() : went.path;
  }
}
