package org.toguna.cases.incidents.imports;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells a row that no table can hold from a database that is away. */
final class Storable {
  private Storable() {}

  /** Data exceptions (SQLSTATE class 22) and violated constraints (class 23). */
  static boolean isFaultOfTheRows(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23");
      }
    }
    return false;
  }
}
