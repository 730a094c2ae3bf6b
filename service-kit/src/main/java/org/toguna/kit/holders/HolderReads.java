package org.toguna.kit.holders;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;

/** Tells the owner of a record who holds it. */
@ApplicationScoped
class HolderReads {
  private static final int MOST = 1_000;
  private static final String OWN_IN_FULL =
      "select 1 from record_view where record_id = ?::uuid and view = 'full' and owner = ?::text";
  private static final String HELD =
      "select organisation, view, first_at, last_at, version, times from holding where record_id ="
          + " ?::uuid order by organisation, view limit "
          + (MOST + 1);

  private final ReaderSql sql;
  private final Holdings holdings;

  HolderReads(ReaderSql sql, Holdings holdings) {
    this.sql = sql;
    this.holdings = holdings;
  }

  /**
   * Empty for everybody but those of its owner who get it in full. Once it is erased nobody does,
   * and protection officers of its owner, who erase, are told of those that have read it.
   */
  Optional<HolderList> of(Reader reader, UUID record) {
    String own = reader.organisation();
    if (own == null) {
      return Optional.empty();
    }
    holdings.writeDown();
    List<HolderList.Held> held = sql.query(reader, HELD, List.of(record), HolderReads::held);
    boolean stands = sql.query(reader, OWN_IN_FULL, List.of(record, own), ResultSet::next);
    if (!stands && (held.isEmpty() || !reader.may(Role.PROTECTION_OFFICER))) {
      return Optional.empty();
    }
    return Optional.of(
        new HolderList(record, held.subList(0, Math.min(MOST, held.size())), held.size() > MOST));
  }

  private static List<HolderList.Held> held(ResultSet rows) throws SQLException {
    var held = new ArrayList<HolderList.Held>();
    while (rows.next()) {
      String view = rows.getString(2);
      held.add(
          new HolderList.Held(
              rows.getString(1),
              view.equals("unknown") ? null : view,
              rows.getTimestamp(3).toInstant(),
              rows.getTimestamp(4).toInstant(),
              rows.getObject(5, Integer.class),
              rows.getLong(6)));
    }
    return held;
  }
}
