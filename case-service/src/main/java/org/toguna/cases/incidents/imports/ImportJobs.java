package org.toguna.cases.incidents.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.Desk;
import org.toguna.kit.records.Written;

/**
 * The jobs of an organisation: posted, stopped, tried again and undone. A job whose marking names
 * persons is theirs alone, as what it brings is.
 */
@ApplicationScoped
class ImportJobs {
  private final Desk desk;
  private final ImportReports reports;
  private final ImportFiles files;
  private final ObjectMapper mapper;
  private final Clock clock = Clock.systemUTC();

  ImportJobs(Desk desk, ImportReports reports, ImportFiles files, ObjectMapper mapper) {
    this.desk = desk;
    this.reports = reports;
    this.files = files;
    this.mapper = mapper;
  }

  /**
   * Keeps a file and leaves it to the worker.
   *
   * @throws Refusal if it cannot be read to its end
   */
  Written post(byte[] body, Marking marking, ImportOrder order, Reader author) {
    int rows = GedFile.count(new ByteArrayInputStream(body));
    UUID id = UUID.randomUUID();
    byte[] key = files.freshKey(id);
    desk.at(
        author,
        () ->
            desk.withConnection(
                connection -> {
                  new SqlParts()
                      .add(
                          "insert into incident_import (id, owner, admits, person, acting, clearance,"
                              + " marking, edition, dry_run, state, of, posted_at, file_key) values"
                              + " (?::uuid, ?::text, ?::text[], ?::text, ?::text, ?::text, ?::jsonb, ?::text,"
                              + " ?::boolean, 'waiting', ?::int, ?::timestamptz, ?::bytea)",
                          id,
                          marking.owner(),
                          admits(marking),
                          author.person(),
                          author.person(),
                          author.clearance().label(),
                          json(marking),
                          order.edition(),
                          order.isDryRun(),
                          rows,
                          Timestamp.from(clock.instant()),
                          key)
                      .execute(connection);
                  files.keep(connection, id, key, body);
                  note(connection, author, order.isDryRun() ? "tried import" : "imported", id);
                  return true;
                }));
    return new Written(id, 1, 202, false);
  }

  /** Of the owner's people those whom the marking admits. */
  private static String[] admits(Marking marking) {
    String people = "person:" + marking.owner() + "/";
    String organisation = "org:" + marking.owner();
    return Audience.of(marking).full().stream()
        .filter(one -> one.equals(organisation) || one.startsWith(people))
        .toArray(String[]::new);
  }

  /** Stops it after the batch at hand; what was taken in stays, and can be undone. */
  void cancel(Reader author, UUID id) {
    change(
        author,
        id,
        "cancelled",
        "update incident_import set acting = ?, clearance = ?, state = 'cancelled', ended_at ="
            + " now() where id = ? and"
            + " state in ('waiting', 'running')",
        "Only an import that is waiting or running can be cancelled.",
        true);
  }

  /** Takes the rejected rows once more. */
  void retry(Reader author, UUID id) {
    change(
        author,
        id,
        "retried",
        "update incident_import i set acting = ?, clearance = ?, state = 'waiting',"
            + " only_rejected = true, position = 0, ended_at = null, busy_ms = 0 where id = ? and state = 'done' and file_key is"
            + " not null and exists (select from incident_import_row r where r.import_id = i.id and"
            + " r.outcome = 'rejected')",
        "There is nothing to retry: no row was rejected, the import has not ended, or its file is"
            + " no longer kept. Post the rows again.",
        false);
  }

  /** Takes back what it brought, as far as nobody changed it since. */
  void undo(Reader author, UUID id) {
    change(
        author,
        id,
        "undid import",
        "update incident_import set acting = ?, clearance = ?, state = 'undoing', ended_at = null,"
            + " busy_ms = 0, position = 0 where id = ? and state in ('done', 'cancelled') and not dry_run",
        "Only an import that has ended, and was no dry run, can be undone; cancel it first.",
        true);
  }

  private void change(
      Reader author, UUID id, String action, String update, String otherwise, boolean forget) {
    reports.one(author, id);
    boolean changed =
        desk.at(
            author,
            () ->
                desk.withConnection(
                    connection -> {
                      try (var statement = connection.prepareStatement(update)) {
                        statement.setString(1, author.person());
                        statement.setString(2, author.clearance().label());
                        statement.setObject(3, id);
                        if (statement.executeUpdate() == 0) {
                          return false;
                        }
                      }
                      if (forget) {
                        files.forget(connection, id);
                      }
                      note(connection, author, action, id);
                      return true;
                    }));
    if (!changed) {
      throw new Refusal(ProblemType.CONFLICT, otherwise);
    }
  }

  private void note(Connection connection, Reader author, String action, UUID id)
      throws SQLException {
    new SqlParts()
        .add(
            "insert into audit_entry (at, person, action, kind, records, detail) values"
                + " (?::timestamptz, ?::text, ?::text, 'incident', '{}', ?::text)",
            Timestamp.from(clock.instant()),
            author.person(),
            action,
            id.toString())
        .execute(connection);
  }

  private String json(Marking marking) {
    try {
      return mapper.writeValueAsString(marking);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In whose name a job goes on, with the clearance they had. */
  static Reader author(String owner, String person, String clearance) {
    return new Reader(
        owner, person, java.util.Set.of(org.toguna.kit.marking.Role.REVIEWER), Tlp.of(clearance));
  }
}
