package org.toguna.cases.incidents.imports;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.SqlParts;

/**
 * A job in hand: nobody else works on it until the transaction ends.
 *
 * @param fileKey null once the file is gone
 */
record Work(
    UUID id,
    String state,
    boolean dryRun,
    boolean onlyRejected,
    int position,
    int of,
    String marking,
    @Nullable String edition,
    byte @Nullable [] fileKey) {

  private static final String TAKE =
      "select id, state, dry_run, only_rejected, position, of, marking, edition, file_key from"
          + " incident_import where id = ? and state in ('waiting', 'running', 'undoing') for update"
          + " skip locked";

  /** Empty if somebody else has it in hand, or there is nothing left to do. */
  static Optional<Work> take(Connection connection, UUID id) throws SQLException {
    try (var select = connection.prepareStatement(TAKE)) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Work(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getBoolean(3),
                    row.getBoolean(4),
                    row.getInt(5),
                    row.getInt(6),
                    row.getString(7),
                    row.getString(8),
                    row.getBytes(9)))
            : Optional.empty();
      }
    }
  }

  boolean isUndoing() {
    return state.equals("undoing");
  }

  /** Notes how far it came, in the transaction that came so far. */
  void goOn(Connection connection, int rows, boolean ended, Duration took) throws SQLException {
    String next = isUndoing() ? (ended ? "undone" : "undoing") : ended ? "done" : "running";
    new SqlParts()
        .add(
            "update incident_import set state = ?::text, position = least(position + ?::int, of),"
                + " busy_ms = busy_ms + ?::bigint, worked_at = clock_timestamp(), ended_at = case"
                + " when ?::boolean then clock_timestamp() end where id = ?::uuid",
            next,
            rows,
            Math.max(1, took.toMillis()),
            ended,
            id)
        .execute(connection);
  }
}
