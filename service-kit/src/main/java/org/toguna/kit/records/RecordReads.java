package org.toguna.kit.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.crypto.KeyRing;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.holders.Given;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.View;

/**
 * Reads records as their readers may: each gets the view that is theirs, and what leaves is noted.
 */
@ApplicationScoped
public class RecordReads {
  private static final String ONE =
      "select "
          + Release.OF_A_VIEW
          + " from record_view v where v.record_id = ?::uuid and v.kind = ?::text";
  private static final String AS_OF =
      "select "
          + Release.OF_A_VIEW
          + ", h.version as then_version, h.etag as then_etag, h.body as then_body"
          + " from record_view v"
          + " join lateral (select * from record_history h"
          + " where h.record_id = v.record_id and h.at <= ?::timestamptz"
          + " order by h.version desc limit 1) h on h.view = v.view"
          + " where v.record_id = ?::uuid and v.kind = ?::text";
  private static final String HISTORY =
      "select h.view, v.owner, h.version, h.view_version, h.etag, h.fact, h.changed, h.person, h.at,"
          + " h.note, v.wrapped from record_view v join record_history h on h.record_id = v.record_id"
          + " and h.view = v.view where v.record_id ="
          + " ?::uuid and v.kind = ?::text order by h.version";

  private final ReaderSql sql;
  private final KeyRing keys;
  private final Release release;
  private final Leaving leaving;
  private final AboutThrough through;

  RecordReads(
      ReaderSql sql, KeyRing keys, Release release, Leaving leaving, AboutThrough through) {
    this.sql = sql;
    this.keys = keys;
    this.release = release;
    this.leaving = leaving;
    this.through = through;
  }

  /** The record as it is, or empty: not there, or not for this reader. */
  public Optional<Served> one(Reader reader, String kind, UUID id) {
    Optional<Served> served =
        sql.query(
            reader,
            ONE,
            List.of(id, kind),
            rows -> rows.next() ? Optional.of(release.now(rows)) : Optional.empty());
    served.ifPresent(record -> leaving.records(reader, kind, List.of(record)));
    return served;
  }

  /** The record as the registry held it then, for those who might have seen it then and may now. */
  public Optional<Served> asOf(Reader reader, String kind, UUID id, Instant then) {
    Optional<Served> served =
        sql.query(
            reader,
            AS_OF,
            List.of(java.sql.Timestamp.from(then), id, kind),
            rows -> rows.next() ? Optional.of(release.then(rows)) : Optional.empty());
    served.ifPresent(record -> leaving.records(reader, kind, List.of(record)));
    return served;
  }

  /** Those of the records that this reader may see, by id. */
  public Map<UUID, Served> all(Reader reader, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<UUID, Served> found =
        sql.query(
            reader,
            "select "
                + Release.OF_A_VIEW
                + " from record_view v where v.record_id = any (?::uuid[])",
            List.of((Object) ids.toArray(UUID[]::new)),
            rows -> {
              var records = new LinkedHashMap<UUID, Served>();
              while (rows.next()) {
                Served served = release.now(rows);
                records.put(served.id(), served);
              }
              return records;
            });
    leaving.records(reader, "records", List.copyOf(found.values()));
    return found;
  }

  /** How {@code record_about} names a record. */
  public static String aboutRecord(UUID record) {
    return "record:" + record;
  }

  /** Records of a kind that are about any of those given, as far as the reader sees them. */
  public List<Served> about(Reader reader, String kind, Collection<UUID> ids, int limit) {
    return about(reader, kind, ids, "true", List.of(), limit);
  }

  /** Of these, those that belong to the reader's own organisation. */
  public List<Served> aboutOwn(Reader reader, String kind, Collection<UUID> ids, int limit) {
    String own = reader.organisation();
    return own == null
        ? List.of()
        : about(reader, kind, ids, "v.owner = ?::text", List.of(own), limit);
  }

