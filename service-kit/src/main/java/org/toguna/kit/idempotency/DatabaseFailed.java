package org.toguna.kit.idempotency;

import java.sql.SQLException;

/** The database did not take or give a key; what it said is in the cause. */
final class DatabaseFailed extends RuntimeException {

  DatabaseFailed(SQLException cause) {
    super(cause);
  }
}
