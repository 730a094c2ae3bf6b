package org.toguna.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What the registry holds when it is measured: crises in fifty cercles over eight months. Some
 * hundreds are recorded over HTTP; each is then copied in the database under a new id, a new key
 * and newly sealed bodies, row by row as the service wrote it.
 */
final class Registry {
  static final int CERCLES = 50;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MONTHS = 8;
  private static final int AMBERS = 20;
  private static final List<String> TABLES =
      List.of("record", "record_key", "record_view", "record_history");
  private final RunningStack stack;
  private final Sealing sealing;
  private final List<String> authors;
  final List<UUID> green = new ArrayList<>();
  final List<UUID> amber = new ArrayList<>();

  Registry(RunningStack stack) {
    this.stack = stack;
    this.sealing = new Sealing(stack.masterKey("cases"));
    this.authors = tokens(stack, "reviewer", "writer");
  }

  /** One person per connection: a single one would meet the limit of requests a minute. */
  static List<String> tokens(RunningStack stack, String role, String name) {
    var tokens = new ArrayList<String>();
    for (int i = 0; i < Load.CONNECTIONS; i++) {
      tokens.add(stack.token(role, "ngo-a", name + i, "AMBER"));
    }
    return tokens;
  }

  static String cercle(int number) {
    return "BN%04d".formatted(number + 101);
  }

  static String crisis(int cercle, int month, String tlp) {
    return """
        {"type":"siege","status":"open","title":"Siege %1$d of cercle %2$d",
         "place":{"id":"%3$s","asStated":"a village of the cercle"},
         "since":{"edtf":"2021-%4$02d-14","asStated":"since the middle of the month"},
         "cause":"Young men had formed a militia and refused to lay down their arms",
         "narrative":"Told by a trader who left at night: the market has been closed for weeks, no\
         salt and no millet come in, and whoever goes to the fields is turned back at the bridge.",
         "states":{"/until":"unknown"},"marking":{"tlp":"%5$s"}}"""
        .formatted(month, cercle, cercle(cercle), month, tlp);
  }

  List<String> authors() {
    return authors;
  }

  void fill(int copies) throws SQLException {
    try (Connection database = DriverManager.getConnection(stack.superuserUrl("cases"))) {
      units(database);
      for (int cercle = 0; cercle < CERCLES; cercle++) {
        for (int month = 1; month <= MONTHS; month++) {
          green.add(record(crisis(cercle, month, "GREEN")));
        }
      }
      for (int i = 0; i < AMBERS; i++) {
        amber.add(record(crisis(i % CERCLES, 12, "AMBER")));
      }
      database.setAutoCommit(false);
      copy(database, green, copies);
      copy(database, amber, copies);
      database.commit();
      database.setAutoCommit(true);
      try (Statement statement = database.createStatement()) {
        statement.execute("vacuum analyze");
      }
    }
  }

  UUID record(String crisis) {
    try (var connection = new HttpConnection(stack.port("cases"))) {
      return id(
          connection.send(
              HttpConnection.Ask.post("/cases/v1/crises", authors.getFirst(), crisis), 201));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static UUID id(byte[] record) {
    try {
      return UUID.fromString(JSON.readTree(record).path("id").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void units(Connection database) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(
          """
          begin;
          insert into gazetteer_import
            values ('00000000-0000-4000-8000-000000000001', 'units', 'bench/loader', now(), 52, 0, 0, 0);
          insert into unit_coding values ('BN', 'bench', true);
          insert into unit (id, coding, pcode, level, parent, name, country, adm0, adm1, adm2, lat, lon,
              version, recorded_at, updated_at, import_id)
            select id, 'bench', id, level, parent, 'Unit ' || id, 'BN', 'BN',
              case when level > 0 then 'BN01' end, case when level = 2 then id end, 14, -4,
              1, now(), now(), '00000000-0000-4000-8000-000000000001'
            from (select 'BN' as id, 0 as level, null as parent
              union all select 'BN01', 1, 'BN'
              union all select 'BN' || lpad((n + 100)::text, 4, '0'), 2, 'BN01'
                from generate_series(1, 50) n) u;
          commit""");
    }
  }

  private void copy(Connection database, List<UUID> records, int copies) throws SQLException {
    var statements = new HashMap<String, PreparedStatement>();
    for (UUID original : List.copyOf(records)) {
      List<StoredRow> rows = rows(database, original);
      for (int i = 0; i < copies; i++) {
        UUID id = UUID.randomUUID();
        for (StoredRow row : copyOf(rows, original, id)) {
          PreparedStatement insert = statements.get(row.table());
          if (insert == null) {
            insert = database.prepareStatement(row.insertion());
            statements.put(row.table(), insert);
          }
          row.bind(insert, 1);
          insert.addBatch();
        }
        records.add(id);
      }
      for (String table : TABLES) {
        statements.get(table).executeBatch();
      }
    }
    for (PreparedStatement statement : statements.values()) {
      statement.close();
    }
  }

  /** Everything that one recording has written. */
  static List<StoredRow> rows(Connection database, UUID id) throws SQLException {
    var rows = new ArrayList<StoredRow>();
    rows.addAll(StoredRow.read(database, "record", "id = ?", id));
    for (String table : List.of("record_key", "record_view", "record_history", "change")) {
      rows.addAll(StoredRow.read(database, table, "record_id = ?", id));
    }
    rows.addAll(StoredRow.read(database, "audit_entry", "records @> array[?::uuid]", id));
    return rows;
  }

  private List<StoredRow> copyOf(List<StoredRow> rows, UUID original, UUID id) {
    byte[] key = sealing.freshKey();
    byte[] wrapped = (byte[]) Objects.requireNonNull(find(rows, "record_key").get("wrapped"));
    byte[] oldKey = sealing.unwrapped(wrapped, original);
    var copies = new ArrayList<StoredRow>();
    for (StoredRow row : rows) {
      switch (row.table()) {
        case "record" -> copies.add(row.with("id", id));
        case "record_key" ->
            copies.add(row.with("record_id", id).with("wrapped", sealing.wrapped(key, id)));
        case "record_view", "record_history" -> {
          String view = String.valueOf(row.get("view")).toUpperCase(java.util.Locale.ROOT);
          byte[] body = (byte[]) Objects.requireNonNull(row.get("body"));
          byte[] clear = sealing.opened(oldKey, body, original, view);
          String json =
              new String(clear, StandardCharsets.UTF_8).replace(original.toString(), id.toString());
          copies.add(
              row.with("record_id", id)
                  .with("etag", '"' + id.toString() + view.charAt(0) + '"')
                  .with(
                      "body",
                      sealing.sealed(key, json.getBytes(StandardCharsets.UTF_8), id, view)));
        }
        default -> {} // the log, the outbox and the audit are not read by what is measured
      }
    }
    return copies;
  }

  private static StoredRow find(List<StoredRow> rows, String table) {
    return rows.stream().filter(row -> row.table().equals(table)).findFirst().orElseThrow();
  }
}
