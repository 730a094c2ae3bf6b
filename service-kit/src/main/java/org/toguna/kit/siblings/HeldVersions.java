package org.toguna.kit.siblings;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.toguna.kit.db.DatabaseTrouble;
import org.toguna.kit.positions.Position;
import org.toguna.kit.positions.PositionHolder;

/** Knows which versions have arrived, of siblings' records and of this service's own. */
@ApplicationScoped
class HeldVersions implements PositionHolder {
  private static final String HELD =
      "select exists (select from sibling where topic = any (?) and id = ? and version >= ?)"
          + " or exists (select from sibling_erased where topic = any (?) and id = ? and version >= ?)"
          + " or exists (select from record where id = ?::uuid and version >= ?)";
  private final AgroalDataSource system;
  private final String[] topics;

  HeldVersions(@DataSource("system") AgroalDataSource system, HeardTopics topics) {
    this.system = system;
    this.topics = topics.names().toArray(String[]::new);
  }

  @Override
  public boolean holds(Position position) {
    try (Connection connection = system.getConnection();
        PreparedStatement select = connection.prepareStatement(HELD)) {
      for (int table = 0; table < 2; table++) {
        select.setArray(3 * table + 1, connection.createArrayOf("text", topics));
        select.setString(3 * table + 2, position.record().toString());
        select.setInt(3 * table + 3, position.version());
      }
      select.setString(7, position.record().toString());
      select.setInt(8, position.version());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }
}
