package org.toguna.kit.records;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.toguna.kit.db.DatabaseTrouble;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Reader;

/** Knows whom records here and at siblings admit. */
@ApplicationScoped
public class Audiences {
  private static final String AS_SEEN =
      "select a.full_admits, a.seen_admits, w.id from unnest(?::uuid[]) w (id), lateral"
          + " audience_of(w.id) a union all select s.full_admits, s.seen_admits, s.id::uuid from"
          + " sibling s where s.id = any (?::text[]) and not s.gone";
  private static final String AS_THEY_ARE =
      "select r.full_admits, r.seen_admits, r.id, r.gone from record r where r.id = any (?::uuid[])"
          + " union all select s.full_admits, case when s.gone then '{}' else s.seen_admits end,"
          + " s.id::uuid, s.gone from sibling s where s.id = any (?::text[])";
  private final ReaderSql sql;
  private final AgroalDataSource system;

  Audiences(ReaderSql sql, @DataSource("system") AgroalDataSource system) {
    this.sql = sql;
    this.system = system;
  }

  /** The audiences of records here and at siblings, as far as the reader sees them. */
  public Map<UUID, Audience> of(Collection<UUID> ids, Reader reader) {
    return ids.isEmpty()
        ? Map.of()
        : sql.query(
            reader, AS_SEEN, List.of(ids.toArray(UUID[]::new), texts(ids)), Audiences::audiences);
  }

  /**
   * The audiences of all that is known here of these, whoever asks: to narrow a record of that
   * owner by, never to tell. What is gone admits those of the owner whom it admitted last.
   */
  Map<UUID, Audience> ofAll(Collection<UUID> ids, String owner) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    try (Connection connection = system.getConnection()) {
      return ofAll(ids, owner, connection);
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  /** The same on a connection of the system's. */
  static Map<UUID, Audience> ofAll(Collection<UUID> ids, String owner, Connection system)
      throws SQLException {
    try (PreparedStatement select = system.prepareStatement(AS_THEY_ARE)) {
      select.setArray(1, system.createArrayOf("uuid", ids.toArray()));
      select.setArray(2, system.createArrayOf("text", texts(ids)));
      try (ResultSet rows = select.executeQuery()) {
        var audiences = new HashMap<UUID, Audience>();
        while (rows.next()) {
          var seen = principals(rows, "seen_admits");
          audiences.put(
              rows.getObject(3, UUID.class),
              rows.getBoolean(4)
                  ? new Audience(seen, seen).leftFor(owner).ownerAlone(owner)
                  : new Audience(principals(rows, "full_admits"), seen));
        }
        return audiences;
      }
    }
  }

  private static String[] texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }

  private static Map<UUID, Audience> audiences(ResultSet rows) throws SQLException {
    var audiences = new HashMap<UUID, Audience>();
    while (rows.next()) {
      audiences.put(
          rows.getObject(3, UUID.class),
          new Audience(principals(rows, "full_admits"), principals(rows, "seen_admits")));
    }
    return audiences;
  }

  static Set<String> principals(ResultSet row, String column) throws SQLException {
    return Set.of((String[]) row.getArray(column).getArray());
  }
}
