package org.toguna.kit.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.toguna.kit.db.DatabaseTrouble;
import org.toguna.kit.signing.MerkleTree;

/** Entries and seals as the database has them. */
@ApplicationScoped
class SealedEntries {
  private static final int FETCH = 1_000;
  private final AgroalDataSource system;

  SealedEntries(@DataSource("system") AgroalDataSource system) {
    this.system = system;
  }

  Connection connection() {
    try {
      return system.getConnection();
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  /** The tree over the entries of a range of transactions, in the order of their numbers. */
  MerkleTree tree(Connection connection, long fromXid, long toXid) throws SQLException {
    var tree = new MerkleTree();
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false); // so that rows are fetched in portions
    try (PreparedStatement select =
        connection.prepareStatement(
            "select seq, extract(epoch from at)::text as at, person, action, kind,"
                + " array_to_string(records, ',') as records, detail from audit_entry"
                + " where xid >= ?::text::xid8 and xid < ?::text::xid8 order by seq")) {
      select.setFetchSize(FETCH);
      select.setString(1, Long.toString(fromXid));
      select.setString(2, Long.toString(toXid));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          tree.add(leaf(row));
        }
      }
    } finally {
      if (autoCommit) {
        connection.commit();
        connection.setAutoCommit(true);
      }
    }
    return tree;
  }

  /** Length before each part, so that nothing can be moved from one column to the next unseen. */
  private static String leaf(ResultSet row) throws SQLException {
    var parts = new ArrayList<String>();
    for (String column : List.of("seq", "at", "person", "action", "kind", "records", "detail")) {
      parts.add(String.valueOf(row.getString(column)));
    }
    return parts.stream().map(part -> part.length() + ":" + part).collect(Collectors.joining());
  }

  /** The seals with a higher number, in order. */
  List<Seal> sealsAfter(Connection connection, long number) throws SQLException {
    return seals(connection, "where number > " + number + " order by number");
  }

  Optional<Seal> last(Connection connection) throws SQLException {
    return seals(connection, "order by number desc limit 1").stream().findFirst();
  }

  private static List<Seal> seals(Connection connection, String which) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "select number, from_xid::text, to_xid::text, entries, root, previous, at,"
                    + " signature from audit_seal "
                    + which);
        ResultSet row = select.executeQuery()) {
      var seals = new ArrayList<Seal>();
      while (row.next()) {
        seals.add(
            new Seal(
                row.getLong(1),
                Long.parseLong(row.getString(2)),
                Long.parseLong(row.getString(3)),
                row.getLong(4),
                row.getBytes(5),
                row.getBytes(6),
                row.getTimestamp(7).toInstant(),
                row.getBytes(8)));
      }
      return seals;
    }
  }

  void add(Connection connection, Seal seal) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into audit_seal values (?, ?::text::xid8, ?::text::xid8, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, seal.number());
      insert.setString(2, Long.toString(seal.fromXid()));
      insert.setString(3, Long.toString(seal.toXid()));
      insert.setLong(4, seal.entries());
      insert.setBytes(5, seal.root());
      insert.setBytes(6, seal.previous());
      insert.setTimestamp(7, Timestamp.from(seal.at()));
      insert.setBytes(8, seal.signature());
      insert.executeUpdate();
    }
  }

  long unsealed(Connection connection, long fromXid) throws SQLException {
    return number(
        connection, "select count(*) from audit_entry where xid >= '" + fromXid + "'::xid8");
  }

  long horizon(Connection connection) throws SQLException {
    return number(connection, "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint");
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  static boolean same(byte[] one, byte[] other) {
    return Arrays.equals(one, other);
  }
}
