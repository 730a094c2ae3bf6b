package org.toguna.cases.incidents;

import com.fasterxml.jackson.core.JsonPointer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.values.Flaw;

/** The documents that case-service has heard of, as far as an author may know of them. */
@ApplicationScoped
class KnownDocuments {
  private final ReaderSql sql;

  KnownDocuments(ReaderSql sql) {
    this.sql = sql;
  }

  /** Sources that name a document which the author does not know of. */
  List<Flaw> flaws(List<SourceReport> sources, JsonPointer at, Reader author) {
    List<UUID> named =
        sources.stream().map(SourceReport::document).filter(Objects::nonNull).distinct().toList();
    if (named.isEmpty()) {
      return List.of();
    }
    Set<UUID> known = known(named, author);
    var flaws = new ArrayList<Flaw>();
    for (int i = 0; i < sources.size(); i++) {
      UUID document = sources.get(i).document();
      if (document != null && !known.contains(document)) {
        flaws.add(
            Flaw.at(
                at.appendIndex(i).appendProperty("document"),
                "unknown-document",
                "No document of this id is known to you here. If you have just posted it, send its"
                    + " Toguna-Position; otherwise leave the id out."));
      }
    }
    return flaws;
  }

  private Set<UUID> known(List<UUID> ids, Reader author) {
    return sql.query(
        author,
        "select id from sibling where topic = 'ingest.document' and id = any (?::text[]) and not"
            + " gone",
        List.of((Object) ids.stream().map(UUID::toString).toArray(String[]::new)),
        rows -> {
          var known = new HashSet<UUID>();
          while (rows.next()) {
            known.add(UUID.fromString(rows.getString(1)));
          }
          return known;
        });
  }
}
