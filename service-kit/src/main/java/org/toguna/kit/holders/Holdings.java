package org.toguna.kit.holders;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.toguna.kit.db.DatabaseTrouble;
import org.toguna.kit.db.GroupCommit;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.View;

/**
 * Keeps which organisations have read which record. The first reading is committed before its
 * answer leaves; what is known already is counted in memory and written down now and then.
 */
@ApplicationScoped
public class Holdings {
  private static final Logger LOG = Logger.getLogger(Holdings.class);

  /** A last reading is true to a minute: it is written by the minute, within another half. */
  private static final long WRITTEN_EVERY_SECONDS = 20;

  private static final String WRITE =
      "insert into holding (record_id, organisation, view, owner, kind, first_at, last_at, version,"
          + " times) select n.record, n.organisation, n.view, r.owner, r.kind,"
          + " to_timestamp(n.at / 1000.0), to_timestamp(n.at / 1000.0), n.version, n.times"
          + " from unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::int[], ?::bigint[])"
          + " n (record, organisation, view, at, version, times)"
          + " join record r on r.id = n.record order by 1, 2, 3"
          + " on conflict (record_id, organisation, view) do update set (last_at, version, times) ="
          + " (greatest(holding.last_at, excluded.last_at),"
          + " greatest(holding.version, excluded.version), holding.times + excluded.times)";

  private final GroupCommit<List<Readings>> commits;
  private final Remembered remembered;
  private final Map<Holder, Since> untold = new ConcurrentHashMap<>();
  private final Queue<Readings> unwritten = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Clock clock = Clock.systemUTC();

  Holdings(
      @DataSource("system") AgroalDataSource system,
      @ConfigProperty(name = "toguna.holders.remembered", defaultValue = "65536") int most) {
    this.commits = new GroupCommit<>("holders", system, Holdings::write);
    this.remembered = new Remembered(most);
  }

  void start(@Observes StartupEvent event) {
    commits.start();
    Thread.ofPlatform().name("holders-again").daemon().start(this::writeAgainAndAgain);
  }

  void stop(@Observes ShutdownEvent event) {
    closing.countDown();
    writeDown();
    commits.stop();
  }

  /**
   * Notes that these are about to leave for the reader. What is the reader's own organisation's is
   * not kept: whose it is holds it anyway.
   *
   * @return to be waited for before anything leaves
   */
  public GroupCommit.Pending note(Reader reader, Collection<Given> all) {
    String organisation =
        reader.organisation() == null ? Reader.WITHOUT_SIGNING_IN : reader.organisation();
    List<Readings> first = null;
    Instant now = clock.instant();
    for (Given given : all) {
      if (given.owner().equals(organisation)) {
        continue;
      }
      var holder = new Holder(given.record(), organisation, given.view());
      Since since = remembered.get(holder);
      if (since == null) {
        first = first == null ? new ArrayList<>() : first;
        first.add(new Readings(holder, now, given.version(), 1));
      } else if (since.again(now, given.version())) {
        untold.put(holder, since);
      }
    }
    return first == null ? GroupCommit.Pending.NOTHING : committed(first);
  }

  private GroupCommit.Pending committed(List<Readings> first) {
    GroupCommit.Pending pending = commits.submit(first);
    return () -> {
      pending.await();
      first.forEach(one -> remembered.put(one.holder(), new Since(one.last(), one.version())));
    };
  }

  private void writeAgainAndAgain() {
    try {
      while (!closing.await(WRITTEN_EVERY_SECONDS, TimeUnit.SECONDS)) {
        writeDown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes down what was counted in memory, so that whoever asks is told all of it. */
  public void writeDown() {
    var taken = new ArrayList<Readings>();
    for (Readings left = unwritten.poll(); left != null; left = unwritten.poll()) {
      taken.add(left);
    }
    for (Holder holder : List.copyOf(untold.keySet())) {
      Since since = untold.remove(holder);
      if (since != null) {
        taken.add(since.take(holder));
      }
    }
    if (taken.isEmpty()) {
      return;
    }
    try {
      commits.submit(taken).await();
    } catch (DatabaseTrouble e) {
      LOG.warnf("Last readings are written down later: %s", e.getMessage());
      unwritten.addAll(taken);
    }
  }

  private static void write(Connection connection, List<List<Readings>> group) throws SQLException {
    var rows = new TreeMap<Holder, Readings>(Holder.IN_ORDER);
    group.forEach(
        readings -> readings.forEach(one -> rows.merge(one.holder(), one, Readings::and)));
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      array(connection, write, 1, "uuid", rows.values(), row -> row.holder().record());
      array(connection, write, 2, "text", rows.values(), row -> row.holder().organisation());
      array(connection, write, 3, "text", rows.values(), row -> word(row.holder().view()));
      array(connection, write, 4, "int8", rows.values(), row -> row.last().toEpochMilli());
      array(connection, write, 5, "int4", rows.values(), Readings::version);
      array(connection, write, 6, "int8", rows.values(), Readings::times);
      write.executeUpdate();
    }
  }

  private static String word(View view) {
    return view.name().toLowerCase(Locale.ROOT);
  }

  private static void array(
      Connection connection,
      PreparedStatement write,
      int at,
      String type,
      Collection<Readings> rows,
      Function<Readings, ?> part)
      throws SQLException {
    write.setArray(at, connection.createArrayOf(type, rows.stream().map(part).toArray()));
  }
}
