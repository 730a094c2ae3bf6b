package org.toguna.ingest.dictionary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.mentions.NameDictionary;
import org.toguna.ingest.mentions.NameEntry;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.marking.Reader;

/**
 * The names of actors that a reader may know: asked of actor-service with the reader's own token,
 * kept for moments, in memory, for readers of the same principals alone. While actor-service is
 * away, the names that events carry must do: those of groups and bodies that are GREEN.
 */
@ApplicationScoped
class ActorNames {
  private static final Logger LOG = Logger.getLogger(ActorNames.class);
  private static final Duration KEPT = Duration.ofSeconds(10);
  private static final int MOST_KEPT = 20;
  private static final int PAGE = 1_000;
  private static final int MOST_PAGES = 100;
  private final ActorDirectory actors;
  private final JsonWebToken token;
  private final ReaderSql sql;
  private final Map<Set<String>, Kept> kept =
      new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Set<String>, Kept> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private record Kept(NameDictionary names, Instant until) {}

  ActorNames(@RestClient ActorDirectory actors, JsonWebToken token, ReaderSql sql) {
    this.actors = actors;
    this.token = token;
    this.sql = sql;
  }

  NameDictionary names(Reader reader) {
    synchronized (kept) {
      Kept found = kept.get(reader.principals());
      if (found != null && found.until().isAfter(Instant.now())) {
        return found.names();
      }
    }
    NameDictionary names = NameDictionary.of(entries(reader));
    synchronized (kept) {
      kept.put(reader.principals(), new Kept(names, Instant.now().plus(KEPT)));
    }
    return names;
  }

  private List<NameEntry> entries(Reader reader) {
    try {
      return asked();
    } catch (WebApplicationException | ProcessingException e) {
      LOG.warnf("actor-service does not tell its names: %s", e.getMessage());
      return heard(reader);
    }
  }

  private List<NameEntry> asked() {
    var entries = new ArrayList<NameEntry>();
    String cursor = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode answer = actors.page("Bearer " + token.getRawToken(), PAGE, cursor);
      answer.path("items").forEach(actor -> add(entries, actor.path("id").asText(), actor));
      cursor = next(answer);
      if (cursor == null) {
        break;
      }
    }
    return entries;
  }

  private static @Nullable String next(JsonNode answer) {
    return answer.path("next").textValue();
  }

  private List<NameEntry> heard(Reader reader) {
    return sql.query(
        reader,
        "select id, data ->> 'type', jsonb_path_query(data, '$.names[*].text') #>> '{}' from sibling"
            + " where topic = 'actors.actor' and not gone",
        List.of(),
        row -> {
          var entries = new ArrayList<NameEntry>();
          while (row.next()) {
            entries.add(NameEntry.actor(row.getString(1), row.getString(3), row.getString(2)));
          }
          return entries;
        });
  }

  private static void add(List<NameEntry> entries, String id, JsonNode actor) {
    String type = actor.path("type").asText();
    for (JsonNode name : actor.path("names")) {
      entries.add(NameEntry.actor(id, name.path("text").asText(), type));
    }
  }
}
