package org.toguna.cases.incidents.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.incidents.IncidentKind;
import org.toguna.cases.incidents.imports.RowOutcome.Kind;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.Desk;
import org.toguna.kit.records.RecordDesk;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;
import org.toguna.kit.records.Written;
import org.toguna.kit.values.Flaw;

/**
 * Takes back what an import brought, the last row first: what it recorded is erased, what it
 * revised is as it was before, with a version that says so. Whatever somebody changed since is kept
 * and told.
 */
@ApplicationScoped
class ImportUndo {
  private static final Flaw CHANGED_SINCE =
      new Flaw(
          "",
          "changed-since",
          "The incident was changed or erased after this import. Look at it, and revise or erase it"
              + " by hand.");

  private final Desk desk;
  private final RecordDesk records;
  private final RecordReads reads;
  private final RecordJson json;
  private final IncidentKind kind;

  ImportUndo(Desk desk, RecordDesk records, RecordReads reads, RecordJson json, IncidentKind kind) {
    this.desk = desk;
    this.records = records;
    this.reads = reads;
    this.json = json;
    this.kind = kind;
  }

  /** A row that brought something. */
  private record Brought(
      int line,
      Kind outcome,
      @Nullable String externalId,
      UUID record,
      int version,
      @Nullable UUID replaced,
      Set<String> flags) {}

  /** How many rows are behind it, and whether they were the last. */
  record Undone(int rows, boolean ended) {}

  Undone undo(Work work, int most, Reader author) {
    return desk.withConnection(
        connection -> {
          List<Brought> brought = brought(connection, work.id(), most);
          var undone = new ArrayList<TakenRow>();
          for (Brought row : brought) {
            undone.add(
                row.outcome() == Kind.CREATED
                    ? erased(row, author)
                    : reverted(connection, work, row, author));
          }
          TakenRow.keep(connection, work.id(), undone);
          return new Undone(brought.size(), brought.size() < most);
        });
  }

  private TakenRow erased(Brought row, Reader author) {
    return records
        .takeBack(kind, row.record(), row.version(), author)
        .map(_ -> outcome(row, Kind.UNDONE))
        .orElseGet(() -> outcome(row, Kind.KEPT));
  }

  private TakenRow reverted(Connection connection, Work work, Brought row, Reader author)
      throws SQLException {
    Optional<Served> now =
        desk.aside(() -> reads.one(author, IncidentKind.NAME, row.record()))
            .filter(served -> served.version() == row.version());
    Optional<Served> before = now.flatMap(served -> before(served, author));
    if (now.isEmpty() || before.isEmpty()) {
      return outcome(row, Kind.KEPT);
    }
    ObjectNode then = json.parse(before.get().json());
    Written written =
        records.revise(
            kind,
            row.record(),
            now.get().etag(),
            _ -> json.state(then),
            "Import " + work.id() + " was undone.",
            author);
    remember(connection, row, written);
    return outcome(row, Kind.UNDONE);
  }

  /** The version before the one that stands, as its author may see it. */
  private Optional<Served> before(Served now, Reader author) {
    Instant revised = Instant.parse(json.parse(now.json()).get("updatedAt").asText());
    return desk.aside(() -> reads.asOf(author, IncidentKind.NAME, now.id(), revised.minusMillis(1)))
        .filter(then -> then.version() == now.version() - 1);
  }

  private static void remember(Connection connection, Brought row, Written written)
      throws SQLException {
    if (row.replaced() == null) {
      new SqlParts()
          .add("delete from incident_taken where record_id = ?::uuid", row.record())
          .execute(connection);
    } else {
      new SqlParts()
          .add(
              "update incident_taken set content = ?::uuid, version = ?::int where record_id ="
                  + " ?::uuid",
              row.replaced(),
              written.version(),
              row.record())
          .execute(connection);
    }
  }

  private static TakenRow outcome(Brought row, Kind kind) {
    return new TakenRow(
        row.line(),
        kind,
        kind == Kind.UNDONE && row.outcome() == Kind.CREATED ? null : row.externalId(),
        row.record(),
        null,
        null,
        null,
        row.flags(),
        kind == Kind.KEPT ? CHANGED_SINCE : null);
  }

  private static List<Brought> brought(Connection connection, UUID job, int most)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select line, outcome, external_id, record_id, version, replaced, flags from"
                + " incident_import_row where import_id = ? and outcome in ('created', 'revised')"
                + " and version is not null order by line desc limit "
                + most)) {
      select.setObject(1, job);
      try (ResultSet row = select.executeQuery()) {
        var brought = new ArrayList<Brought>();
        while (row.next()) {
          brought.add(
              new Brought(
                  row.getInt(1),
                  Kind.of(row.getString(2)),
                  row.getString(3),
                  row.getObject(4, UUID.class),
                  row.getInt(5),
                  row.getObject(6, UUID.class),
                  Set.of((String[]) row.getArray(7).getArray())));
        }
        return brought;
      }
    }
  }
}
