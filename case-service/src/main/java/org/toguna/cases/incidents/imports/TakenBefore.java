package org.toguna.cases.incidents.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What earlier rows, of this job and of others, have taken in. */
final class TakenBefore {
  private final Map<UUID, Said> byRecord = new HashMap<>();
  private final Map<String, UUID> inThisJob = new HashMap<>();
  private final Set<Integer> rejected = new HashSet<>();

  /** What the last row of a record said, and the version that it made of the record. */
  record Said(UUID content, int version, boolean byHand) {
    /** Nobody but imports has changed the record, ever. */
    boolean stillStandsAt(int now) {
      return version == now && !byHand;
    }
  }

  private TakenBefore() {}

  static TakenBefore read(
      Connection connection,
      UUID job,
      Collection<UUID> records,
      Collection<String> externalIds,
      Collection<Integer> lines)
      throws SQLException {
    var before = new TakenBefore();
    try (var select =
        connection.prepareStatement(
            "select record_id, content, version, by_hand from incident_taken where record_id = any (?)")) {
      select.setArray(1, connection.createArrayOf("uuid", records.toArray()));
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          before.byRecord.put(
              rows.getObject(1, UUID.class),
              new Said(rows.getObject(2, UUID.class), rows.getInt(3), rows.getBoolean(4)));
        }
      }
    }
    try (var select =
        connection.prepareStatement(
            "select external_id, content from incident_import_row where import_id = ? and"
                + " external_id = any (?) and content is not null")) {
      select.setObject(1, job);
      select.setArray(2, connection.createArrayOf("text", externalIds.toArray()));
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          before.inThisJob.put(rows.getString(1), rows.getObject(2, UUID.class));
        }
      }
    }
    try (var select =
        connection.prepareStatement(
            "select line from incident_import_row where import_id = ? and line = any (?) and"
                + " outcome = 'rejected'")) {
      select.setObject(1, job);
      select.setArray(2, connection.createArrayOf("integer", lines.toArray()));
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          before.rejected.add(rows.getInt(1));
        }
      }
    }
    return before;
  }

  Optional<Said> of(UUID record) {
    return Optional.ofNullable(byRecord.get(record));
  }

  /** What another row of this job said of the same event. */
  Optional<UUID> inThisJob(String externalId) {
    return Optional.ofNullable(inThisJob.get(externalId));
  }

  boolean wasRejected(int line) {
    return rejected.contains(line);
  }

  void add(TakenRow row) {
    if (row.externalId() != null && row.content() != null) {
      inThisJob.put(row.externalId(), row.content());
    }
    if (row.record() != null && row.content() != null && row.version() != null) {
      byRecord.put(row.record(), new Said(row.content(), row.version(), row.isByHand()));
    }
  }
}
