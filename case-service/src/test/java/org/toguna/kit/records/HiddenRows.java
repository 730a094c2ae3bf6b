package org.toguna.kit.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.records.RecordQuery.BoundingBox;
import org.toguna.test.RealParts;

/**
 * A registry of two hundred owners, in a database of its own, and a reader of fifty classes who
 * asks it as the service does. Kinds come in twins, alike but for what the reader may not see.
 */
final class HiddenRows implements AutoCloseable {
  static final int OWNERS = 200;
  static final int HIDDEN = 2_000;
  private static final int SHARING = 49;
  private static final int AT_VALUE = 60;
  private static final int ELSEWHERE = 240;
  private static final UUID ACTOR = UUID.fromString("00000000-0000-4000-8000-000000000007");
  private static final UUID CASE = UUID.fromString("00000000-0000-4000-8000-000000000008");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String RECORDED =
      """
      create function recorded(kind text, owner text, full_admits text[], seen text[], here boolean, hangs_on uuid)
        returns uuid language plpgsql as $$
      declare
        id uuid := gen_random_uuid();
        day date := case when here then date '2016-01-05' else date '2013-02-05' end + (random() * 20)::int;
        village text := case when here then 'ML050707' else 'ML050799' end;
        one text;
      begin
        insert into record (id, kind, version, owner, tlp, full_admits, seen_admits, recorded_at, updated_at)
        values (id, kind, 1, owner, 'GREEN', full_admits, full_admits || seen, now(), now());
        if hangs_on is not null then
          insert into record_parent values (id, hangs_on);
        end if;
        foreach one in array case when seen = '{}' then '{full}' else '{full,blurred}' end::text[] loop
          insert into record_view (record_id, view, kind, owner, tlp, admits, bars, hangs, version, etag, body, wrapped,
              recorded_at, updated_at, type, unit0, unit1, unit2, unit3, place, lat, lon, date_from, date_to, sort_date,
              actors, links, search)
          values (id, one, kind, owner, 'GREEN', case one when 'full' then full_admits else seen end,
              case one when 'full' then '{}' else full_admits end, hangs_on is not null, 1, id || one,
              repeat('sealed', 120)::bytea, 'key', now(), now(), 'raid', 'ML', 'ML05', 'ML0507',
              case one when 'full' then village end, case one when 'full' then 'P' || village end,
              case one when 'full' then case when here then 14.3 else 11.3 end end,
              case one when 'full' then -3.6 end, day, day, day,
              case when one = 'full' and here then array['%s'::uuid] end,
              case when here then array[coalesce(hangs_on, '%s'::uuid)] end,
              to_tsvector('simple', case when here then 'lantern ' else 'candle ' end || 'seen on the road by a trader'));
        end loop;
        return id;
      end $$"""
          .formatted(ACTOR, CASE);

  private final RealParts parts = new RealParts();
  private final Connection superuser;
  private final Connection asking;
  private final Set<String> prepared = new HashSet<>();

  HiddenRows() throws SQLException {
    parts.init(Map.of("service", "walls"));
    Map<String, String> settings = parts.start();
    String url = settings.get("quarkus.datasource.jdbc.url");
    Flyway.configure()
        .dataSource(
            url,
            settings.get("quarkus.flyway.username"),
            settings.get("quarkus.flyway.password"))
        .locations("classpath:db/migration/kit", "classpath:db/migration/cases")
        .load()
        .migrate();
    superuser = DriverManager.getConnection(settings.get("toguna.test.superuser-url"));
    asking =
        DriverManager.getConnection(
            url,
            settings.get("quarkus.datasource.username"),
            settings.get("quarkus.datasource.password"));
    run(superuser, RECORDED);
  }

  /** Whoever asks: of an organisation with which many share what they show nobody else. */
  private static Reader reader() {
    return new Reader("ngo-r", "ngo-r/someone", Set.of(Role.READER), Tlp.GREEN);
  }

  /** What there is of each kind at the values that are asked for, and elsewhere. */
  void fill(List<String> quiet, List<String> crowded) throws SQLException {
    for (int i = 0; i < quiet.size(); i++) {
      seen(quiet.get(i), AT_VALUE, true);
      seen(crowded.get(i), AT_VALUE, true);
      seen(quiet.get(i), ELSEWHERE, false);
      seen(crowded.get(i), ELSEWHERE, false);
      run(
          superuser,
          """
          select recorded('%s', 'h' || n %% %d,
            case when n %% 2 = 0 then array['org:h' || n %% %2$d] else array['person:h' || n %% %2$d || '/x'] end,
            '{}', true, null) from generate_series(1, %d) n"""
              .formatted(crowded.get(i), OWNERS - SHARING, HIDDEN));
    }
    run(superuser, "vacuum analyze");
    String context = ReaderSql.context(reader());
    run(
        asking,
        "select set_config('toguna.reader', '%s', false)".formatted(context),
        "set plan_cache_mode = 'force_generic_plan'");
  }

  /** Three of four are shared by one of many with the reader alone; the fourth is GREEN. */
  private void seen(String kind, int number, boolean here) throws SQLException {
    run(
        superuser,
        """
        select recorded('%s', 'p' || n %% %d,
          case when n %% 4 = 0 then array['org:p' || n %% %2$d] else array['org:ngo-r', 'org:p' || n %% %2$d] end,
          case when n %% 4 = 0 then '{tlp:green}' else '{}' end::text[], %b, null) from generate_series(1, %d) n"""
            .formatted(kind, SHARING, here, number));
  }

