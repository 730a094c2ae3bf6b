package org.toguna.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * A registry of incidents that grows to each size in turn: ten years, fifty cercles of a degree
 * each, six types. Some hundreds are recorded over HTTP, all others are {@link RecordCopies}.
 */
final class Incidents {
  static final YearMonth FIRST = YearMonth.of(2012, 1);
  static final int MONTHS = 120;
  private static final int RECORDED = 240;
  private static final int AT_ONCE = 5_000;

  /** So many bear a word that no other has. */
  static final int LONELY = 50;

  private static final List<String> TYPES =
      List.of("armed_clash", "attack_on_civilians", "raid", "abduction", "shelling", "looting");

  /** What the triggers would have counted, as the service's folding keeps it. */
  private static final String COUNTS =
      """
      insert into incident_count
      select md5(admits::text || bars::text)::uuid, admits, bars, unit, parent, level,
             kept.month_from, kept.month_to, kept.type, count(*)
      from record_view v cross join lateral
        (values ('', '-', -1), (unit0, '', 0), (unit1, unit0, 1), (unit2, unit1, 2)) u (unit, parent, level)
      cross join lateral
        (select date_trunc('month', date_from)::date, date_trunc('month', date_to)::date) m (month_from, month_to)
      cross join lateral
        (values (m.month_from, m.month_to, coalesce(v.type, '')), (m.month_from, m.month_to, '*'),
                ('infinity', '-infinity', coalesce(v.type, '')), ('infinity', '-infinity', '*')) kept (month_from, month_to, type)
      where kind = 'incident' and u.unit is not null and u.parent is not null
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9""";

  /** What the triggers would have noted of whom copies are about. */
  private static final String ABOUT =
      """
      insert into record_about (kind, about, sort_date, record_id, view, class)
      select v.kind, about, v.sort_date, v.record_id, v.view, v.class from record_view v, about_of(v) about
      where v.kind = 'incident' and v.actors is not null
      on conflict do nothing""";

  /**
   * What has been written is read once, as a server that has run for a day would have: else the
   * first to ask for a page tell of the disk.
   */
  private static final String WARM =
      "select sum(pg_prewarm(oid, 'read')) from pg_class where relkind in ('r', 'i', 't')";

  private final RunningStack stack;
  private final Registry registry;
  private final RecordCopies copies;
  private final Connection database;
  final List<UUID> ids = new ArrayList<>();

  Incidents(RunningStack stack, Registry registry, Connection database) {
    this.stack = stack;
    this.registry = registry;
    this.database = database;
    this.copies =
        new RecordCopies(
            database, new Sealing(stack.masterKey("cases")), RecordCopies.Members.OF_INCIDENT);
  }

  static Connection database(RunningStack stack) throws SQLException {
    return DriverManager.getConnection(stack.superuserUrl("cases"));
  }

  static double west(int cercle) {
    return -12 + cercle % 10;
  }

  static double south(int cercle) {
    return 11 + cercle / 10;
  }

  static LocalDate day(RandomGenerator random) {
    return FIRST.plusMonths(random.nextInt(MONTHS)).atDay(1 + random.nextInt(28));
  }

  static String incident(int cercle, LocalDate day, String type) {
    return String.format(
        Locale.ROOT,
        """
        {"type":"%1$s","title":"Seen from the road of cercle %2$d",
         "place":{"id":"%3$s","asStated":"a village of the cercle","precision":"near"},
         "position":{"lat":%4$.4f,"lon":%5$.4f,"wherePrec":"2"},
         "when":{"edtf":"%6$s","asStated":"on a market day"},
         "participants":[{"side":"side_a","who":{"asStated":"armed men on motorcycles"}},
                         {"side":"civilians","who":{"asStated":"herders"}}],
         "deaths":{"civilians":{"low":3},"total":{"low":3,"high":9,"asStated":"up to nine"}},
         "clarity":"clear",
         "narrative":"Told by a trader who had slept in the next hamlet and heard it before dawn.",
         "sources":[{"publisher":"Radio Plateau","headline":"Attack in the cercle"}],
         "marking":{"tlp":"GREEN"}}""",
        type,
        cercle,
        Registry.cercle(cercle),
        south(cercle) + 0.5,
        west(cercle) + 0.5,
        day);
  }

  /** A word that one incident has. */
  static String lonely(int number) {
    return "lonely" + number;
  }

  static String incident(RandomGenerator random) {
    return incident(
        random.nextInt(Registry.CERCLES), day(random), TYPES.get(random.nextInt(TYPES.size())));
  }

  /**
   * @throws IllegalStateException if the service then counts another number of them
   */
  void growTo(int size) throws SQLException {
    if (ids.isEmpty()) {
      for (int i = 0; i < RECORDED; i++) {
        LocalDate day = FIRST.plusMonths(i % MONTHS).atDay(1 + i % 28);
        String body = incident(i % Registry.CERCLES, day, TYPES.get(i % TYPES.size()));
        UUID id = registry.record("/cases/v1/incidents", body);
        copies.learn(id);
        ids.add(id);
      }
      for (int i = 0; i < LONELY; i++) {
        String body = incident(i % Registry.CERCLES, FIRST.plusMonths(i).atDay(1), TYPES.get(0));
        body = body.replace("Seen from", lonely(i) + " seen from");
        ids.add(registry.record("/cases/v1/incidents", body));
      }
    }
    try (Statement statement = database.createStatement()) {
      List<String> indexes = indexes(statement);
      for (String index : indexes) {
        // Rows are put in ten times as fast when no index is kept on the way.
        statement.execute("drop index " + index.split(" ")[2]);
      }
      statement.execute("set session_replication_role = replica");
      while (ids.size() < size) {
        ids.addAll(copies.write(Math.min(AT_ONCE, size - ids.size())));
      }
      statement.execute("set session_replication_role = origin");
      statement.execute(ABOUT);
      for (String index : indexes) {
        statement.execute(index);
      }
      database.setAutoCommit(false);
      statement.execute("truncate incident_count, incident_count_change");
      statement.execute(COUNTS);
      database.commit();
      database.setAutoCommit(true);
      statement.execute("vacuum analyze");
      statement.execute("create extension if not exists pg_prewarm");
      statement.execute(WARM);
    }
    long counted = counted();
    if (counted != ids.size()) {
      throw new IllegalStateException("%d of %d are counted".formatted(counted, ids.size()));
    }
  }

  /** The statements that make the indexes of the views again, all but that of the primary key. */
  private static List<String> indexes(Statement statement) throws SQLException {
    var indexes = new ArrayList<String>();
    try (var rows =
        statement.executeQuery(
            "select pg_get_indexdef(indexrelid) from pg_index"
                + " where indrelid = 'record_view'::regclass and not indisunique")) {
      while (rows.next()) {
        indexes.add(rows.getString(1));
      }
    }
    return indexes;
  }

  private long counted() {
    try (var connection = new HttpConnection(stack.port("cases"))) {
      byte[] answer =
          connection.send(
              HttpConnection.Ask.get("/cases/v1/incident-counts", registry.authors().getFirst()),
              200);
      return new ObjectMapper().readTree(answer).path("total").asLong();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
