package org.toguna.kit.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.http.Correlation;
import org.toguna.kit.marking.View;

/**
 * Writes an {@link Entry} as one statement: views, history, change, outbox and audit stand or fall
 * with the record, and cost one round trip.
 */
@ApplicationScoped
class Ledger {
  private static final String COLUMNS =
      "view, admits, bars, version, etag, body, updated_at, type, status, stage, unit0, unit1, unit2,"
          + " unit3, place, other_units, lat, lon, date_from, date_to, sort_date, actors, links,"
          + " codes, search";
  private static final String TYPED =
      "(?::text, ?::text[], ?::text[], ?::int, ?::text, ?::bytea, ?::timestamptz, ?::text, ?::text,"
          + " ?::text, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text[], ?::float8,"
          + " ?::float8, ?::date, ?::date, ?::date, ?::uuid[], ?::uuid[],"
          + " ?::text[], to_tsvector('simple', unaccent(?::text)))";

  void write(Connection connection, Entry entry) throws SQLException {
    var parts = new SqlParts();
    parts.add("with ");
    if (!entry.views().isEmpty()) {
      views(parts, entry);
    }
    if (entry.wrappedKey() != null) {
      parts.add(
          "k as (insert into record_key values (?::uuid, ?::bytea)), ",
          entry.row().id(),
          entry.wrappedKey());
    }
    links(parts, entry);
    change(parts, entry);
    outbox(parts, entry);
    parts.add(
        "a as (insert into audit_entry (at, person, action, kind, records)"
            + " values (?::timestamptz, ?::text, ?::text, ?::text, array[?::uuid])) select 1",
        at(entry),
        entry.author().person(),
        entry.fact(),
        entry.row().kind(),
        entry.row().id());
    parts.execute(connection);
    removeBlurredView(connection, entry);
  }

  /** What it hangs on and what it quotes; if there is any, it is looked at again once it stands. */
  private static void links(SqlParts parts, Entry entry) {
    links(parts, entry, "record_parent", "child", "parent", entry.parents());
    links(parts, entry, "record_anchor", "record_id", "anchored_on", entry.anchors());
    links(parts, entry, "record_quote", "record_id", "document", entry.quoted());
    if (!entry.parents().isEmpty() || !entry.quoted().isEmpty()) {
      parts.add(
          "f as (insert into to_follow (record_id, at) values (?::uuid, ?::timestamptz)), ",
          entry.row().id(),
          at(entry));
    }
  }

  private static void links(
      SqlParts parts, Entry entry, String table, String from, String to, Set<UUID> ids) {
    UUID[] linked = ids.toArray(UUID[]::new);
    if (linked.length > 0) {
      parts.add(
          "new_%s as (insert into %1$s select ?::uuid, unnest(?::uuid[]) on conflict do nothing), "
              .formatted(table),
          entry.row().id(),
          linked);
    }
    boolean revised = entry.wrappedKey() == null && !entry.views().isEmpty();
    if (revised) {
      parts.add(
          "old_%s as (delete from %1$s where %s = ?::uuid and %s <> all (?::uuid[])), "
              .formatted(table, from, to),
          entry.row().id(),
          linked);
    }
  }

  private static void views(SqlParts parts, Entry entry) {
    parts.add("w (" + COLUMNS + ") as (values ");
    String separator = "";
    for (ViewDraft draft : entry.views()) {
      Facets f = draft.facets();
      parts.add(
          separator + TYPED,
          draft.view().name().toLowerCase(java.util.Locale.ROOT),
          array(draft.admits()),
          array(draft.bars()),
          draft.version(),
          draft.etag(),
          draft.sealed(),
          Timestamp.from(draft.updatedAt()),
          f.type(),
          f.status(),
          f.stage(),
          f.unit(0),
          f.unit(1),
          f.unit(2),
          f.unit(3),
          f.unit(4),
          f.otherUnits().isEmpty() ? null : f.otherUnits().toArray(String[]::new),
          f.lat(),
          f.lon(),
          f.from(),
          f.to(),
          f.sortDate(),
          ids(f.actors()),
          ids(f.links()),
          f.codes().isEmpty() ? null : f.codes().toArray(String[]::new),
          f.text());
      separator = ", ";
    }
    RecordRow row = entry.row();
    parts.add(
        "), v as (insert into record_view (record_id, kind, owner, tlp, recorded_at, hangs, "
            + COLUMNS
            + ") select ?::uuid, ?::text, ?::text, ?::text, ?::timestamptz, ?::boolean, "
            + COLUMNS
            + " from w on conflict (record_id, view) do update set (owner, tlp, hangs, "
            + COLUMNS
            + ") = (excluded.owner, excluded.tlp, excluded.hangs, excluded."
            + COLUMNS.replace(", ", ", excluded.")
            + ")), ",
        row.id(),
        row.kind(),
        row.owner(),
        row.tlp(),
        Timestamp.from(row.recordedAt()),
        !entry.parents().isEmpty());
    parts.add(
        "h as (insert into record_history (record_id, version, view, owner, admits, bars, etag,"
            + " body, fact, changed, note, person, at) select ?::uuid, ?::int, view, ?::text,"
            + " admits, bars, etag, body, ?::text, ?::text[], case view when 'full' then ?::bytea"
            + " end, ?::text, ?::timestamptz from w), ",
        row.id(),
        row.version(),
        row.owner(),
        entry.fact(),
        entry.changed().toArray(String[]::new),
        entry.note(),
        entry.author().person(),
        at(entry));
  }

