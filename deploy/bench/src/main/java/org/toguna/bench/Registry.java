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
      List.of("record", "record_view", "record_history");
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
    return "ML99%02d".formatted(number);
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
    return record("/cases/v1/crises", crisis);
  }

  UUID record(String path, String body) {
    return id(ask(HttpConnection.Ask.post(path, authors.getFirst(), body), 201));
  }

  static UUID id(byte[] record) {
    try {
      return UUID.fromString(JSON.readTree(record).path("id").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The land that everything lies in. */
  void units() {
    var csv = new StringBuilder("country,level,pcode,name,alt_names,parent_pcode\n");
    csv.append("MLI,1,ML99,Region,,ML\n");
    for (int i = 0; i < CERCLES; i++) {
      csv.append("MLI,2,%s,Cercle %s,,ML99\n".formatted(cercle(i), i));
    }
    ask(
        new HttpConnection.Ask(
            "POST",
            "/cases/v1/gazetteer/imports",
            stack.token("administrator", "ngo-a", "root", "GREEN"),
            "text/csv",
            csv.toString()),
        201);
  }

  private byte[] ask(HttpConnection.Ask ask, int expected) {
    try (var connection = new HttpConnection(stack.port("cases"))) {
      return connection.send(ask, expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
    for (String table : List.of("record_view", "record_history", "change")) {
      rows.addAll(StoredRow.read(database, table, "record_id = ?", id));
    }
    rows.addAll(StoredRow.read(database, "audit_entry", "records @> array[?::uuid]", id));
    return rows;
  }

  private List<StoredRow> copyOf(List<StoredRow> rows, UUID original, UUID id) {
    byte[] key = sealing.freshKey();
    byte[] wrapped = (byte[]) Objects.requireNonNull(find(rows, "record_view").get("wrapped"));
    byte[] oldKey = sealing.unwrapped(wrapped, original);
    var copies = new ArrayList<StoredRow>();
    for (StoredRow row : rows) {
      switch (row.table()) {
        case "record" -> copies.add(row.with("id", id));
        case "record_view", "record_history" -> {
          String view = String.valueOf(row.get("view")).toUpperCase(java.util.Locale.ROOT);
          byte[] body = (byte[]) Objects.requireNonNull(row.get("body"));
          byte[] clear = sealing.opened(oldKey, body, original, view);
          String json =
              new String(clear, StandardCharsets.UTF_8).replace(original.toString(), id.toString());
          StoredRow copy = row.with("record_id", id);
          copies.add(
              (row.table().equals("record_view")
                      ? copy.with("wrapped", sealing.wrapped(key, id))
                      : copy)
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
