package org.toguna.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One row of a table as the service wrote it, to be written again with some columns changed. */
record StoredRow(String table, Map<String, Value> columns) {

  /** A value with the name of its type, so that nothing is left to the driver's guess. */
  record Value(@Nullable Object value, String type) {}

  /** Rows of a table by a condition; columns that the database makes itself are left out. */
  static List<StoredRow> read(Connection connection, String table, String condition, Object value)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select * from " + table + " where " + condition)) {
      select.setObject(1, value);
      try (ResultSet rows = select.executeQuery()) {
        var found = new ArrayList<StoredRow>();
        while (rows.next()) {
          var columns = new LinkedHashMap<String, Value>();
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            String name = rows.getMetaData().getColumnName(i);
            if (!isMadeByTheDatabase(name)) {
              columns.put(
                  name, new Value(rows.getObject(i), rows.getMetaData().getColumnTypeName(i)));
            }
          }
          found.add(new StoredRow(table, columns));
        }
        return found;
      }
    }
  }

  private static boolean isMadeByTheDatabase(String column) {
    return column.equals("seq") || column.equals("xid") || column.startsWith("cell_");
  }

  @Nullable Object get(String column) {
    Value value = columns.get(column);
    return value == null ? null : value.value();
  }

  StoredRow with(String column, @Nullable Object value) {
    var changed = new LinkedHashMap<>(columns);
    Value before = columns.get(column);
    if (before == null) {
      throw new IllegalArgumentException("%s has no column %s".formatted(table, column));
    }
    changed.put(column, new Value(value, before.type()));
    return new StoredRow(table, changed);
  }

  /** With those columns as the other row has them. */
  StoredRow with(StoredRow other, List<String> taken) {
    var changed = new LinkedHashMap<>(columns);
    taken.forEach(column -> changed.replace(column, other.columns.get(column)));
    return new StoredRow(table, changed);
  }

  /** The row as a line of COPY's text format. */
  String line() {
    return columns.values().stream()
            .map(value -> field(value.value()))
            .collect(Collectors.joining("\t"))
        + "\n";
  }

  private static String field(@Nullable Object value) {
    return switch (value) {
      case null -> "\\N";
      case byte[] bytes -> "\\\\x" + HexFormat.of().formatHex(bytes);
      default ->
          value
              .toString()
              .replace("\\", "\\\\")
              .replace("\t", "\\t")
              .replace("\r", "\\r")
              .replace("\n", "\\n");
    };
  }

  /** The statement that inserts such a row, its parameters in the order of the columns. */
  String insertion() {
    return "insert into %s (%s) values (%s)"
        .formatted(table, String.join(", ", columns.keySet()), parameters());
  }

  String parameters() {
    return columns.values().stream()
        .map(value -> "?::" + arrayName(value.type()))
        .collect(Collectors.joining(", "));
  }

  /** The driver calls an array of text {@code _text}. */
  private static String arrayName(String type) {
    return type.startsWith("_") ? type.substring(1) + "[]" : type;
  }

  /**
   * @return where the next row's parameters begin
   */
  int bind(PreparedStatement statement, int from) throws SQLException {
    int at = from;
    for (Value value : columns.values()) {
      statement.setObject(at++, value.value());
    }
    return at;
  }
}
