package org.toguna.kit.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.marking.Audience;

/**
 * Knows which records follow others: those with dates that hang on theirs, and those that may reach
 * no more readers than they do. When a record changes, its followers are noted in the same
 * transaction, to be looked at again.
 */
@ApplicationScoped
class Followers {

  /** Notes what a written record follows, and, of a revised one, who has to follow it. */
  void note(
      Connection connection,
      RecordRow row,
      Class<?> type,
      CurrentViews.Held before,
      ObjectNode full,
      Audience audience)
      throws SQLException {
    Set<UUID> anchors = AnchoredDates.anchors(type, full);
    ObjectNode earlier = before.full();
    if (earlier == null) {
      anchor(connection, row.id(), anchors);
      return;
    }
    if (!anchors.equals(AnchoredDates.anchors(type, earlier))) {
      forget(connection, row.id());
      anchor(connection, row.id(), anchors);
    }
    call(connection, row.id(), !before.audience().equals(audience), row.updatedAt());
  }

  private static void anchor(Connection connection, UUID record, Set<UUID> anchors)
      throws SQLException {
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

  /** Those whose dates hang on it and, if it reaches other readers now, all that hang on it. */
  private static void call(Connection connection, UUID record, boolean otherReaders, Instant now)
      throws SQLException {
    var parts = new SqlParts();
    parts.add(
        "insert into to_follow (record_id, at) select record_id, ?::timestamptz from record_anchor"
            + " where anchored_on = ?::uuid",
        Timestamp.from(now),
        record);
    if (otherReaders) {
      parts.add(
          " union select child, ?::timestamptz from record_parent where parent = ?::uuid",
          Timestamp.from(now),
          record);
    }
    parts.execute(connection);
  }
}
