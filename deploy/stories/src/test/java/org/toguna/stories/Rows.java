package org.toguna.stories;

import static org.toguna.stories.RunningStack.stack;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** What a table holds, read by the superuser. */
final class Rows {
  private Rows() {}

  /** Two columns: a name and a number. */
  static Map<String, Integer> of(String service, String sql) throws SQLException {
    try (var connection = stack().database(service);
        var rows = connection.createStatement().executeQuery(sql)) {
      var found = new HashMap<String, Integer>();
      while (rows.next()) {
        found.put(rows.getString(1), rows.getInt(2));
      }
      return found;
    }
  }

  static long number(String service, String sql) throws SQLException {
    try (var connection = stack().database(service);
        var rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  static void change(String service, String... statements) throws SQLException {
    try (var connection = stack().database(service);
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
