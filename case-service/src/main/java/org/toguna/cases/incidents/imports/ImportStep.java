package org.toguna.cases.incidents.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.csv.Row;
import org.toguna.cases.csv.RowFlaw;
import org.toguna.cases.incidents.Incident;
import org.toguna.cases.incidents.IncidentKind;
import org.toguna.cases.incidents.ProviderIds;
import org.toguna.cases.incidents.imports.RowOutcome.Kind;
import org.toguna.kit.crypto.KeyRing;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.Desk;
import org.toguna.kit.records.RecordDesk;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;
import org.toguna.kit.records.Written;
import org.toguna.kit.values.Flaw;

/**
 * Takes rows in, in the transaction that is open: each becomes a record, a new version of one,
 * nothing, or a flaw. What it compares with is what the author may see in full.
 */
@ApplicationScoped
class ImportStep {
  private final Desk desk;
  private final RecordDesk records;
  private final RecordReads reads;
  private final RecordJson json;
  private final IncidentKind kind;
  private final ProviderIds providerIds;
  private final KeyRing keys;

  ImportStep(
      Desk desk,
      RecordDesk records,
      RecordReads reads,
      RecordJson json,
      IncidentKind kind,
      ProviderIds providerIds,
      KeyRing keys) {
    this.desk = desk;
    this.records = records;
    this.reads = reads;
    this.json = json;
    this.kind = kind;
    this.providerIds = providerIds;
    this.keys = keys;
  }

  /** What the rows of one step have in common. */
  private record Batch(
      Work work, Marking marking, Reader author, Map<String, UUID> bearing, TakenBefore before) {}

  void take(Work work, Marking marking, List<Row> rows, UnitNames names, Reader author) {
    var taken = new ArrayList<TakenRow>();
    var said = new LinkedHashMap<Row, GedRow.Said>();
    for (Row row : rows) {
      try {
        said.put(row, GedRow.read(row, names, work.edition(), marking));
      } catch (RowFlaw flaw) {
        taken.add(TakenRow.rejected(row.line(), idOf(row), flaw));
      }
    }
    Batch batch = batch(work, marking, rows, said.values(), author);
    said.forEach(
        (row, words) -> {
          if (!work.onlyRejected() || batch.before().wasRejected(row.line())) {
            TakenRow outcome = taken(batch, row, words);
            batch.before().add(outcome);
            taken.add(outcome);
          }
        });
    taken.removeIf(row -> work.onlyRejected() && !batch.before().wasRejected(row.line()));
    desk.withConnection(
        connection -> {
          TakenRow.keep(connection, work.id(), taken);
          return true;
        });
  }

  /** A row that no table holds, found out by trying it alone. */
  void reject(Work work, Row row) {
    var flaw =
        new Flaw("", "not-storable", "The row holds something that cannot be stored; correct it.");
    desk.withConnection(
        connection -> {
          TakenRow.keep(
              connection, work.id(), List.of(TakenRow.rejected(row.line(), idOf(row), flaw)));
          return true;
        });
  }

  private Batch batch(
      Work work, Marking marking, List<Row> rows, Collection<GedRow.Said> said, Reader author) {
    List<String> ids = said.stream().map(GedRow.Said::externalId).toList();
    List<Integer> lines = rows.stream().map(Row::line).toList();
    return desk.withConnection(
        connection -> {
          oneAtATime(connection, author);
          Map<String, UUID> bearing = providerIds.bearing(GedRow.PROVIDER, ids);
          return new Batch(
              work,
              marking,
              author,
              new LinkedHashMap<>(bearing),
              TakenBefore.read(connection, work.id(), bearing.values(), ids, lines));
        });
  }

  /** Two imports of one organisation must not both find an event missing. */
  private static void oneAtATime(Connection connection, Reader author) throws SQLException {
    new SqlParts()
        .add(
            "select pg_advisory_xact_lock(hashtextextended('incident import of ' || ?::text, 0))",
            Objects.requireNonNull(author.organisation()))
        .execute(connection);
  }

