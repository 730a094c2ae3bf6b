package org.toguna.cases.places;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.DatabaseTrouble;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.values.PlaceReference;

/**
 * Entries of the gazetteer in the form in which records refer to them, with the units around them.
 */
@ApplicationScoped
class PlaceEntries {
  private static final String ENTRY =
      "select * from (select id, case level when 0 then 'country' else 'adm' || level end as level, name, lat, lon,"
          + " adm0, adm1, adm2, adm3 from unit where id = ? or pcode = ?"
          + " union all select id, level, name, lat, lon, adm0, adm1, adm2, adm3 from place"
          + " where id = ? or pcode = ?) e order by e.id <> ? limit 1";
  private static final String UNITS =
      "select id, case level when 0 then 'country' else 'adm' || level end, name, lat, lon from unit"
          + " where id = any (?) order by level";
  private final AgroalDataSource database;

  PlaceEntries(AgroalDataSource database) {
    this.database = database;
  }

  /** The unit or place of that id or P-code; an id comes before a code, which editions share. */
  Optional<PlaceReference> entry(String id) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(ENTRY)) {
      for (int i = 1; i <= 5; i++) {
        select.setString(i, id);
      }
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(entry(connection, row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  private static PlaceReference entry(Connection connection, ResultSet row) throws SQLException {
    String id = row.getString("id");
    var around = new ArrayList<String>();
    for (String level : Arrays.asList("adm0", "adm1", "adm2", "adm3")) {
      String unit = row.getString(level);
      if (unit != null && !unit.equals(id)) {
        around.add(unit);
      }
    }
    return new PlaceReference(
        id,
        PlaceLevel.valueOf(row.getString("level")),
        row.getString("name"),
        null,
        null,
        null,
        null,
        units(connection, around),
        degrees(row, "lat"),
        degrees(row, "lon"));
  }

  private static List<PlaceReference.Ancestor> units(Connection connection, List<String> ids)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(UNITS)) {
      select.setArray(1, connection.createArrayOf("text", ids.toArray()));
      try (ResultSet row = select.executeQuery()) {
        var units = new ArrayList<PlaceReference.Ancestor>();
        while (row.next()) {
          units.add(
              new PlaceReference.Ancestor(
                  row.getString(1),
                  PlaceLevel.valueOf(row.getString(2)),
                  row.getString(3),
                  degrees(row, "lat"),
                  degrees(row, "lon")));
        }
        return units;
      }
    }
  }

  private static @Nullable Double degrees(ResultSet row, String column) throws SQLException {
    double degrees = row.getDouble(column);
    return row.wasNull() ? null : degrees;
  }
}
