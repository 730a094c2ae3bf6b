package org.toguna.cases.gazetteer.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.gazetteer.Withdrawal;
import org.toguna.cases.gazetteer.imports.RowOutcome.Kind;
import org.toguna.kit.problems.Refusal;

/**
 * Withdraws entries, and takes withdrawals back. An entry stays where it is: what refers to it
 * reads on, and no import brings it back.
 */
@ApplicationScoped
public class Withdrawals {
  private static final String CHANGE =
      """
      update %s set withdrawn_on = ?::date, withdrawn_because = ?,
        flags = array_remove(flags, 'withdrawn')
          || case when ?::date is null then '{}' else '{withdrawn}'::text[] end,
        version = version + 1, updated_at = ?::timestamptz, import_id = ?::uuid
      where id = ?
        and (withdrawn_on, withdrawn_because) is distinct from (?::date, ?)
      """;

  private final GazetteerImports imports;

  Withdrawals(GazetteerImports imports) {
    this.imports = imports;
  }

  /**
   * The same again changes nothing.
   *
   * @param withdrawal null to take it back
   * @throws Refusal if there is no such entry
   */
  public void set(String id, @Nullable Withdrawal withdrawal, String person) {
    imports.act(
        "withdrawal",
        person,
        (connection, order) -> {
          for (var table : List.of("unit", "place")) {
            if (change(connection, order, table, id, withdrawal)) {
              return outcome(id, Kind.UPDATED);
            }
          }
          if (!stands(connection, id)) {
            throw Refusal.notFound();
          }
          return outcome(id, Kind.UNCHANGED);
        });
  }

  private static RowOutcome outcome(String id, Kind kind) {
    return new RowOutcome(2, kind, id, null, null, null, List.of());
  }

  private static boolean change(
      Connection connection,
      ImportOrder order,
      String table,
      String id,
      @Nullable Withdrawal withdrawal)
      throws SQLException {
    var day = withdrawal == null ? null : withdrawal.on().toString();
    var because = withdrawal == null ? null : withdrawal.because();
    try (var update = connection.prepareStatement(CHANGE.formatted(table))) {
      update.setString(1, day);
      update.setString(2, because);
      update.setString(3, day);
      update.setTimestamp(4, Timestamp.from(order.at()));
      update.setObject(5, order.id());
      update.setString(6, id);
      update.setString(7, day);
      update.setString(8, because);
      return update.executeUpdate() > 0;
    }
  }

  private static boolean stands(Connection connection, String id) throws SQLException {
    var found = new boolean[1];
    try (var select =
        connection.prepareStatement(
            "select exists (select from unit where id = ?) or exists (select from place where id ="
                + " ?)")) {
      select.setString(1, id);
      select.setString(2, id);
      try (var row = select.executeQuery()) {
        row.next();
        found[0] = row.getBoolean(1);
      }
    }
    return found[0];
  }
}
