package org.toguna.cases.actors;

import com.fasterxml.jackson.core.JsonPointer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.values.Flaw;

/** The actors that case-service has heard of, as far as a reader may know of them. */
@ApplicationScoped
public class KnownActors {
  private final ReaderSql sql;

  KnownActors(ReaderSql sql) {
    this.sql = sql;
  }

  /**
   * What is wrong with references, by where they stand: empty ones, and ids of actors that the
   * author does not know of. They are looked up together.
   */
  public List<Flaw> flaws(Map<JsonPointer, ActorReference> references, Reader author) {
    var flaws = new ArrayList<Flaw>();
    Set<UUID> known =
        known(
            references.values().stream()
                .map(ActorReference::actor)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()),
            author);
    references.forEach(
        (place, reference) -> {
          flaws.addAll(reference.flaws(place));
          if (reference.actor() != null && !known.contains(reference.actor())) {
            flaws.add(
                Flaw.at(
                    place.appendProperty("actor"),
                    "unknown-actor",
                    "No actor of this id is known to you here. If you have just recorded it, send"
                        + " its Toguna-Position; otherwise leave the id out and keep asStated."));
          }
        });
    return flaws;
  }

  /**
   * The names that a reader may know here; others are asked of actor-service with their own token.
   */
  public Map<UUID, String> names(Collection<UUID> ids, Reader reader) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return sql.query(
        reader,
        "select id, data ->> 'name' from sibling where topic = 'actors.actor' and id = any"
            + " (?::text[]) and not gone and data ->> 'name' is not null",
        List.of((Object) ids.stream().map(UUID::toString).toArray(String[]::new)),
        rows -> {
          var names = new HashMap<UUID, String>();
          while (rows.next()) {
            names.put(UUID.fromString(rows.getString(1)), rows.getString(2));
          }
          return names;
        });
  }

  private Set<UUID> known(Collection<UUID> ids, Reader author) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return sql.query(
        author,
        "select id from sibling where topic = 'actors.actor' and id = any (?::text[]) and not gone",
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
