package org.toguna.actors.caseload;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.marking.Reader;

/**
 * What case-service told of cases and crises, found by actor. A reader finds what the event said to
 * readers of their kind: who sees a case blurred does not see who takes part in it.
 */
@ApplicationScoped
class Caseload {
  private static final String OF_ACTOR =
      " from case_of_actor c join sibling s on s.topic = c.topic and s.id = c.record where"
          + " c.actor = ?::uuid and not s.gone and s.data -> 'actors' @> to_jsonb(?::text)";
  private static final String PAGE =
      "select s.topic, s.id, s.data ->> 'type', s.data ->> 'status', s.data ->> 'stage'"
          + OF_ACTOR
          + " and (s.topic, s.id) > (?::text, ?::text) order by s.topic, s.id limit ?::int";
  private static final String TOTAL = "select count(*)" + OF_ACTOR;

  private final ReaderSql sql;

  Caseload(ReaderSql sql) {
    this.sql = sql;
  }

  /** A place in the stable order of a caseload. */
  record After(String topic, String id) {
    static final After NOTHING = new After("", "");
  }

  /** At most that many, in a stable order. */
  List<CaseloadItem> of(UUID actor, Reader reader, After after, int limit) {
    return sql.query(
        reader,
        PAGE,
        List.of(actor, actor.toString(), after.topic(), after.id(), limit),
        rows -> {
          var items = new ArrayList<CaseloadItem>();
          while (rows.next()) {
            items.add(item(rows));
          }
          return items;
        });
  }

  long total(UUID actor, Reader reader) {
    return sql.query(
        reader,
        TOTAL,
        List.of(actor, actor.toString()),
        rows -> {
          rows.next();
          return rows.getLong(1);
        });
  }

  private static CaseloadItem item(ResultSet row) throws SQLException {
    String kind = row.getString(1).substring("cases.".length());
    String id = row.getString(2);
    return new CaseloadItem(
        UUID.fromString(id),
        kind,
        row.getString(3),
        row.getString(4),
        row.getString(5),
        URI.create("/cases/v1/" + (kind.equals("case") ? "cases/" : "crises/") + id));
  }
}
