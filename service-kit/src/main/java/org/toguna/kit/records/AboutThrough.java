package org.toguna.kit.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.marking.Reader;

/** Finds what a list reaches that is asked for by what its records are about. */
@ApplicationScoped
class AboutThrough {
  private final ReaderSql sql;
  private final RecordKinds kinds;

  AboutThrough(ReaderSql sql, RecordKinds kinds) {
    this.sql = sql;
    this.kinds = kinds;
  }

  /** Through which other records, of those that the reader sees, something is about the one. */
  Set<UUID> to(Reader reader, RecordQuery query) {
    return query.link() == null
        ? Set.of()
        : kinds
            .named(query.kind())
            .map(kind -> reached(reader, kind, query.link()))
            .orElse(Set.of());
  }

  private Set<UUID> reached(Reader reader, RecordKind<?> kind, UUID from) {
    Set<UUID> reached = new LinkedHashSet<>();
    for (String between : kind.aboutThrough()) {
      Set<UUID> about = new LinkedHashSet<>(Set.of(from));
      kinds.named(between).ifPresent(further -> about.addAll(reached(reader, further, from)));
      reached.addAll(named(reader, between, about));
    }
    return reached;
  }

  private Set<UUID> named(Reader reader, String kind, Set<UUID> about) {
    return sql.query(
        reader,
        "select distinct record_id from record_about where kind = ?::text and about = any"
            + " (?::text[])",
        List.of(kind, about.stream().map(RecordReads::aboutRecord).toArray(String[]::new)),
        rows -> {
          Set<UUID> ids = new LinkedHashSet<>();
          while (rows.next()) {
            ids.add(rows.getObject(1, UUID.class));
          }
          return ids;
        });
  }
}