  private TakenRow taken(Batch batch, Row row, GedRow.Said said) {
    Incident incident = kind.complete(said.incident(), batch.author());
    // Written and read once, so that it compares with what is stored.
    ObjectNode words = json.parse(json.bytes(json.tree(incident)));
    words.remove("marking");
    UUID content = keys.nameOf(json.bytes(words));
    Set<String> flags = TakenRow.together(incident.flags(), said.flags());
    var other = batch.before().inThisJob(said.externalId());
    if (other.isPresent() && !other.get().equals(content)) {
      return TakenRow.rejected(
          row.line(),
          said.externalId(),
          new Flaw(
              "/event_id",
              "repeated",
              "Another row of this file tells of the same event in other words; keep one of them."));
    }
    UUID bearer = batch.bearing().get(said.externalId());
    try {
      TakenRow outcome =
          bearer == null
              ? other.isPresent()
                  ? unchanged(row, said, null, content, flags)
                  : created(batch, row, said, content, flags)
              : standing(batch, row, said, words, bearer, content, flags);
      if (outcome.record() != null) {
        batch.bearing().put(said.externalId(), outcome.record());
      }
      return outcome;
    } catch (Refusal refusal) {
      Flaw first =
          refusal.flaws().stream()
              .findFirst()
              .orElse(new Flaw("", refusal.type().slug(), refusal.detail(Locale.ENGLISH)));
      return TakenRow.rejected(row.line(), said.externalId(), first);
    }
  }

  private TakenRow created(
      Batch batch, Row row, GedRow.Said said, UUID content, Set<String> flags) {
    RecordDesk.Checked<Incident> checked = records.check(kind, said.incident(), batch.author());
    if (batch.work().dryRun()) {
      return outcome(row, said, Kind.CREATED, null, null, content, null, flags);
    }
    Written written = records.record(kind, checked, batch.author());
    return outcome(row, said, Kind.CREATED, written.id(), written.version(), content, null, flags);
  }

  private TakenRow standing(
      Batch batch,
      Row row,
      GedRow.Said said,
      ObjectNode words,
      UUID bearer,
      UUID content,
      Set<String> flags) {
    var before = batch.before().of(bearer);
    if (before.isPresent() && before.get().content().equals(content)) {
      return unchanged(row, said, bearer, content, flags);
    }
    Served served =
        desk.aside(() -> reads.one(batch.author(), IncidentKind.NAME, bearer)).orElseThrow();
    JsonNode now = json.state(json.parse(served.json()));
    boolean untouched = before.isPresent() && before.get().stillStandsAt(served.version());
    JsonNode next =
        untouched
            ? Merge.replaced(now, words)
            : Merge.beside(now, words, "A later row of UCDP GED says so.");
    Set<String> raised = untouched ? flags : TakenRow.together(flags, Set.of("changed_by_hand"));
    if (next.equals(now)) {
      return unchanged(row, said, bearer, content, raised);
    }
    UUID replaced = before.map(TakenBefore.Said::content).orElse(null);
    if (batch.work().dryRun()) {
      return outcome(row, said, Kind.REVISED, bearer, null, content, replaced, raised);
    }
    Written written =
        records.revise(
            kind, bearer, served.etag(), _ -> next, "Import " + batch.work().id(), batch.author());
    return outcome(row, said, Kind.REVISED, bearer, written.version(), content, replaced, raised);
  }

  private static TakenRow unchanged(
      Row row, GedRow.Said said, @Nullable UUID record, UUID content, Set<String> flags) {
    return outcome(row, said, Kind.UNCHANGED, record, null, content, null, flags);
  }

  private static TakenRow outcome(
      Row row,
      GedRow.Said said,
      Kind kind,
      @Nullable UUID record,
      @Nullable Integer version,
      UUID content,
      @Nullable UUID replaced,
      Set<String> flags) {
    return new TakenRow(
        row.line(), kind, said.externalId(), record, version, content, replaced, flags, null);
  }

  private static @Nullable String idOf(Row row) {
    try {
      return GedRow.externalId(row);
    } catch (RowFlaw none) {
      return null;
    }
  }
}
