package org.toguna.cases.timeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.toguna.cases.dialogue.CaseKind;
import org.toguna.cases.links.CaseLinkKind;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordKinds;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;
import org.toguna.kit.values.Flaw;

/** Gathers what hangs on a case, and the crises it is about, and puts their dates in order. */
@Singleton
class TimelineReader {
  private static final int MOST = 2_000;
  // What hangs on another case through a link is that case's own story.
  private static final String HANGING =
      "select distinct record_id from record_about where about = any (?::text[])"
          + " and kind <> all (?::text[]) order by record_id limit "
          + (MOST + 1);

  private final ReaderSql sql;
  private final RecordReads reads;
  private final RecordJson json;
  private final RecordKinds kinds;

  TimelineReader(ReaderSql sql, RecordReads reads, RecordJson json, RecordKinds kinds) {
    this.sql = sql;
    this.reads = reads;
    this.json = json;
    this.kinds = kinds;
  }

  /** The timeline of a case that the reader sees. */
  Timeline of(Served start, Reader reader) {
    ObjectNode dialogue = json.parse(start.json());
    Set<UUID> first = hanging(Set.of(start.id()), reader);
    Set<UUID> wanted = new LinkedHashSet<>(first);
    // What is observed of a term or an agreement hangs on that, not always on the case as well.
    wanted.addAll(hanging(first, reader));
    dialogue.path("crises").forEach(id -> wanted.add(UUID.fromString(id.asText())));
    wanted.remove(start.id());
    boolean more = wanted.size() > MOST;
    var entries = new ArrayList<>(dated(dialogue));
    reads
        .all(reader, wanted.stream().limit(MOST).toList())
        .values()
        .forEach(served -> entries.addAll(dated(json.parse(served.json()))));
    entries.sort(DatedFields.IN_ORDER);
    return new Timeline(start.id(), entries, more);
  }

  private List<Timeline.Entry> dated(ObjectNode view) {
    Set<String> oddDays =
        kinds.named(view.path("kind").asText()).stream()
            .flatMap(kind -> kind.oddDays(view).stream())
            .map(Flaw::pointer)
            .collect(Collectors.toSet());
    return DatedFields.of(view, oddDays);
  }

  private Set<UUID> hanging(Set<UUID> on, Reader reader) {
    if (on.isEmpty()) {
      return Set.of();
    }
    return sql.query(
        reader,
        HANGING,
        List.of(
            on.stream().map(RecordReads::aboutRecord).toArray(String[]::new),
            new String[] {CaseKind.NAME, CaseLinkKind.NAME}),
        rows -> {
          var found = new LinkedHashSet<UUID>();
          while (rows.next()) {
            found.add(rows.getObject(1, UUID.class));
          }
          return found;
        });
  }
}
