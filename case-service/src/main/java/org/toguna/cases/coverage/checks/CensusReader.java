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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.DatabaseTrouble;

/** Reads the places of units out of the gazetteer, as of a date. */
@ApplicationScoped
class CensusReader {
  /** More places than this nobody checks at once: the country holds some 20,000. */
  static final int MOST_PLACES = 25_000;

  private static final String VALID =
      "(p.valid_from is null or p.valid_from <= ?) and (p.valid_to is null or p.valid_to >= ?)";
  private static final String COLUMNS =
      "p.id, p.pcode, p.provider, p.name, p.lat, p.lon, p.seat_of is not null,"
          + " array(select n.name from place_name n where n.place = p.id and n.position > 0"
          + " order by n.position)";
  private static final String AROUND =
      ", u.id, u.name, " + VALID + ", coalesce(? in (p.adm0, p.adm1, p.adm2, p.adm3), false) from ";
  private static final String UNIT =
      " join unit u on u.id = coalesce(p.adm3, p.adm2, p.adm1, p.adm0) where ";
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
        "select id, level, valid_from, valid_to from unit where id = ? or pcode = ? and"
            + " not exists (select from unit where id = ?) order by id",
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
            + " from place p where p.adm"
            + unit.level()
            + " = ? and (p.level in ('village', 'site') or p.seat_of is not null) and "
            + VALID
            + " order by p.id limit "
            + (MOST_PLACES + 1),
        List.of(unit.id(), day, day),
        rows -> {
          var places = new ArrayList<CensusPlace>();
          while (rows.next()) {
            places.add(place(rows));
          }
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
            + " order by p.id",
        List.of(day, day, unit.id(), squeezed.toArray(String[]::new), unit.id()),
        rows -> {
          var found = new HashMap<String, List<Elsewhere.Found>>();
          while (rows.next()) {
            var one = found(rows);
            if (one.there()) {
              one.place()
                  .names()
                  .map(CensusPlace::squeezed)
                  .distinct()
                  .filter(squeezed::contains)
                  .forEach(name -> found.computeIfAbsent(name, _ -> new ArrayList<>()).add(one));
            }
          }
          return found;
        });
  }

  private Map<String, Elsewhere.Found> byId(Unit unit, LocalDate day, Collection<String> ids) {
    return query(
        "select " + COLUMNS + AROUND + "place p" + UNIT + "p.id = any (?)",
        List.of(day, day, unit.id(), ids.toArray(String[]::new)),
        rows -> {
          var found = new HashMap<String, Elsewhere.Found>();
          while (rows.next()) {
            var one = found(rows);
            found.put(one.place().id(), one);
          }
          return found;
        });
  }

  private static Elsewhere.Found found(ResultSet row) throws SQLException {
    return new Elsewhere.Found(
        place(row), row.getString(9), row.getString(10), row.getBoolean(11), row.getBoolean(12));
  }

  private static CensusPlace place(ResultSet row) throws SQLException {
    return new CensusPlace(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        List.of((String[]) row.getArray(8).getArray()),
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
