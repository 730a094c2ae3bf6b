package org.toguna.kit.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;

/** Decides whom a record admits: what its marking says, bounded by what it hangs on and quotes. */
@ApplicationScoped
public class Audiences {
  private static final String OF =
      "select a.full_admits, a.seen_admits, w.id from unnest(?::uuid[]) w (id), lateral"
          + " audience_of(w.id) a union all select s.full_admits, s.seen_admits, s.id::uuid from"
          + " sibling s where s.id = any (?::text[]) and not s.gone";
  private final ReaderSql sql;

  Audiences(ReaderSql sql) {
    this.sql = sql;
  }

  /** The audiences of records here and at siblings, as far as the reader sees them. */
  public Map<UUID, Audience> of(Collection<UUID> ids, Reader reader) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return sql.query(
        reader,
        OF,
        List.of(ids.toArray(UUID[]::new), ids.stream().map(UUID::toString).toArray(String[]::new)),
        Audiences::audiences);
  }

  /** The same as whoever is at the desk. */
  static Map<UUID, Audience> of(Collection<UUID> ids, Connection desk)
      throws java.sql.SQLException {
    try (PreparedStatement select = desk.prepareStatement(OF)) {
      select.setArray(1, desk.createArrayOf("uuid", ids.toArray()));
      select.setArray(2, desk.createArrayOf("text", ids.stream().map(UUID::toString).toArray()));
      try (ResultSet rows = select.executeQuery()) {
        return audiences(rows);
      }
    }
  }

  private static Map<UUID, Audience> audiences(ResultSet rows) throws java.sql.SQLException {
    var audiences = new HashMap<UUID, Audience>();
    while (rows.next()) {
      audiences.put(
          rows.getObject(3, UUID.class), new Audience(principals(rows, 1), principals(rows, 2)));
    }
    return audiences;
  }

  /**
   * Whoever gets a record at all must see everything it hangs on; whoever gets it in full must be
   * allowed the documents that it quotes in full.
   */
  static Audience bounded(
      Marking marking, Collection<Audience> hangsOn, Collection<Audience> quoted) {
    Audience bounded = Audience.of(marking);
    for (Audience parent : hangsOn) {
      bounded = bounded.intersect(new Audience(parent.seen(), parent.seen()));
    }
    for (Audience document : quoted) {
      Audience both = bounded.intersect(document);
      bounded = new Audience(both.full(), bounded.seen());
    }
    return bounded;
  }

  private static Set<String> principals(ResultSet row, int column) throws java.sql.SQLException {
    return new LinkedHashSet<>(List.of((String[]) row.getArray(column).getArray()));
  }
}
