package org.toguna.kit.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.toguna.kit.db.SqlParts;

/**
 * Knows which records follow others: those with dates that hang on theirs, and those that may reach
 * no more readers than they do. When a record changes, its followers are noted in the same
 * transaction, to be looked at again.
 */
@ApplicationScoped
class Followers {

  /** Replaces the anchors of a record; costs nothing where they stay as they were. */
  void anchor(Connection connection, UUID record, Set<UUID> before, Set<UUID> anchors)
      throws SQLException {
    if (anchors.equals(before)) {
      return;
    }
    if (!before.isEmpty()) {
      forget(connection, record);
    }
    if (!anchors.isEmpty()) {
      new SqlParts()
          .add(
              "insert into record_anchor select ?::uuid, unnest(?::uuid[])",
              record,
              anchors.toArray(UUID[]::new))
          .execute(connection);
    }
  }

  void forget(Connection connection, UUID record) throws SQLException {
    new SqlParts()
        .add("delete from record_anchor where record_id = ?::uuid", record)
        .execute(connection);
  }

  /** Notes who has to follow a change of a record: of its dates, or of its readers. */
  void note(Connection connection, UUID record, boolean fewerReaders, Instant now)
      throws SQLException {
    new SqlParts()
        .add(
            "insert into to_follow (record_id, at) select record_id, ?::timestamptz from"
                + " record_anchor where anchored_on = ?::uuid"
                + (fewerReaders
                    ? " union select child, ?::timestamptz from record_parent where parent ="
                        + " ?::uuid"
                    : ""),
            fewerReaders
                ? new Object[] {Timestamp.from(now), record, Timestamp.from(now), record}
                : new Object[] {Timestamp.from(now), record})
        .execute(connection);
  }
}
