package org.toguna.cases.incidents.imports;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.names.Fold;

/**
 * Countries, regions and cercles by their names, as providers write them: with the word for the
 * level ("Mopti region", "Koro cercle"), with or without accents. Where two units bear a name, the
 * one that was there on the day and stands in the country's reference coding is meant; if that
 * leaves two, none is.
 */
final class UnitNames {
  private static final Set<String> WORDS_FOR_LEVELS =
      Set.of("region", "cercle", "department", "departement", "province", "district");

  private final Map<String, List<Unit>> byName = new HashMap<>();
  private final Map<String, Bounds> bounds = new HashMap<>();

  /** A unit of one edition, valid for a time. */
  record Unit(
      String id,
      int level,
      List<String> within,
      boolean reference,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {

    boolean isIn(String unit) {
      return within.contains(unit);
    }

    private boolean stoodOn(LocalDate day) {
      return (from == null || !from.isAfter(day)) && (to == null || !to.isBefore(day));
    }
  }

  /**
   * The rectangle of the places of a unit, as far as the gazetteer has enough of them to tell.
   *
   * @param places how many there are
   */
  record Bounds(int level, int places, double south, double north, double west, double east) {
    /** By level: a village or two say nothing of where a country ends. */
    private static final int[] ENOUGH = {500, 20, 5};

    boolean tell() {
      return places >= ENOUGH[level];
    }

    /** Places thin out towards the edge of a unit, so half of its extent may lie beyond them. */
    boolean hold(double lat, double lon) {
      double northward = Math.max(1, (north - south) / 2);
      double eastward = Math.max(1, (east - west) / 2);
      return lat >= south - northward
          && lat <= north + northward
          && lon >= west - eastward
          && lon <= east + eastward;
    }
  }

  static UnitNames read(Connection connection) throws SQLException {
    var names = new UnitNames();
    try (var select =
            connection.prepareStatement(
                "select u.id, u.level, u.adm0, u.adm1, coalesce(c.reference, false), u.valid_from,"
                    + " u.valid_to, n.name from unit u left join unit_coding c on c.country ="
                    + " u.country and c.coding = u.coding join lateral (select u.name union select"
                    + " p.name from place_name p where p.unit = u.id) n on true where u.level <="
                    + " 2");
        var rows = select.executeQuery()) {
      while (rows.next()) {
        names.add(rows.getString(8), unit(rows));
      }
    }
    for (int level = 0; level <= 2; level++) {
      names.measure(connection, level);
    }
    return names;
  }

  private void measure(Connection connection, int level) throws SQLException {
    String unit = "adm" + level;
    try (var select =
            connection.prepareStatement(
                "select "
                    + unit
                    + ", count(*), min(lat), max(lat), min(lon), max(lon) from place where "
                    + unit
                    + " is not null group by 1");
        var rows = select.executeQuery()) {
      while (rows.next()) {
        bounds.put(
            rows.getString(1),
            new Bounds(
                level,
                rows.getInt(2),
                rows.getDouble(3),
                rows.getDouble(4),
                rows.getDouble(5),
                rows.getDouble(6)));
      }
    }
  }

  private static Unit unit(ResultSet row) throws SQLException {
    return new Unit(
        row.getString(1),
        row.getInt(2),
        Arrays.asList(row.getString(3), row.getString(4)).stream()
            .filter(Objects::nonNull)
            .toList(),
        row.getInt(2) == 0 || row.getBoolean(5),
        row.getObject(6, LocalDate.class),
        row.getObject(7, LocalDate.class));
  }

  private void add(String name, Unit unit) {
    List<Unit> named = byName.computeIfAbsent(unit.level() + compact(name), _ -> new ArrayList<>());
    if (named.stream().noneMatch(other -> other.id().equals(unit.id()))) {
      named.add(unit);
    }
  }

  Optional<Unit> country(String name, LocalDate day) {
    return meant(named(0, name), day);
  }

  /** The one unit of that level and name within another, on a day. */
  Optional<Unit> unit(int level, String name, Unit within, LocalDate day) {
    return meant(named(level, name).stream().filter(unit -> unit.isIn(within.id())).toList(), day);
  }

  /** The one unit of that level within another that is spelt nearly so. */
  Optional<Unit> spelt(int level, String name, Unit within, LocalDate day) {
    String written = compact(name);
    var nearest = new HashSet<Unit>();
    for (var entry : byName.entrySet()) {
      if (entry.getKey().charAt(0) == (char) ('0' + level)
          && Spelling.isNear(written, entry.getKey().substring(1))) {
        entry.getValue().stream().filter(unit -> unit.isIn(within.id())).forEach(nearest::add);
      }
    }
    return meant(List.copyOf(nearest), day);
  }

  /** Empty where the gazetteer has too few places of the unit to know its extent. */
  Optional<Bounds> bounds(Unit unit) {
    return Optional.ofNullable(bounds.get(unit.id())).filter(Bounds::tell);
  }

  private List<Unit> named(int level, String name) {
    return byName.getOrDefault(level + compact(name), List.of());
  }

  private static Optional<Unit> meant(List<Unit> named, LocalDate day) {
    List<Unit> then = named.stream().filter(unit -> unit.stoodOn(day)).toList();
    List<Unit> left = then.isEmpty() ? named : then;
    List<Unit> reference = left.stream().filter(Unit::reference).toList();
    List<Unit> meant = reference.isEmpty() ? left : reference;
    return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
  }

  static String compact(String name) {
    var kept = new StringBuilder();
    String[] words = Fold.of(name).split(" ");
    for (String word : words) {
      if (words.length == 1 || !WORDS_FOR_LEVELS.contains(word)) {
        kept.append(word);
      }
    }
    return kept.toString();
  }
}
