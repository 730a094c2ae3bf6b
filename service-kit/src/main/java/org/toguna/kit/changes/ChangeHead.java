package org.toguna.kit.changes;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.toguna.kit.db.DatabaseTrouble;

/**
 * Where the change log ends, read once for all streams: those who have read that far need not ask
 * the database what there is for them.
 */
@ApplicationScoped
class ChangeHead {
  private static final String HEAD =
      "with s as (select pg_snapshot_xmin(pg_current_snapshot()) as xmin) select xmin::text::bigint"
          + " - 1, c.xid::text::bigint, c.seq from s left join lateral (select xid, seq from change"
          + " where xid < s.xmin order by xid desc, seq desc limit 1) c on true";

  private final AgroalDataSource system;
  private final long freshNanos;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Read latest = new Read(ChangeFeed.Position.START, ChangeFeed.Position.START, 0);

  ChangeHead(
      @DataSource("system") AgroalDataSource system,
      @ConfigProperty(name = "toguna.stream.every", defaultValue = "2S") Duration every) {
    this.system = system;
    this.freshNanos = every.dividedBy(2).toNanos();
  }

  /**
   * @param last the last line that was there
   * @param end up to where there was no other
   */
  private record Read(ChangeFeed.Position last, ChangeFeed.Position end, long at) {}

  /**
   * Up to where a reader may go on who has read up to a position, without asking; the same position
   * if there is something to read.
   */
  ChangeFeed.Position skip(ChangeFeed.Position position) {
    Read now = read();
    return now.last().isAfter(position) || !now.end().isAfter(position) ? position : now.end();
  }

  /** Whether there is a line after the position, for whomever. */
  boolean isAhead(ChangeFeed.Position position) {
    return read().last().isAfter(position);
  }

  private Read read() {
    Read now = latest;
    if (now.at() != 0 && System.nanoTime() - now.at() < freshNanos) {
      return now;
    }
    reading.lock();
    try {
      if (latest != now) {
        return latest;
      }
      latest = query();
      return latest;
    } finally {
      reading.unlock();
    }
  }

  private Read query() {
    try (var connection = system.getConnection();
        var statement = connection.prepareStatement(HEAD);
        var row = statement.executeQuery()) {
      row.next();
      return new Read(
          new ChangeFeed.Position(row.getLong(2), row.getLong(3)),
          new ChangeFeed.Position(row.getLong(1), Long.MAX_VALUE),
          System.nanoTime());
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }
}
