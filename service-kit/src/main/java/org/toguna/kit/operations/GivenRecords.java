package org.toguna.kit.operations;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.DatabaseTrouble;

/** What an organisation read of others, as the audit trail holds it: what cannot be called back. */
@ApplicationScoped
class GivenRecords {
  private static final String GIVEN =
      " from audit_entry a, unnest(a.records) x join record r on r.id = x"
          + " where starts_with(a.person, ?) and r.owner <> ? and (?::text is null or r.owner = ?)";
  private static final String RECORDS =
      "select r.id, r.kind, count(*), max(a.at)"
          + GIVEN
          + " and r.id > ?::uuid group by r.id, r.kind order by r.id limit ?";
  private static final String KINDS =
      "select r.kind, count(distinct r.id), max(a.at)" + GIVEN + " group by r.kind order by r.kind";

  private final AgroalDataSource system;

  GivenRecords(@DataSource("system") AgroalDataSource system) {
    this.system = system;
  }

  /** One record that was read. */
  @Schema(name = "GivenRecord", description = "One record that was read.")
  record Given(
      UUID id,
      @Schema(maxLength = 40) String kind,
      @Schema(description = "How often", minimum = "1", maximum = "9007199254740991") long times,
      Instant last) {}

  /** How many records of one kind were read. */
  @Schema(name = "GivenKind", description = "How many records of one kind were read.")
  record OfKind(
      @Schema(maxLength = 40) String kind,
      @Schema(minimum = "1", maximum = "9007199254740991") long records,
      Instant last) {}

  /** Records given to an organisation; of one owner only, if one is named. */
  List<Given> records(String organisation, @Nullable String owner, UUID after, int limit) {
    try (Connection connection = system.getConnection();
        PreparedStatement select = select(connection, RECORDS, organisation, owner)) {
      select.setObject(5, after);
      select.setInt(6, limit);
      try (ResultSet rows = select.executeQuery()) {
        var given = new ArrayList<Given>();
        while (rows.next()) {
          given.add(
              new Given(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  rows.getLong(3),
                  rows.getTimestamp(4).toInstant()));
        }
        return given;
      }
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  List<OfKind> kinds(String organisation, @Nullable String owner) {
    try (Connection connection = system.getConnection();
        PreparedStatement select = select(connection, KINDS, organisation, owner);
        ResultSet rows = select.executeQuery()) {
      var kinds = new ArrayList<OfKind>();
      while (rows.next()) {
        kinds.add(new OfKind(rows.getString(1), rows.getLong(2), rows.getTimestamp(3).toInstant()));
      }
      return kinds;
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  private static PreparedStatement select(
      Connection connection, String sql, String organisation, @Nullable String owner)
      throws SQLException {
    PreparedStatement select = connection.prepareStatement(sql);
    select.setString(1, organisation + "/");
    select.setString(2, organisation);
    select.setString(3, owner);
    select.setString(4, owner);
    return select;
  }
}
