package org.toguna.kit.siblings;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.DatabaseTrouble;

/** The read model's table: written in batches, each row only by something newer. */
@ApplicationScoped
public class SiblingStore {
  private static final String APPLY =
      "insert into sibling (topic, id, view, version, gone, admits, bars, full_admits, seen_admits,"
          + " data, cut_place, cut_date, generation) select t, i, w, v, g, "
          + principals("a")
          + ", "
          + principals("b")
          + ", "
          + principals("f")
          + ", "
          + principals("s")
          + ", d::jsonb, cp, cd, (select last_value from sibling_generation)"
          + " from unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::boolean[], ?::text[],"
          + " ?::text[], ?::text[], ?::text[], ?::text[], ?::smallint[], ?::smallint[])"
          + " as n (t, i, w, v, g, a, b, f, s, d, cp, cd)"
          + " where g or not exists (select from sibling_erased e where e.topic = t and e.id = i"
          + " and e.version >= v) on conflict (topic, id, view) do update set (version, gone,"
          + " admits, bars, full_admits, seen_admits, data, cut_place, cut_date, generation) ="
          + " (excluded.version, excluded.gone, excluded.admits,"
          + " excluded.bars, excluded.full_admits, excluded.seen_admits, excluded.data,"
          + " case when excluded.gone then sibling.cut_place else excluded.cut_place end, case when"
          + " excluded.gone then sibling.cut_date else excluded.cut_date end,"
          + " excluded.generation) where sibling.version < excluded.version";

  /** In a rebuild the topic is right, whatever the table says; only a newer live row stays. */
  private static final String REPLACE = APPLY.replace("version <", "version <=");

  /** That newer row is not lost, though the topic holds nothing but an older state of it. */
  private static final String MET =
      "update sibling set generation = (select last_value from sibling_generation) from"
          + " unnest(?::text[], ?::text[], ?::int[]) as n (t, i, v) where topic = t and id = i"
          + " and version > v";

  private static final String REMEMBER =
      "insert into sibling_erased select * from unnest(?::text[], ?::text[], ?::int[])"
          + " on conflict (topic, id) do update set version"
          + " = greatest(sibling_erased.version, excluded.version)";

  private static final String LOST =
      "with lost as (delete from sibling where topic = ? and generation < ?"
          + " returning topic, id, version), remembered as (insert into sibling_erased"
          + " select topic, id, max(version) from lost group by topic, id"
          + " on conflict (topic, id) do update set version"
          + " = greatest(sibling_erased.version, excluded.version)) select count(*) from lost";

  /** An array of arrays has no ragged rows, so principals travel joined. */
  private static String principals(String joined) {
    return "coalesce(string_to_array(nullif(" + joined + ", ''), e'\\x1f'), '{}')";
  }

  /** One row of the table: what one audience may know of one record. */
  private record Row(
      SiblingRecord news,
      String view,
      Set<String> admits,
      Set<String> bars,
      @Nullable JsonNode data) {}

  private static Stream<Row> rows(SiblingRecord news) {
    Set<String> full = news.audience().full();
    return Stream.of(
        new Row(news, "full", full, Set.of(), news.full()),
        new Row(news, "blurred", news.audience().blurredAdmits(), full, news.seen()));
  }

  private final AgroalDataSource system;

  SiblingStore(@DataSource("system") AgroalDataSource system) {
    this.system = system;
  }

  void apply(Collection<SiblingRecord> news) {
    List<SiblingRecord> newest = newest(news);
    if (!newest.isEmpty()) {
      inOrder(connection -> write(connection, APPLY, newest));
    }
  }

  void replace(Collection<SiblingRecord> news) {
    List<SiblingRecord> newest = newest(news);
    if (!newest.isEmpty()) {
      inOrder(
          connection -> {
            if (write(connection, REPLACE, newest) < 2 * newest.size()) {
              note(connection, MET, newest);
            }
          });
    }
  }

