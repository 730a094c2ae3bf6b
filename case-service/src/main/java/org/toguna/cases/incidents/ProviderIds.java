package org.toguna.cases.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.records.Desk;

/**
 * Which incident bears which id of a provider, so that the same event is taken in once. Judged
 * among the records that the author at the desk may see in full: an incident kept for named persons
 * makes no difference to anybody else.
 */
@ApplicationScoped
public class ProviderIds {
  private static final String VISIBLE =
      "select distinct on (p.external_id) p.external_id, p.record_id from incident_provider_id p"
          + " join record r on r.id = p.record_id where p.provider = ? and p.external_id = any (?)"
          + " and not r.gone and r.full_admits && reader_principals() and ('org:' || r.owner) = any"
          + " (reader_principals()) order by p.external_id, r.recorded_at, r.id";
  private final Desk desk;

  ProviderIds(Desk desk) {
    this.desk = desk;
  }

  void keep(UUID record, List<ExternalId> ids) {
    desk.withConnection(
        connection -> {
          new SqlParts()
              .add(
                  "with gone as (delete from incident_provider_id where record_id = ?::uuid and"
                      + " (provider, external_id) not in (select * from unnest(?::text[],"
                      + " ?::text[]))) insert into incident_provider_id select ?::uuid, p, e from"
                      + " unnest(?::text[], ?::text[]) w (p, e) on conflict do nothing",
                  record,
                  providers(ids),
                  externals(ids),
                  record,
                  providers(ids),
                  externals(ids))
              .execute(connection);
          return true;
        });
  }

  /** The incident that bears each of the ids, in the transaction of whoever is at the desk. */
  public Map<String, UUID> bearing(String provider, Collection<String> externalIds) {
    return desk.withConnection(
        connection -> {
          try (var select = connection.prepareStatement(VISIBLE)) {
            select.setString(1, provider);
            select.setArray(2, connection.createArrayOf("text", externalIds.toArray()));
            try (var rows = select.executeQuery()) {
              return read(rows);
            }
          }
        });
  }

  private static Map<String, UUID> read(ResultSet rows) throws SQLException {
    var found = new HashMap<String, UUID>();
    while (rows.next()) {
      found.put(rows.getString(1), rows.getObject(2, UUID.class));
    }
    return found;
  }

  private static String[] providers(List<ExternalId> ids) {
    return ids.stream().map(ExternalId::provider).toArray(String[]::new);
  }

  private static String[] externals(List<ExternalId> ids) {
    return ids.stream().map(ExternalId::id).toArray(String[]::new);
  }
}
