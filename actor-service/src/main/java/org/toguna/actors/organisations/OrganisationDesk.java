package org.toguna.actors.organisations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.endpoints.Receipts;
import org.toguna.kit.http.ETags;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.Desk;
import org.toguna.kit.records.RecordDesk;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;
import org.toguna.kit.records.Written;

/** Lets organisations in, suspends, readmits and closes them; each change with its reason. */
@ApplicationScoped
class OrganisationDesk {
  private final OrganisationKind kind;
  private final RecordDesk records;
  private final RecordReads reads;
  private final Receipts receipts;
  private final Desk desk;
  private final ReaderSql sql;
  private final Clock clock = Clock.systemUTC();

  OrganisationDesk(
      OrganisationKind kind,
      RecordDesk records,
      RecordReads reads,
      Receipts receipts,
      Desk desk,
      ReaderSql sql) {
    this.kind = kind;
    this.records = records;
    this.reads = reads;
    this.receipts = receipts;
    this.desk = desk;
    this.sql = sql;
  }

  /**
   * @throws Refusal if the short name is taken, which is no secret: whoever is signed in sees all
   */
  Written register(RegisterOrganisation command, @Nullable String idempotencyKey, Reader author) {
    return receipts.once(
        author,
        idempotencyKey,
        "register organisation",
        command,
        () -> {
          Organisation organisation =
              Organisation.registered(
                  command,
                  Objects.requireNonNullElse(author.organisation(), ""),
                  clock.instant().truncatedTo(ChronoUnit.MILLIS));
          Written written = records.record(kind, records.check(kind, organisation, author), author);
          keep(command.shortName(), written.id());
          return written;
        });
  }

  private void keep(String shortName, UUID id) {
    boolean free =
        desk.withConnection(
            connection -> {
              try (PreparedStatement insert =
                  connection.prepareStatement(
                      "insert into organisation values (?, ?) on conflict do nothing")) {
                insert.setString(1, shortName);
                insert.setObject(2, id);
                return insert.executeUpdate() == 1;
              }
            });
    if (!free) {
      throw new Refusal(
          ProblemType.CONFLICT,
          "Another organisation has this short name; choose a different one.");
    }
  }

  /** The record behind a short name, whatever its status. */
  UUID named(String shortName, Reader reader) {
    Optional<UUID> id =
        sql.query(
            reader,
            "select record_id from organisation where short_name = ?::text",
            List.of(shortName),
            rows -> rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty());
    return id.orElseThrow(Refusal::notFound);
  }

  /** Changes the status; closed is for good. */
  Written move(
      String shortName,
      String status,
      @Nullable String reason,
      @Nullable String ifMatch,
      Reader author) {
    UUID id = named(shortName, author);
    Served now = reads.one(author, kind.name(), id).orElseThrow(Refusal::notFound);
    ETags.requireCurrent(ifMatch, now.etag());
    return records.revise(
        kind, id, String.valueOf(ifMatch), state -> moved(state, status, reason), reason, author);
  }

  private JsonNode moved(JsonNode state, String status, @Nullable String reason) {
    if (state.path("status").asText().equals(Organisation.CLOSED)) {
      throw new Refusal(
          ProblemType.CONFLICT, "A closed organisation stays closed; register a new one.");
    }
    ObjectNode moved = state.deepCopy();
    moved.put("status", status);
    moved.put("since", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    if (reason == null) {
      moved.remove("reason");
    } else {
      moved.put("reason", reason);
    }
    return moved;
  }
}
