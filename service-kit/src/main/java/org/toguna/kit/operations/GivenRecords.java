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
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.holders.Holdings;
import org.toguna.kit.marking.Reader;

/**
 * Which records an organisation was given, whatever their label: what cannot be called back. Below
 * the policies everybody finds what is their own organisation's and theirs to read in full.
 */
@ApplicationScoped
class GivenRecords {
  private static final String RECORDS =
      "select record_id, kind, sum(times), min(first_at), max(last_at), bool_or(view = 'full'),"
          + " bool_or(view = 'blurred') from holding where organisation = ?::text and record_id >"
          + " ?::uuid group by record_id, kind order by record_id limit ?::int";
  private static final String KINDS =
      "select kind, count(distinct record_id), max(last_at) from holding where organisation ="
          + " ?::text group by kind order by kind";
  private static final String OWNERS =
      "select owner, kind, count(distinct record_id), max(last_at) from holding where organisation"
          + " = ? group by owner, kind order by owner, kind";

  private final ReaderSql sql;
  private final AgroalDataSource system;
  private final Holdings holdings;

  GivenRecords(ReaderSql sql, @DataSource("system") AgroalDataSource system, Holdings holdings) {
    this.sql = sql;
    this.system = system;
    this.holdings = holdings;
  }

  /** One record that was read: when first, and when last, true to a minute. */
  @Schema(name = "GivenRecord", description = "One record that was read.")
  record Given(
      UUID id,
      @Schema(maxLength = 40) String kind,
      @Schema(description = "How often", minimum = "1", maximum = "9007199254740991") long times,
      Instant first,
      Instant last,
      @Schema(
              description =
                  "The most that they saw of it; left out where it was read before this was kept",
              enumeration = {"full", "blurred"})
          @Nullable String view) {}

  /** How many records of one kind were read. */
  @Schema(name = "GivenKind", description = "How many records of one kind were read.")
  record OfKind(
      @Schema(maxLength = 40) String kind,
      @Schema(minimum = "1", maximum = "9007199254740991") long records,
      Instant last) {}

  /** How many records of one kind were read that one organisation owns. */
  @Schema(
      name = "GivenByOwner",
      description = "Whom a suspension concerns: whose records are held.")
  record OfOwner(
      @Schema(maxLength = 63) String owner,
      @Schema(maxLength = 40) String kind,
      @Schema(minimum = "1", maximum = "9007199254740991") long records,
      Instant last) {}

  List<Given> records(Reader reader, String organisation, UUID after, int limit) {
    holdings.writeDown();
    return sql.query(
        reader,
        RECORDS,
        List.of(organisation, after, limit),
        rows -> {
          var given = new ArrayList<Given>();
          while (rows.next()) {
            given.add(
                new Given(
                    rows.getObject(1, UUID.class),
                    rows.getString(2),
                    rows.getLong(3),
                    rows.getTimestamp(4).toInstant(),
                    rows.getTimestamp(5).toInstant(),
                    rows.getBoolean(6) ? "full" : rows.getBoolean(7) ? "blurred" : null));
          }
          return given;
        });
  }

  List<OfKind> kinds(Reader reader, String organisation) {
    return sql.query(
        reader,
        KINDS,
        List.of(organisation),
        rows -> {
          var kinds = new ArrayList<OfKind>();
          while (rows.next()) {
            kinds.add(
                new OfKind(rows.getString(1), rows.getLong(2), rows.getTimestamp(3).toInstant()));
          }
          return kinds;
        });
  }

  /** For the operator, who suspends: whom to tell, and never which records. */
  List<OfOwner> owners(String organisation) {
    holdings.writeDown();
    try (Connection connection = system.getConnection();
        PreparedStatement select = connection.prepareStatement(OWNERS)) {
      select.setString(1, organisation);
      try (ResultSet rows = select.executeQuery()) {
        var owners = new ArrayList<OfOwner>();
        while (rows.next()) {
          owners.add(
              new OfOwner(
                  rows.getString(1),
                  rows.getString(2),
                  rows.getLong(3),
                  rows.getTimestamp(4).toInstant()));
        }
        return owners;
      }
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }
}
