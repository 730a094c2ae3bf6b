package org.toguna.cases.coverage.checks;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.DatabaseTrouble;

/** Reads the places of units out of the gazetteer, as of a date. */
@ApplicationScoped
class CensusReader {
  /** More places than this nobody checks at once: the country holds some 20,000. */
  static final int MOST_PLACES = 25_000;

  private static final String VALID =
      "(p.valid_from is null or p.valid_from <= ?) and"
          + " coalesce(least(p.valid_to, p.withdrawn_on - 1), 'infinity') >= ?";
  private static final String COLUMNS =
      "p.id, p.pcode, p.provider, p.name, p.lat, p.lon, p.seat_of is not null, n.name,"
          + " coalesce(p.adm3, p.adm2, p.adm1, p.adm0)";

  /** Joined, not looked up place by place: right after an import nobody knows the tables' sizes. */
  private static final String OTHER_NAMES =
      " left join place_name n on n.place = p.id and n.position > 0";

  private static final String AROUND =
      ", u.id, u.name, " + VALID + ", coalesce(? in (p.adm0, p.adm1, p.adm2, p.adm3), false) from ";
  private static final String UNIT =
      " join unit u on u.id = coalesce(p.adm3, p.adm2, p.adm1, p.adm0)" + OTHER_NAMES + " where ";
  private final AgroalDataSource database;

  CensusReader(AgroalDataSource database) {
    this.database = database;
  }

  /** A unit of the gazetteer, and the days between which it is one. */
  record Unit(String id, int level, @Nullable LocalDate from, @Nullable LocalDate to) {
    boolean stands(LocalDate day) {
      return (from == null || !from.isAfter(day)) && (to == null || !to.isBefore(day));
    }
  }

  /** The unit of that id; else the units of that P-code, which editions may share. */
  List<Unit> units(String idOrCode) {
    return query(
        "select id, level, valid_from, least(valid_to, withdrawn_on - 1) from unit where id = ? or"
            + " pcode = ? and not exists (select from unit where id = ?) order by id",
        List.of(idOrCode, idOrCode, idOrCode),
        rows -> {
          var units = new ArrayList<Unit>();
          while (rows.next()) {
            units.add(
                new Unit(
                    rows.getString(1),
                    rows.getInt(2),
                    rows.getObject(3, LocalDate.class),
                    rows.getObject(4, LocalDate.class)));
          }
          return units;
        });
  }

  /** All providers' settlements of a unit that the gazetteer has on a day. */
  List<CensusPlace> places(Unit unit, LocalDate day) {
    return query(
        "select "
            + COLUMNS
            + " from place p"
            + OTHER_NAMES
            + " where p.adm"
            + unit.level()
            + " = ? and (p.level in ('village', 'site') or p.seat_of is not null) and "
            + VALID
            + " order by p.id, n.position",
        List.of(unit.id(), day, day),
        rows -> {
          var places = new ArrayList<CensusPlace>();
          each(rows, (place, _) -> places.add(place));
          return places;
        });
  }

  /** What lies around a unit on a day. */
  Elsewhere around(Unit unit, LocalDate day) {
    return new Elsewhere() {
      @Override
      public Map<String, List<Found>> called(Collection<String> squeezed) {
        return squeezed.isEmpty() ? Map.of() : CensusReader.this.called(unit, day, squeezed);
      }

      @Override
      public Map<String, Found> places(Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : CensusReader.this.byId(unit, day, ids);
      }
    };
  }

  private Map<String, List<Elsewhere.Found>> called(
      Unit unit, LocalDate day, Collection<String> squeezed) {
    var asked = new HashSet<>(squeezed);
    return query(
        "select "
            + COLUMNS
            + AROUND
            + "(select distinct replace(folded, ' ', '') as called, place from place_name where"
            + " place is not null and replace(folded, ' ', '') = any (?)) m join place p on p.id ="
            + " m.place"
            + UNIT
            + "p.adm"
            + unit.level()
            + " is distinct from ? and (p.level in ('village', 'site') or p.seat_of is not null)"
            + " order by p.id, n.position",
        List.of(day, day, unit.id(), squeezed.toArray(String[]::new), unit.id()),
        rows -> {
          var found = new HashMap<String, List<Elsewhere.Found>>();
          each(
              rows,
              (place, where) ->
                  place
                      .names()
                      .map(CensusPlace::squeezed)
                      .distinct()
                      .filter(name -> where.there() && asked.contains(name))
                      .forEach(
                          name ->
                              found
                                  .computeIfAbsent(name, _ -> new ArrayList<>())
                                  .add(where.found(place))));
          return found;
        });
  }

  private Map<String, Elsewhere.Found> byId(Unit unit, LocalDate day, Collection<String> ids) {
    return query(
        "select "
            + COLUMNS
            + AROUND
            + "place p"
            + UNIT
            + "p.id = any (?) order by p.id, n.position",
        List.of(day, day, unit.id(), ids.toArray(String[]::new)),
        rows -> {
          var found = new HashMap<String, Elsewhere.Found>();
          each(rows, (place, where) -> found.put(place.id(), where.found(place)));
          return found;
        });
  }

  /** Where a place lies and whether it is there, if that was asked. */
  private record Where(
      @Nullable String unit, @Nullable String unitName, boolean there, boolean inside) {
    static Where of(ResultSet row) throws SQLException {
      return row.getMetaData().getColumnCount() < 13
          ? new Where(null, null, true, true)
          : new Where(row.getString(10), row.getString(11), row.getBoolean(12), row.getBoolean(13));
    }

    Elsewhere.Found found(CensusPlace place) {
      return new Elsewhere.Found(place, unit, unitName, there, inside);
    }
  }

  /** Each place once, with all the names that its rows bring. */
  private static void each(ResultSet rows, BiConsumer<CensusPlace, Where> reader)
      throws SQLException {
    CensusPlace place = null;
    Where where = null;
    while (rows.next()) {
      if (place == null || where == null || !place.id().equals(rows.getString(1))) {
        if (place != null && where != null) {
          reader.accept(place, where);
        }
        place = place(rows);
        where = Where.of(rows);
      }
      String other = rows.getString(8);
      if (other != null) {
        place.otherNames().add(other);
      }
    }
    if (place != null && where != null) {
      reader.accept(place, where);
    }
  }

  private static CensusPlace place(ResultSet row) throws SQLException {
    return new CensusPlace(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(9),
        row.getString(4),
        new ArrayList<>(),
        row.getDouble(5),
        row.getDouble(6),
        row.getBoolean(7));
  }

  /** What is made of a result. */
  @FunctionalInterface
  private interface Reading<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private <T> T query(String sql, List<?> parameters, Reading<T> reading) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        if (parameters.get(i) instanceof String[] texts) {
          select.setArray(i + 1, connection.createArrayOf("text", texts));
        } else {
          select.setObject(i + 1, parameters.get(i));
        }
      }
      try (ResultSet rows = select.executeQuery()) {
        return reading.read(rows);
      }
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }
}