  private List<Served> about(
      Reader reader,
      String kind,
      Collection<UUID> ids,
      String condition,
      List<Object> values,
      int limit) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Object> parameters =
        new ArrayList<>(
            List.of(kind, ids.stream().map(RecordReads::aboutRecord).toArray(String[]::new)));
    parameters.addAll(values);
    List<Served> found =
        sql.query(
            reader,
            "select "
                + Release.OF_A_VIEW
                + " from (select distinct record_id, view from record_about"
                + " where kind = ?::text and about ="
                + " any (?::text[])) a cross join lateral (select * from record_view v where"
                + " v.record_id = a.record_id and v.view = a.view and "
                + condition
                + " offset 0) v order by"
                + " v.sort_date desc, v.record_id desc limit "
                + limit,
            parameters,
            rows -> {
              var records = new ArrayList<Served>();
              while (rows.next()) {
                records.add(release.now(rows));
              }
              return records;
            });
    leaving.records(reader, kind, found);
    return found;
  }

  /** One page of a list. */
  public Rows list(Reader reader, RecordQuery query) {
    SqlParts parts = RecordListing.page(query, through.to(reader, query));
    Rows page =
        sql.list(reader, parts.sql(), parts.parameters(), rows -> page(rows, query.limit()));
    leaving.records(reader, query.kind(), page.records());
    return page;
  }

  /** Part of a record that is kept beside its views, for those who get the record in full. */
  public Optional<byte[]> attachment(Reader reader, String kind, UUID id, String name) {
    var given = new ArrayList<Given>(1);
    Optional<byte[]> opened =
        sql.query(
            reader,
            "select a.sealed, v.wrapped, v.owner, v.version from record_attachment a join"
                + " record_view v using (record_id) where a.record_id = ?::uuid"
                + " and v.kind = ?::text and v.view = 'full' and a.name ="
                + " ?::text",
            List.of(id, kind, name),
            row -> {
              if (!row.next()) {
                return Optional.empty();
              }
              given.add(new Given(id, row.getString(3), View.FULL, row.getInt(4)));
              return Optional.of(
                  keys.unwrap(id, row.getBytes(2)).open(row.getBytes(1), id + "/" + name));
            });
    given.forEach(one -> leaving.partOf(one, reader, "read " + name, kind));
    return opened;
  }

  /** How many records of the list this reader may see. */
  public long total(Reader reader, RecordQuery query) {
    SqlParts parts = RecordListing.total(query, through.to(reader, query));
    return sql.list(
        reader,
        parts.sql(),
        parts.parameters(),
        rows -> {
          rows.next();
          return rows.getLong(1);
        });
  }

  /** Whether records that nobody can date are missing from a list for that reason alone. */
  public boolean leavesUndatedOut(Reader reader, RecordQuery query) {
    if (!query.leavesUndatedOut()) {
      return false;
    }
    SqlParts parts = RecordListing.page(query.leftOut());
    return sql.list(reader, parts.sql(), parts.parameters(), ResultSet::next);
  }

  /** The versions of a record, oldest first; a blurred reader is told only of those that show. */
  public List<Version> history(Reader reader, String kind, UUID id) {
    var given = new ArrayList<Given>();
    List<Version> versions =
        sql.query(reader, HISTORY, List.of(id, kind), rows -> versions(rows, id, given));
    if (!given.isEmpty()) {
      leaving.partOf(given.getLast(), reader, "history", kind);
    }
    return versions;
  }

  /**
   * A page and where the next one starts.
   *
   * @param next null on the last page
   */
  public record Rows(List<Served> records, RecordQuery.@Nullable After next) {}

  /** One version; who changed what and why only for those who see the record in full. */
  public record Version(
      int version,
      String fact,
      Instant at,
      @Nullable String person,
      @Nullable List<String> changed,
      @Nullable String why) {}

  private Rows page(ResultSet rows, int limit) throws SQLException {
    var records = new ArrayList<Served>();
    RecordQuery.After last = null;
    while (rows.next()) {
      if (records.size() == limit) {
        return new Rows(records, last);
      }
      records.add(release.now(rows));
      last =
          new RecordQuery.After(
              rows.getObject("sort_date", LocalDate.class),
              rows.getObject("record_id", UUID.class));
    }
    return new Rows(records, null);
  }

  private List<Version> versions(ResultSet rows, UUID id, List<Given> given) throws SQLException {
    var versions = new ArrayList<Version>();
    String lastEtag = null;
    while (rows.next()) {
      boolean full = rows.getString("view").equals("full");
      String etag = rows.getString("etag");
      if (!full && etag.equals(lastEtag)) {
        continue;
      }
      lastEtag = etag;
      byte[] note = rows.getBytes("note");
      Instant at = rows.getTimestamp("at").toInstant();
      versions.add(
          full
              ? new Version(
                  rows.getInt("version"),
                  rows.getString("fact"),
                  at,
                  rows.getString("person"),
                  List.of((String[]) rows.getArray("changed").getArray()),
                  note == null
                      ? null
                      : new String(
                          keys.unwrap(id, rows.getBytes("wrapped")).open(note, id + "/why"),
                          java.nio.charset.StandardCharsets.UTF_8))
              : new Version(
                  Math.max(
                      rows.getInt("view_version"),
                      versions.isEmpty() ? 1 : versions.getLast().version() + 1),
                  versions.isEmpty() ? "recorded" : "revised",
                  at.truncatedTo(java.time.temporal.ChronoUnit.DAYS),
                  null,
                  null,
                  null));
      given.add(
          new Given(
              id,
              rows.getString("owner"),
              full ? View.FULL : View.BLURRED,
              versions.getLast().version()));
    }
    return versions;
  }
}
