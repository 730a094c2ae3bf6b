package org.toguna.kit.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/** Claims made once per owner and for good, also after the record that made them was erased. */
final class Claims {
  private Claims() {}

  /**
   * @throws Refusal if one of them was made before
   */
  static boolean make(Connection connection, String owner, Set<String> claims, UUID record)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into claim select ?, unnest(?), ? on conflict do nothing")) {
      insert.setString(1, owner);
      insert.setArray(2, connection.createArrayOf("text", claims.toArray()));
      insert.setObject(3, record);
      if (insert.executeUpdate() < claims.size()) {
        throw new Refusal(
            ProblemType.ALREADY_ACCEPTED,
            "Your organisation has accepted this suggestion before; it can be accepted once.");
      }
      return true;
    }
  }
}
