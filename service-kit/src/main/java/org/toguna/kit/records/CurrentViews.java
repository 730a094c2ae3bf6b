package org.toguna.kit.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.crypto.KeyRing;
import org.toguna.kit.crypto.RecordKey;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Cut;
import org.toguna.kit.marking.View;

/** Takes a record in hand for a change: locked, with both of its views opened. */
@ApplicationScoped
class CurrentViews {
  /** At the desk an owner's rows are there for writing too; only what admits is for reading. */
  private static final String LOOK =
      "select v.view, v.body, v.wrapped from record_view v where v.record_id = ? and v.class ="
          + " any ((select reader_classes())::integer[]) and not v.bars && reader_principals()";

  /**
   * Whoever closes what a record hangs on moves the record: both lock it after what it hangs on.
   */
  private static final String PARENTS_FIRST = "select hold_parents(?)";

  private final Desk desk;
  private final KeyRing keys;
  private final RecordJson json;

  CurrentViews(Desk desk, KeyRing keys, RecordJson json) {
    this.desk = desk;
    this.keys = keys;
    this.json = json;
  }

  /**
   * A record in hand, or the nothing that a new one comes from.
   *
   * @param blurredVersion how far the blurred view has counted, also if there is none now
   */
  record Held(
      RecordRow row,
      RecordKey key,
      byte[] wrapped,
      Audience audience,
      @Nullable ObjectNode full,
      String etag,
      @Nullable ObjectNode blurred,
      Instant blurredAt,
      int blurredVersion,
      @Nullable Cut made) {
    static final Held NOTHING = nothing();

    /** Whether it stands at that version for those who hold it in full. */
    boolean isOf(int version) {
      return full != null && full.path("version").asInt() == version;
    }

    @SuppressWarnings("NullAway") // a new record has neither row nor key before it is recorded
    private static Held nothing() {
      return new Held(
          null, null, null, new Audience(Set.of(), Set.of()), null, "", null, Instant.EPOCH, 0, null);
    }
  }

  /** Empty if it does not exist, was erased, or the author at the desk may not read it in full. */
  Optional<Held> hold(String kind, UUID id) {
    desk.withConnection(
        connection -> {
          try (PreparedStatement parents = connection.prepareStatement(PARENTS_FIRST)) {
            parents.setObject(1, id);
            return parents.execute();
          }
        });
    RecordRow row = RecordRow.findById(id, LockModeType.PESSIMISTIC_WRITE);
    if (row == null || row.gone() || !row.kind().equals(kind)) {
      return Optional.empty();
    }
    return Optional.of(desk.withConnection(connection -> open(connection, row)));
  }

  /** The view of another record that whoever is at the desk gets as a reader. */
  Optional<ObjectNode> look(UUID id) {
    return desk.withConnection(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(LOOK)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(json.parse(opened(id, row, row.getBytes("wrapped"))))
                  : Optional.empty();
            }
          }
        });
  }

  private byte[] opened(UUID id, ResultSet row, byte[] wrapped) throws java.sql.SQLException {
    View view = View.valueOf(row.getString("view").toUpperCase(java.util.Locale.ROOT));
    return keys.unwrap(id, wrapped).open(row.getBytes("body"), id + "/" + view);
  }

  private Held open(java.sql.Connection connection, RecordRow row) throws java.sql.SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select v.view, v.body, v.etag, v.version, v.updated_at, v.made_place, v.made_date,"
                + " v.wrapped, c.version as closed from record_view v left join view_closed c"
                + " using (record_id) where v.record_id = ?")) {
      select.setObject(1, row.id());
      RecordKey key = null;
      byte[] wrapped = null;
      ObjectNode full = null;
      ObjectNode blurred = null;
      String etag = "";
      Instant blurredAt = Instant.EPOCH;
      int blurredVersion = 0;
      Cut made = null;
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          wrapped = rows.getBytes("wrapped");
          key = keys.unwrap(row.id(), wrapped);
          View view = View.valueOf(rows.getString("view").toUpperCase(java.util.Locale.ROOT));
          blurredVersion = Math.max(blurredVersion, rows.getInt("closed"));
          ObjectNode body = json.parse(key.open(rows.getBytes("body"), row.id() + "/" + view));
          if (view == View.FULL) {
            full = body;
            etag = rows.getString("etag");
          } else {
            blurred = body;
            blurredVersion = Math.max(blurredVersion, rows.getInt("version"));
            made = Cuts.read(rows, "made_place", "made_date");
            blurredAt = rows.getTimestamp("updated_at").toInstant();
          }
        }
      }
      if (key == null || wrapped == null) {
        throw new IllegalStateException("A record without views: " + row.id());
      }
      return new Held(
          row, key, wrapped, audience(row), full, etag, blurred, blurredAt, blurredVersion, made);
    }
  }

  private static Audience audience(RecordRow row) {
    return new Audience(set(row.fullAdmits()), set(row.seenAdmits()));
  }

  private static Set<String> set(String[] principals) {
    return new LinkedHashSet<>(Arrays.asList(principals));
  }
}
