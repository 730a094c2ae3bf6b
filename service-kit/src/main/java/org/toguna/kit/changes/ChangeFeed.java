package org.toguna.kit.changes;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    boolean isAfter(Position other) {
      return xid > other.xid || xid == other.xid && seq > other.seq;
    }
  }

  /**
   * One record that changed for the reader.
   *
   * @param record the view that is theirs now; null is a tombstone: it is gone, or no longer theirs
   * @param after from where to go on after it without missing what follows it here
   */
  public record Changed(UUID id, String kind, @Nullable Served record, Position after) {}

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
    Map<UUID, Position> before = new HashMap<>();
    Position position = after;
    for (Line line : lines) {
      distinct.merge(line.id(), line, (a, b) -> b.shows() ? b : a);
      before.putIfAbsent(line.id(), position);
      position = line.position();
    }
    Map<UUID, Served> now = reads.all(reader, distinct.keySet());
    List<Line> shown =
        distinct.values().stream()
            .filter(line -> line.shows() || isNotBlurred(now.get(line.id())))
            .toList();
    var changes = new ArrayList<Changed>();
    for (int i = 0; i < shown.size(); i++) {
      Line line = shown.get(i);
      Position goOn = i + 1 < shown.size() ? before.get(shown.get(i + 1).id()) : position;
      changes.add(
          new Changed(
              line.id(),
              line.kind(),
              now.get(line.id()),
              Objects.requireNonNullElse(goOn, position)));
    }
    return new Delta(changes, position, lines.size() == limit);
  }

  private static boolean isNotBlurred(@Nullable Served record) {
    return record == null || record.view() == View.FULL;
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
