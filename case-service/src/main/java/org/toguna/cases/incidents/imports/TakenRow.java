package org.toguna.cases.incidents.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.csv.RowFlaw;
import org.toguna.cases.incidents.imports.RowOutcome.Kind;
import org.toguna.kit.values.Flaw;

/** What became of a row, as it is kept. */
record TakenRow(
    int line,
    Kind outcome,
    @Nullable String externalId,
    @Nullable UUID record,
    @Nullable Integer version,
    @Nullable UUID content,
    @Nullable UUID replaced,
    Set<String> flags,
    @Nullable Flaw flaw) {

  private static final String KEEP =
      "insert into incident_import_row (import_id, line, outcome, external_id, record_id, version,"
          + " content, replaced, flags, pointer, code, detail) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?) on conflict (import_id, line) do update set (outcome, external_id, record_id,"
          + " version, content, replaced, flags, pointer, code, detail) = (excluded.outcome,"
          + " excluded.external_id, excluded.record_id, excluded.version, excluded.content,"
          + " excluded.replaced, excluded.flags, excluded.pointer, excluded.code, excluded.detail)";

  private static final String REMEMBER =
      "insert into incident_taken values (?, ?, ?, ?) on conflict (record_id) do update set (content,"
          + " version, by_hand) = (excluded.content, excluded.version, incident_taken.by_hand or"
          + " excluded.by_hand)";

  static TakenRow rejected(int line, @Nullable String externalId, Flaw flaw) {
    return new TakenRow(line, Kind.REJECTED, externalId, null, null, null, null, Set.of(), flaw);
  }

  static TakenRow rejected(int line, @Nullable String externalId, RowFlaw flaw) {
    return rejected(line, externalId, new Flaw(flaw.pointer(), flaw.code(), flaw.detail()));
  }

  /** Whether somebody had changed the record, so that it is never again replaced by a row. */
  boolean isByHand() {
    return flags.contains("changed_by_hand");
  }

  static Set<String> together(Collection<String> some, Collection<String> others) {
    var all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }

  static void keep(Connection connection, UUID job, List<TakenRow> rows) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(KEEP);
        PreparedStatement remember = connection.prepareStatement(REMEMBER)) {
      for (TakenRow row : rows) {
        row.bind(connection, insert, job);
        insert.addBatch();
        if (row.record != null && row.version != null && row.content != null) {
          remember.setObject(1, row.record);
          remember.setObject(2, row.content);
          remember.setInt(3, row.version);
          remember.setBoolean(4, row.isByHand());
          remember.addBatch();
        }
      }
      insert.executeBatch();
      remember.executeBatch();
    }
  }

  private void bind(Connection connection, PreparedStatement insert, UUID job) throws SQLException {
    insert.setObject(1, job);
    insert.setInt(2, line);
    insert.setString(3, outcome.word());
    insert.setString(4, externalId);
    insert.setObject(5, record, Types.OTHER);
    insert.setObject(6, version, Types.INTEGER);
    insert.setObject(7, content, Types.OTHER);
    insert.setObject(8, replaced, Types.OTHER);
    insert.setArray(9, connection.createArrayOf("text", flags.toArray()));
    insert.setString(10, flaw == null ? null : flaw.pointer());
    insert.setString(11, flaw == null ? null : flaw.code());
    insert.setString(12, flaw == null ? null : flaw.detail());
  }
}
