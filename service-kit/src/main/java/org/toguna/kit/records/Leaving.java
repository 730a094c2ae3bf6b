package org.toguna.kit.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.toguna.kit.audit.AuditTrail;
import org.toguna.kit.db.GroupCommit;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.holders.Given;
import org.toguna.kit.holders.Holdings;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.marking.View;

/**
 * The door through which all that is read leaves: which organisation holds it now is kept, and what
 * is above GREEN is noted for each person. Both are committed side by side before anybody goes on.
 */
@ApplicationScoped
public class Leaving {
  private static final String SEEN =
      "select record_id, owner, view, version, tlp from record_view where record_id = any"
          + " (?::uuid[])";

  private final ReaderSql sql;
  private final AuditTrail audit;
  private final Holdings holdings;

  Leaving(ReaderSql sql, AuditTrail audit, Holdings holdings) {
    this.sql = sql;
    this.audit = audit;
    this.holdings = holdings;
  }

  /** Notes records that an answer rests on, and tells of, without their being opened. */
  public void told(Reader reader, String action, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
    var above = new ArrayList<UUID>();
    List<Given> given =
        sql.query(
            reader,
            SEEN,
            List.of((Object) ids.toArray(UUID[]::new)),
            rows -> {
              var seen = new ArrayList<Given>();
              while (rows.next()) {
                seen.add(given(rows));
                if (isAbove(Tlp.of(rows.getString("tlp")))) {
                  above.add(seen.getLast().record());
                }
              }
              return seen;
            });
    GroupCommit.Pending held = holdings.note(reader, given);
    if (!above.isEmpty()) {
      audit.note(reader, action, "records", above);
    }
    held.await();
  }

  void records(Reader reader, String kind, List<Served> served) {
    GroupCommit.Pending held = holdings.note(reader, served.stream().map(Leaving::given).toList());
    List<UUID> above =
        served.stream().filter(record -> isAbove(record.tlp())).map(Served::id).toList();
    if (!above.isEmpty()) {
      audit.note(reader, "read", kind, above);
    }
    held.await();
  }

  /** What goes with a record, such as its original or its history; noted whatever its label. */
  void partOf(Given record, Reader reader, String action, String kind) {
    GroupCommit.Pending held = holdings.note(reader, List.of(record));
    audit.note(reader, action, kind, List.of(record.record()));
    held.await();
  }

  private static boolean isAbove(Tlp tlp) {
    return tlp.strictlyAbove(Tlp.GREEN);
  }

  private static Given given(ResultSet row) throws SQLException {
    return new Given(
        row.getObject("record_id", UUID.class),
        row.getString("owner"),
        View.valueOf(row.getString("view").toUpperCase(Locale.ROOT)),
        row.getInt("version"));
  }

  private static Given given(Served served) {
    return new Given(served.id(), served.owner(), served.view(), served.version());
  }
}
