package org.toguna.kit.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.http.Correlation;
import org.toguna.kit.marking.Cut;
import org.toguna.kit.marking.View;

/**
 * Writes an {@link Entry} as one statement: views, history, change, outbox and audit stand or fall
 * with the record, and cost one round trip.
 */
@ApplicationScoped
class Ledger {
  private static final String REVISED =
      "admits, bars, version, etag, body, updated_at, type, status, stage, unit0, unit1, unit2,"
          + " unit3, place, other_units, lat, lon, date_from, date_to, sort_date, actors, links,"
          + " codes, made_place, made_date, cut_place, cut_date, search";
  private static final String COLUMNS = "view, " + REVISED;
  private static final String TYPED =
      "(?::text, ?::text[], ?::text[], ?::int, ?::text, ?::bytea, ?::timestamptz, ?::text, ?::text,"
          + " ?::text, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text[], ?::float8,"
          + " ?::float8, ?::date, ?::date, ?::date, ?::uuid[], ?::uuid[],"
          + " ?::text[], ?::smallint, ?::smallint, ?::smallint, ?::smallint,"
          + " to_tsvector('simple', ?::text))";

  private static final int MOVED_WITHIN_MILLIS = 60_000;

  void write(Connection connection, Entry entry) throws SQLException {
    var parts = new SqlParts();
    // Before its views, which are of a class that says what they hang on.
    edges(parts, entry);
    parts.add("with ");
    if (!entry.views().isEmpty()) {
      views(parts, entry);
    }
    follows(parts, entry);
    cut(parts, entry);
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

  /** What it hangs on, and what it quotes: exactly that, through a function that looks who asks. */
  private static void edges(SqlParts parts, Entry entry) {
    boolean any = !entry.parents().isEmpty() || !entry.quoted().isEmpty();
    if (any || !entry.isNew() && !entry.views().isEmpty()) {
      parts.add(
          "select hang_on(?::uuid, ?::uuid[], ?::uuid[], ?::uuid[]); ",
          entry.row().id(),
          entry.parents().toArray(UUID[]::new),
          entry.anchors().toArray(UUID[]::new),
          entry.quoted().toArray(UUID[]::new));
    }
  }

  /** If it hangs on anything or quotes, it is looked at again once it stands. */
  private static void follows(SqlParts parts, Entry entry) {
    if (!entry.parents().isEmpty() || !entry.quoted().isEmpty()) {
      parts.add(
          "f as (insert into to_follow (record_id, at) values (?::uuid, ?::timestamptz)), ",
          entry.row().id(),
          at(entry));
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
          made(draft, Cuts::place),
          made(draft, Cuts::date),
          made(draft, Cuts::place),
          made(draft, Cuts::date),
          f.text());
      separator = ", ";
    }
    RecordRow row = entry.row();
    parts.add(
        "), v as (insert into record_view (record_id, kind, wrapped, owner, tlp, recorded_at, hangs, "
            + COLUMNS
            + ") select ?::uuid, ?::text, ?::bytea, ?::text, ?::text, ?::timestamptz, ?::boolean, "
            + COLUMNS
            + " from w on conflict (record_id, view) do update set (owner, tlp, hangs, "
            + REVISED
            + ") = (excluded.owner, excluded.tlp, excluded.hangs, excluded."
            + REVISED.replace(", ", ", excluded.")
            + ")), ",
        row.id(),
        row.kind(),
        entry.wrappedKey(),
        row.owner(),
        row.tlp(),
        Timestamp.from(row.recordedAt()),
        !entry.parents().isEmpty());
    parts.add(
        "h as (insert into record_history (record_id, version, view, owner, admits, bars, etag,"
            + " body, fact, changed, note, person, at, view_version) select ?::uuid, ?::int, view,"
            + " ?::text, admits, bars, etag, body, ?::text, ?::text[], case view when 'full' then"
            + " ?::bytea end, ?::text, ?::timestamptz, version from w), ",
        row.id(),
        row.version(),
        row.owner(),
        entry.fact(),
        entry.changed().toArray(String[]::new),
        entry.note(),
        entry.author().person(),
        at(entry));
  }

  /**
   * How finely it may be shown as far as it alone decides; what it is joined with is settled when
   * the transaction ends.
   */
  private static void cut(SqlParts parts, Entry entry) {
    if (!entry.views().isEmpty()) {
      parts.add(
          "d as (insert into record_cut (record_id, owner, own_place, own_date, floor) values"
              + " (?::uuid, ?::text, ?::smallint, ?::smallint, ?::smallint) on conflict (record_id)"
              + " do update set own_place = excluded.own_place, own_date = excluded.own_date, floor"
              + " = coalesce(excluded.floor, record_cut.floor)), ",
          entry.row().id(),
          entry.row().owner(),
          Cuts.place(entry.own()),
          Cuts.date(entry.own()),
          entry.floor() == null ? null : entry.floor().ordinal());
    }
  }

  private static @Nullable Integer made(ViewDraft draft, ToIntFunction<Cut> part) {
    return draft.made() == null ? null : part.applyAsInt(draft.made());
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

  /** A marking that admits fewer readers leaves of the blurred view only how far it counted. */
  private static void removeBlurredView(Connection connection, Entry entry) throws SQLException {
    boolean blurred = entry.views().stream().anyMatch(draft -> draft.view() == View.BLURRED);
    if (!entry.isNew() && !blurred && !entry.views().isEmpty()) {
      new SqlParts()
          .add("select withdraw_blurred(?::uuid)", entry.row().id())
          .execute(connection);
    }
  }

  /**
   * What hangs on the record, and is counted, follows its audience in this transaction: ten
   * thousand take longer than a request's statement may.
   */
  void moveWhatHangsOnIt(Connection connection) throws SQLException {
    int before = connection.getNetworkTimeout();
    connection.setNetworkTimeout(Runnable::run, 2 * MOVED_WITHIN_MILLIS);
    try {
      try (var statement = connection.createStatement()) {
        statement.execute("set local statement_timeout = " + MOVED_WITHIN_MILLIS);
        statement.execute("set constraints all immediate");
        statement.execute("set constraints all deferred");
      }
    } finally {
      connection.setNetworkTimeout(Runnable::run, before);
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
    new SqlParts().add("select forget_erased(?::uuid)", id).execute(connection);
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
