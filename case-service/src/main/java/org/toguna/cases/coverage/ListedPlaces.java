package org.toguna.cases.coverage;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.toguna.kit.db.DatabaseTrouble;

/** The places of the gazetteer that the lines of a list name by id or P-code, all at once. */
@ApplicationScoped
class ListedPlaces {
  private static final String IDS =
      "select asked, min(p.id), count(*) from unnest(?) asked join place p on p.id = asked"
          + " or p.pcode = asked and not exists (select from place q where q.id = asked)"
          + " group by asked";
  private final AgroalDataSource database;

  ListedPlaces(AgroalDataSource database) {
    this.database = database;
  }

  /** Ids by what the entries say; a code that several places bear is nobody's. */
  Map<String, String> ids(Collection<ListedPlace> entries) {
    String[] asked =
        entries.stream()
            .map(ListedPlace::place)
            .filter(Objects::nonNull)
            .distinct()
            .toArray(String[]::new);
    if (asked.length == 0) {
      return Map.of();
    }
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(IDS)) {
      select.setArray(1, connection.createArrayOf("text", asked));
      var ids = new HashMap<String, String>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          if (rows.getInt(3) == 1) {
            ids.put(rows.getString(1), rows.getString(2));
          }
        }
      }
      return ids;
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  Set<String> known(List<ListedPlace> entries) {
    return new HashSet<>(ids(entries).keySet());
  }
}