  /** A head and that many records of all owners that hang on it; its id. */
  UUID family(int followers) throws SQLException {
    UUID head =
        (UUID)
            one(
                superuser,
                "select recorded('case', 'p1', '{org:p1}', '{tlp:green}', true, null)");
    run(
        superuser,
        """
        select recorded('permission', 'p' || n %% %d, array['org:p' || n %% %1$d], '{tlp:green}', true, '%s')
        from generate_series(1, %d) n"""
            .formatted(OWNERS, head, followers),
        "vacuum analyze");
    return head;
  }

  /** Closes a head or opens it, as its desk does; milliseconds until what hangs on it has moved. */
  double show(UUID head, boolean open) throws SQLException {
    String seen = open ? "{org:p1,tlp:green}" : "{org:p1}";
    superuser.setAutoCommit(false);
    long begin = System.nanoTime();
    run(
        superuser,
        "update record set version = version + 1, seen_admits = '%s' where id = '%s'"
            .formatted(seen, head),
        open
            ? "update record_view set admits = '{tlp:green}', body = 'opened' where record_id = '%s' and view = 'blurred'"
                .formatted(head)
            : "update record_view set admits = '{org:p1}', body = 'closed' where record_id = '%s' and view = 'blurred'"
                .formatted(head));
    superuser.commit();
    double millis = (System.nanoTime() - begin) / 1e6;
    superuser.setAutoCommit(true);
    return millis;
  }

  /** How many views that hang on it somebody without any tie to it may see. */
  long seenByOthers(UUID head) throws SQLException {
    return (Long)
        one(
            asking,
            "select count(*) from record_view v join record_about a using (record_id, view)"
                + " where a.about = 'record:%s' and v.kind = 'permission'".formatted(head));
  }

  long classesHeld() throws SQLException {
    return (Long) one(asking, "select cardinality(reader_classes())::bigint");
  }

  /** What is asked for by each way in. */
  static Map<String, RecordQuery> questions(String kind) {
    var questions = new LinkedHashMap<String, RecordQuery>();
    questions.put("place", query(kind, "PML050707", 4, null, null, null, null, null));
    questions.put("unit", query(kind, "ML050707", 3, null, null, null, null, null));
    questions.put("actor", query(kind, null, 0, null, null, ACTOR, null, null));
    questions.put("words", query(kind, null, 0, null, null, null, null, "lantern"));
    questions.put(
        "box", query(kind, null, 0, new BoundingBox(-3.61, 14.29, -3.59, 14.31), null, null, null, null));
    questions.put("about", query(kind, null, 0, null, null, null, CASE, null));
    questions.put(
        "period", query(kind, null, 0, null, LocalDate.of(2016, 1, 1), null, null, null));
    return questions;
  }

  private static RecordQuery query(
      String kind,
      @Nullable String unit,
      int level,
      @Nullable BoundingBox box,
      @Nullable LocalDate month,
      @Nullable UUID actor,
      @Nullable UUID link,
      @Nullable String words) {
    return new RecordQuery(
        kind,
        null,
        null,
        null,
        null,
        unit,
        level,
        box,
        month,
        month == null ? null : month.plusMonths(1).minusDays(1),
        Undated.FALSE,
        actor,
        link,
        null,
        words,
        null,
        50);
  }

  /**
   * What one question took in the database.
   *
   * @param removed rows of records that were looked at in vain
   */
  record Taken(double millis, long buffers, long removed, long rows) {}

  Taken page(RecordQuery query) throws SQLException {
    return take(RecordListing.page(query));
  }

  Taken total(RecordQuery query) throws SQLException {
    return take(RecordListing.total(query));
  }

  private Taken take(SqlParts parts) throws SQLException {
    String name = "q" + Integer.toHexString(parts.sql().hashCode());
    if (prepared.add(name)) {
      var numbered = new StringBuilder();
      int next = 1;
      for (String piece : (parts.sql() + " ").split("\\?")) {
        numbered.append(piece).append('$').append(next++);
      }
      numbered.setLength(numbered.length() - 1 - String.valueOf(next - 1).length());
      run(asking, "prepare %s as %s".formatted(name, numbered));
    }
    String values =
        parts.parameters().stream().map(HiddenRows::literal).collect(Collectors.joining(", "));
    String explained =
        String.valueOf(
            one(
                asking,
                "explain (analyze, buffers, timing off, costs off, summary on, format json) execute "
                    + name
                    + (values.isEmpty() ? "" : "(" + values + ")")));
    try {
      JsonNode plan = JSON.readTree(explained).get(0);
      JsonNode top = plan.get("Plan");
      return new Taken(
          plan.get("Execution Time").asDouble(),
          top.get("Shared Hit Blocks").asLong() + top.get("Shared Read Blocks").asLong(),
          removed(top),
          top.get("Actual Rows").asLong());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long removed(JsonNode node) {
    long removed = 0;
    if (node.has("Relation Name")) {
      double each =
          node.path("Rows Removed by Filter").asDouble()
              + node.path("Rows Removed by Index Recheck").asDouble();
      removed = Math.round(each * node.path("Actual Loops").asDouble());
    }
    for (JsonNode child : node.path("Plans")) {
      removed += removed(child);
    }
    return removed;
  }

  private static String literal(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Number number -> number.toString();
      case Object[] several ->
          "'{%s}'"
              .formatted(
                  Arrays.stream(several).map(String::valueOf).collect(Collectors.joining(",")));
      default -> "'" + value + "'";
    };
  }

  private static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static Object one(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getObject(1);
    }
  }

  @Override
  public void close() throws SQLException {
    superuser.close();
    asking.close();
    parts.stop();
  }
}
