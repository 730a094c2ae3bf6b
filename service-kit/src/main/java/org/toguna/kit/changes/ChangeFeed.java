package org.toguna.kit.changes;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.View;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;

/** What changed for a reader since they last asked. */
@ApplicationScoped
public class ChangeFeed {
  /**
   * In commit order, and only below the oldest running transaction: a late commit is never skipped.
   */
  private static final String DELTA =
      "select xid::text::bigint as xid, seq, record_id, kind, blurred_changed,"
          + " seen_before && (select reader_principals()) as was_seen,"
          + " full_before && (select reader_principals()) as was_full from change"
          + " where (xid, seq) > (?::text::xid8, ?::bigint)"
          // What does not show to a reader takes no place in their page: a full one would tell.
          + " and (blurred_changed or not seen_before && (select reader_principals())"
          + " or (full_before || full_after) && (select reader_principals()))"
          + " and xid < pg_snapshot_xmin(pg_current_snapshot()) order by xid, seq limit ";

  private final ReaderSql sql;
  private final RecordReads reads;

  ChangeFeed(ReaderSql sql, RecordReads reads) {
    this.sql = sql;
    this.reads = reads;
  }

  /** Where a reader is in the log. */
  public record Position(long xid, long seq) {
    public static final Position START = new Position(0, 0);
  }

  /**
   * One record that changed for the reader.
   *
   * @param record the view that is theirs now; null is a tombstone: it is gone, or no longer theirs
   */
  public record Changed(UUID id, String kind, @Nullable Served record) {}

  public record Delta(List<Changed> changes, Position position, boolean more) {}

  private record Line(Position position, UUID id, String kind, boolean shows) {}

  /** The next changes after a position, each record once, as it is now. */
  public Delta since(Reader reader, Position after, int limit) {
    List<Line> lines =
        sql.query(
            reader,
            DELTA + limit,
            List.of(Long.toString(after.xid()), after.seq()),
            ChangeFeed::lines);
    Map<UUID, Line> distinct = new LinkedHashMap<>();
    lines.forEach(line -> distinct.merge(line.id(), line, (a, b) -> b.shows() ? b : a));
    Map<UUID, Served> now = reads.all(reader, distinct.keySet());
    var changes = new ArrayList<Changed>();
    for (Line line : distinct.values()) {
      Served record = now.get(line.id());
      if (record == null || record.view() == View.FULL || line.shows()) {
        changes.add(new Changed(line.id(), line.kind(), record));
      }
    }
    Position position = lines.isEmpty() ? after : lines.getLast().position();
    return new Delta(changes, position, lines.size() == limit);
  }

  /** The end of the log as the reader may follow it: from here only news. */
  public Position end(Reader reader) {
    return sql.query(
        reader,
        "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1",
        List.of(),
        row -> {
          row.next();
          return new Position(row.getLong(1), Long.MAX_VALUE);
        });
  }

  private static List<Line> lines(ResultSet rows) throws SQLException {
    var lines = new ArrayList<Line>();
    while (rows.next()) {
      lines.add(
          new Line(
              new Position(rows.getLong("xid"), rows.getLong("seq")),
              rows.getObject("record_id", UUID.class),
              rows.getString("kind"),
              rows.getBoolean("blurred_changed")
                  || rows.getBoolean("was_full")
                  || !rows.getBoolean("was_seen")));
    }
    return lines;
  }
}