  /** Work on one connection, a commit after each statement. */
  @FunctionalInterface
  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  private void inOrder(Work work) {
    try (Connection connection = system.getConnection()) {
      work.on(connection);
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  private static int write(Connection connection, String statement, List<SiblingRecord> news)
      throws SQLException {
    List<SiblingRecord> gone = news.stream().filter(SiblingRecord::gone).toList();
    if (!gone.isEmpty()) {
      note(connection, REMEMBER, gone);
    }
    List<Row> rows = news.stream().flatMap(SiblingStore::rows).toList();
    try (PreparedStatement write = connection.prepareStatement(statement)) {
      array(connection, write, 1, "text", rows, row -> row.news().topic());
      array(connection, write, 2, "text", rows, row -> row.news().id());
      array(connection, write, 3, "text", rows, Row::view);
      array(connection, write, 4, "int4", rows, row -> row.news().version());
      array(connection, write, 5, "bool", rows, row -> row.news().gone());
      array(connection, write, 6, "text", rows, row -> joined(row.admits()));
      array(connection, write, 7, "text", rows, row -> joined(row.bars()));
      array(connection, write, 8, "text", rows, row -> joined(row.news().audience().full()));
      array(connection, write, 9, "text", rows, row -> joined(row.news().audience().seen()));
      array(
          connection,
          write,
          10,
          "text",
          rows,
          row -> row.data() == null ? null : row.data().toString());
      array(connection, write, 11, "int2", rows, row -> row.news().cut().place().ordinal());
      array(connection, write, 12, "int2", rows, row -> row.news().cut().date().ordinal());
      return write.executeUpdate();
    }
  }

  private static void note(Connection connection, String statement, List<SiblingRecord> news)
      throws SQLException {
    try (PreparedStatement note = connection.prepareStatement(statement)) {
      array(connection, note, 1, "text", news, SiblingRecord::topic);
      array(connection, note, 2, "text", news, SiblingRecord::id);
      array(connection, note, 3, "int4", news, SiblingRecord::version);
      note.executeUpdate();
    }
  }

  private static String joined(Set<String> principals) {
    return String.join("\u001f", principals);
  }

  private static <T> void array(
      Connection connection,
      PreparedStatement write,
      int at,
      String type,
      List<T> rows,
      Function<T, ?> part)
      throws SQLException {
    write.setArray(at, connection.createArrayOf(type, rows.stream().map(part).toArray()));
  }

  /** One statement may touch a row once, so of several states in a batch the newest stays. */
  private static List<SiblingRecord> newest(Collection<SiblingRecord> news) {
    Map<String, SiblingRecord> newest = new LinkedHashMap<>();
    for (SiblingRecord one : news) {
      newest.merge(
          one.topic() + '\n' + one.id(), one, (a, b) -> b.version() >= a.version() ? b : a);
    }
    // Sorted, so that two writers never lock the same rows in opposite orders.
    return newest.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Begins a rebuild: what it and the live consumer write from now on is of a new generation. */
  long nextGeneration() {
    return number("select nextval('sibling_generation')");
  }

  /**
   * Ends a rebuild of one topic: what the topic no longer holds goes, and is remembered as erased,
   * since a compacted topic lets go of nothing else.
   */
  long removeOlder(String topic, long generation) {
    return number(LOST, topic, generation);
  }

  /** Rows and an order-free hash of all that a topic's read model says of records that exist. */
  public record Fingerprint(String topic, long records, String hash) {}

  public List<Fingerprint> fingerprints() {
    try (Connection connection = system.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select topic, count(*) / 2, to_hex(bit_xor(hashtextextended(concat_ws('|', id,"
                    + " view, version, array_to_string(admits, ','), array_to_string(bars, ','),"
                    + " data::text), 0))) from sibling where not gone group by topic order by"
                    + " topic");
        ResultSet rows = select.executeQuery()) {
      var fingerprints = new java.util.ArrayList<Fingerprint>();
      while (rows.next()) {
        fingerprints.add(new Fingerprint(rows.getString(1), rows.getLong(2), rows.getString(3)));
      }
      return fingerprints;
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  private long number(String sql, Object... parameters) {
    try (Connection connection = system.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setObject(i + 1, parameters[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }
}
