package org.toguna.kit.db;

import java.sql.SQLException;

/** The database could not be reached in time, or refused; nothing was written. */
public final class DatabaseTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DatabaseTrouble(SQLException cause) {
    super(cause.getMessage(), cause);
  }

  /** The five-character SQLSTATE, or an empty string. */
  public String state() {
    return getCause() instanceof SQLException sql && sql.getSQLState() != null
        ? sql.getSQLState()
        : "";
  }
}
