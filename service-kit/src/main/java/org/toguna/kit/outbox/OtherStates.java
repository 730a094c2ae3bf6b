package org.toguna.kit.outbox;

import java.sql.Connection;
import java.sql.SQLException;

/** States that a service publishes and that are no records; said again when all is said again. */
public interface OtherStates {
  void sayAgain(Connection system) throws SQLException;
}
