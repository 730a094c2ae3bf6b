package org.toguna.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Recording over HTTP, and the same rows inserted bare. */
final class Writes {
  private final RunningStack stack;
  private final Registry registry;
  private final Comparison comparison;

  Writes(RunningStack stack, Registry registry, Comparison comparison) {
    this.stack = stack;
    this.registry = registry;
    this.comparison = comparison;
  }

  void record(Report report) throws SQLException {
    List<StoredRow> rows = rowsOfOne();
    HttpLoad posts =
        new HttpLoad(
            stack.port("cases"),
            201,
            (who, random) ->
                HttpConnection.Ask.post(
                    "/cases/v1/crises",
                    registry.authors().get(who),
                    Registry.crisis(
                        random.nextInt(Registry.CERCLES), 1 + random.nextInt(12), "GREEN")));
    try (SqlLoad bare =
        new SqlLoad(stack.superuserUrl("cases"), connection -> oneByOne(connection, rows))) {
      report.add(
          Row.compared(
              "record a crisis (rows inserted in one transaction)",
              comparison.of(bare, posts),
              0.35,
              "%d rows: %s"
                  .formatted(
                      rows.size(),
                      rows.stream().map(StoredRow::table).collect(Collectors.joining(", ")))));
    }
    try (SqlLoad bare =
        new SqlLoad(stack.superuserUrl("cases"), connection -> atOnce(connection, rows))) {
      report.add(
          Row.compared(
              "record a crisis (rows inserted by one statement)",
              comparison.of(bare, posts),
              null,
              null));
    }
  }

  /** The relay empties the outbox at once, so its row is made up in the shape of the others. */
  private List<StoredRow> rowsOfOne() throws SQLException {
    UUID original = registry.record(Registry.crisis(1, 1, "GREEN"));
    try (Connection database = DriverManager.getConnection(stack.superuserUrl("cases"))) {
      var rows = new ArrayList<>(Registry.rows(database, original));
      rows.add(Outbox.row(stack, original));
      return rows;
    }
  }

  private static StoredRow renamed(StoredRow row, UUID id) {
    return switch (row.table()) {
      case "record" -> row.with("id", id);
      case "outbox" -> row.with("id", UUID.randomUUID()).with("aggregateid", id.toString());
      case "audit_entry" -> row; // its array of ids stays, which costs the same
      default -> row.with("record_id", id);
    };
  }

  private static Threads.Step oneByOne(Connection connection, List<StoredRow> rows)
      throws SQLException {
    connection.setAutoCommit(false);
    var inserts = new ArrayList<PreparedStatement>();
    for (StoredRow row : rows) {
      inserts.add(connection.prepareStatement(row.insertion()));
    }
    return random -> {
      UUID id = UUID.randomUUID();
      for (int i = 0; i < rows.size(); i++) {
        renamed(rows.get(i), id).bind(inserts.get(i), 1);
        inserts.get(i).executeUpdate();
      }
      connection.commit();
    };
  }

  private static Threads.Step atOnce(Connection connection, List<StoredRow> rows)
      throws SQLException {
    var parts = new ArrayList<String>();
    for (int i = 0; i < rows.size() - 1; i++) {
      parts.add("i%d as (%s)".formatted(i, rows.get(i).insertion()));
    }
    PreparedStatement insert =
        connection.prepareStatement(
            "with " + String.join(", ", parts) + " " + rows.getLast().insertion());
    return random -> {
      UUID id = UUID.randomUUID();
      int at = 1;
      for (StoredRow row : rows) {
        at = renamed(row, id).bind(insert, at);
      }
      insert.executeUpdate();
    };
  }
}