  private static void change(SqlParts parts, Entry entry) {
    parts.add(
        "c as (insert into change (at, record_id, kind, version, fact, full_before, full_after,"
            + " seen_before, seen_after, blurred_changed) values (?::timestamptz, ?::uuid, ?::text,"
            + " ?::int, ?::text, ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean)), ",
        at(entry),
        entry.row().id(),
        entry.row().kind(),
        entry.row().version(),
        entry.fact(),
        array(entry.before().full()),
        array(entry.after().full()),
        array(entry.before().seen()),
        array(entry.after().seen()),
        entry.blurredChanged());
  }

  private static void outbox(SqlParts parts, Entry entry) {
    parts.add(
        "o as (insert into outbox (id, aggregatetype, aggregateid, type, payload, version, marking,"
            + " time, correlationid) values (?::uuid, ?::text, ?::text, ?::text, ?::text, ?::int,"
            + " ?::text, ?::timestamptz, ?::text)), ",
        UUID.randomUUID(),
        entry.topic(),
        entry.row().id().toString(),
        "org.toguna.%s.%s.v1".formatted(entry.row().kind(), entry.fact()),
        entry.payload(),
        entry.row().version(),
        label(entry),
        at(entry),
        Correlation.current());
  }

  private static String label(Entry entry) {
    return entry.payload() == null
        ? entry.row().tlp()
        : RecordEvents.label(entry.row(), entry.after()).label();
  }

  /** A marking that admits fewer readers leaves no blurred view behind. */
  private static void removeBlurredView(Connection connection, Entry entry) throws SQLException {
    boolean blurred = entry.views().stream().anyMatch(draft -> draft.view() == View.BLURRED);
    if (entry.wrappedKey() == null && !blurred && !entry.views().isEmpty()) {
      new SqlParts()
          .add(
              "delete from record_view where record_id = ?::uuid and view = 'blurred'",
              entry.row().id())
          .execute(connection);
    }
  }

  /** Whoever gets the record in full gets its attachments, and nobody else. */
  void attach(Connection connection, RecordRow row, String name, byte[] sealed)
      throws SQLException {
    new SqlParts()
        .add(
            "insert into record_attachment values (?::uuid, ?::text, ?::text[], ?::text, ?::bytea)",
            row.id(),
            name,
            row.fullAdmits(),
            row.owner(),
            sealed)
        .execute(connection);
  }

  /** Attachments follow the marking of their record. */
  void remarkAttachments(Connection connection, RecordRow row) throws SQLException {
    new SqlParts()
        .add(
            "update record_attachment set admits = ?::text[] where record_id = ?::uuid",
            row.fullAdmits(),
            row.id())
        .execute(connection);
  }

  /** What is left of an erased record: its number, its claims, and ciphertext without a key. */
  void forget(Connection connection, UUID id) throws SQLException {
    for (String table :
        List.of(
            "record_view", "record_attachment", "record_key", "record_anchor", "record_quote")) {
      new SqlParts()
          .add("delete from " + table + " where record_id = ?::uuid", id)
          .execute(connection);
    }
  }

  private static Timestamp at(Entry entry) {
    return Timestamp.from(entry.at());
  }

  private static String[] array(Set<String> principals) {
    return principals.toArray(String[]::new);
  }

  private static UUID @Nullable [] ids(Set<UUID> ids) {
    return ids.isEmpty() ? null : ids.toArray(UUID[]::new);
  }
}
