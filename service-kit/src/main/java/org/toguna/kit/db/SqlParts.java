package org.toguna.kit.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement put together from fragments, each bringing its own parameters in order. */
public final class SqlParts {
  private final StringBuilder sql = new StringBuilder();
  private final List<@Nullable Object> parameters = new ArrayList<>();

  /** Appends a fragment and the values of its question marks. */
  public SqlParts add(String fragment, @Nullable Object... values) {
    sql.append(fragment);
    for (Object value : values) {
      parameters.add(value);
    }
    return this;
  }

  public String sql() {
    return sql.toString();
  }

  public List<@Nullable Object> parameters() {
    return parameters;
  }

  /** Executes on a connection that is already in a transaction. */
  public void execute(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
      for (int i = 0; i < parameters.size(); i++) {
        ReaderSql.bind(connection, statement, i + 1, parameters.get(i));
      }
      statement.execute();
    }
  }
}
