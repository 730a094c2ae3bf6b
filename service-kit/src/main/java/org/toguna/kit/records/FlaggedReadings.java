package org.toguna.kit.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.ReadingStatus;
import org.toguna.kit.values.Readings;

/**
 * Knows which records hold readings that were not accepted, and days that cannot be. Either is
 * settled when a reading of its field is accepted; it stays where it is.
 */
@ApplicationScoped
public class FlaggedReadings {
  private final ReaderSql sql;

  FlaggedReadings(ReaderSql sql) {
    this.sql = sql;
  }

  /** Days that cannot be are flagged behind the readings: a record has no more of these. */
  private static final int FIRST_DAY = 200;

  private static final int MOST_DAYS = 200;

  /** Replaces what was known of a record; costs nothing where there never was a flag. */
  void note(
      Connection connection,
      UUID record,
      boolean before,
      List<Reading> readings,
      List<Flaw> oddDays)
      throws SQLException {
    if (before) {
      forget(connection, record);
    }
    Set<Integer> open = Readings.open(readings);
    for (int i = 0; i < readings.size(); i++) {
      ReadingStatus status = readings.get(i).status();
      if (status != null && status != ReadingStatus.accepted) {
        flag(connection, record, i, status, !open.contains(i));
      }
    }
    for (int i = 0; i < Math.min(oddDays.size(), MOST_DAYS); i++) {
      String field = oddDays.get(i).pointer();
      boolean settled =
          readings.stream()
              .filter(reading -> reading.status() == ReadingStatus.accepted)
              .anyMatch(reading -> field.equals(String.valueOf(reading.field())));
      flag(connection, record, FIRST_DAY + i, ReadingStatus.issue, settled);
    }
  }

  private static void flag(
      Connection connection, UUID record, int position, ReadingStatus status, boolean settled)
      throws SQLException {
    new SqlParts()
        .add(
            "insert into flagged_reading values (?::uuid, ?::int, ?::text, ?::boolean)",
            record,
            position,
            status.name(),
            settled)
        .execute(connection);
  }

  void forget(Connection connection, UUID record) throws SQLException {
    new SqlParts()
        .add("delete from flagged_reading where record_id = ?::uuid", record)
        .execute(connection);
  }

  /** A record with flagged readings, in the stable order of records. */
  public record Row(UUID record, LocalDate sortDate) {}

  /**
   * Records that the reader sees in full and that hold such readings; one more than the limit, so
   * that the last page knows itself.
   *
   * @param settled whether those that were settled count too
   */
  public List<Row> page(
      Reader reader,
      @Nullable String kind,
      @Nullable ReadingStatus status,
      boolean settled,
      RecordQuery.@Nullable After after,
      int limit) {
    var parts = where("select v.record_id, v.sort_date", kind, status, settled);
    if (after != null) {
      parts.add(
          " and (v.sort_date, v.record_id) < (?::date, ?::uuid)", after.sortDate(), after.id());
    }
    parts.add(" order by v.sort_date desc, v.record_id desc limit " + (limit + 1));
    return sql.query(
        reader,
        parts.sql(),
        parts.parameters(),
        rows -> {
          var found = new ArrayList<Row>();
          while (rows.next()) {
            Date date = rows.getDate(2);
            found.add(new Row(rows.getObject(1, UUID.class), date.toLocalDate()));
          }
          return found;
        });
  }

  /** How many such records there are for this reader. */
  public long total(
      Reader reader, @Nullable String kind, @Nullable ReadingStatus status, boolean settled) {
    var parts = where("select count(*)", kind, status, settled);
    return sql.query(
        reader,
        parts.sql(),
        parts.parameters(),
        rows -> {
          rows.next();
          return rows.getLong(1);
        });
  }

  private static SqlParts where(
      String select, @Nullable String kind, @Nullable ReadingStatus status, boolean settled) {
    var parts = new SqlParts();
    parts.add(
        select
            + " from record_view v where v.view = 'full' and v.record_id in"
            + " (select f.record_id from flagged_reading f where true");
    if (!settled) {
      parts.add(" and not f.settled");
    }
    if (status != null) {
      parts.add(" and f.status = ?::text", status.name());
    }
    parts.add(")");
    if (kind != null) {
      parts.add(" and v.kind = ?::text", kind);
    }
    return parts;
  }
}
