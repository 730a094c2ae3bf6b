package org.toguna.kit.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.SqlParts;

/**
 * Knows which records have dates that hang on those of others. What a record hangs on and quotes
 * its {@link Ledger} line says; that a record changed, and its followers are due, the database
 * notes itself (see the migration that makes {@code record_calls_its_followers}).
 */
@ApplicationScoped
class Followers {

  /** Notes on which records the dates of a written one hang. */
  void note(
      Connection connection,
      RecordRow row,
      Class<?> type,
      @Nullable ObjectNode before,
      ObjectNode full)
      throws SQLException {
    Set<UUID> anchors = AnchoredDates.anchors(type, full);
    Set<UUID> earlier = before == null ? Set.of() : AnchoredDates.anchors(type, before);
    if (anchors.equals(earlier)) {
      return;
    }
    forget(connection, row.id());
    new SqlParts()
        .add(
            "insert into record_anchor select ?::uuid, unnest(?::uuid[])",
            row.id(),
            anchors.toArray(UUID[]::new))
        .execute(connection);
  }

  void forget(Connection connection, UUID record) throws SQLException {
    new SqlParts()
        .add("delete from record_anchor where record_id = ?::uuid", record)
        .execute(connection);
  }
}
