package org.toguna.cases.inspection;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.toguna.kit.db.DatabaseTrouble;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;
import org.toguna.kit.values.Flaw;

/** Which records of which kind an author may see; a hidden one is like one that does not exist. */
@Singleton
class KnownRecords {
  private final ReaderSql sql;
  private final RecordReads reads;
  private final RecordJson json;
  private final AgroalDataSource system;

  KnownRecords(
      ReaderSql sql,
      RecordReads reads,
      RecordJson json,
      @DataSource("system") AgroalDataSource system) {
    this.sql = sql;
    this.reads = reads;
    this.json = json;
    this.system = system;
  }

  /** Whoever asks: what it tells is never told, it only closes. */
  boolean isOfType(String kind, UUID id, Set<String> types) {
    try (Connection connection = system.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select 1 from record_view where record_id = ? and view = 'full' and kind = ? and"
                    + " type = any (?)")) {
      select.setObject(1, id);
      select.setString(2, kind);
      select.setArray(3, connection.createArrayOf("text", types.toArray()));
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  /** A record that a state names, and the kind that it must be of. */
  record Named(JsonPointer at, String kind, UUID id) {}

  List<Flaw> flaws(Collection<Named> named, Reader author) {
    Map<UUID, String> kinds = kinds(named.stream().map(Named::id).distinct().toList(), author);
    return named.stream()
        .filter(one -> !one.kind().equals(kinds.get(one.id())))
        .map(
            one ->
                Flaw.at(
                    one.at(),
                    "unknown-record",
                    "No %s of this id is known to you here. If you have just written it, send its"
                            .formatted(one.kind())
                        + " Toguna-Position."))
        .toList();
  }

  /** The record of that kind and id as the reader sees it. */
  Optional<ObjectNode> opened(String kind, UUID id, Reader reader) {
    return reads.one(reader, kind, id).map(Served::json).map(json::parse);
  }

  /** The same of several; what is of another kind, or hidden from the reader, is left out. */
  List<ObjectNode> opened(String kind, Collection<UUID> ids, Reader reader) {
    return reads.all(reader, ids).values().stream()
        .map(served -> json.parse(served.json()))
        .filter(record -> record.path("kind").asText().equals(kind))
        .toList();
  }

  private Map<UUID, String> kinds(List<UUID> ids, Reader author) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return sql.query(
        author,
        "select record_id, kind from record_view where record_id = any (?::uuid[])",
        List.of((Object) ids.toArray(UUID[]::new)),
        rows -> {
          var kinds = new HashMap<UUID, String>();
          while (rows.next()) {
            kinds.put(rows.getObject(1, UUID.class), rows.getString(2));
          }
          return kinds;
        });
  }
}
