package org.toguna.cases.actors;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.toguna.kit.marking.Reader;

/**
 * Names actors to their readers: those that events told are known here, the others are asked of
 * actor-service with the reader's own token. What it said is kept for moments, in memory, for
 * readers of the same principals alone.
 */
@ApplicationScoped
public class ActorNames {
  private static final Logger LOG = Logger.getLogger(ActorNames.class);
  private static final Duration KEPT = Duration.ofSeconds(10);

  /** An answer that waits for a service which is away must not make the next ones wait as well. */
  private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

  private static final int AT_ONCE = 100;
  private static final int MOST = 1_000;
  private static final int MOST_KEPT = 10_000;

  private final KnownActors known;
  private final ActorDirectory directory;
  private final JsonWebToken token;
  private volatile Instant awayUntil = Instant.EPOCH;
  private final Map<Asked, Answer> answers =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Answer> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private record Asked(Set<String> principals, UUID actor) {}

  private record Answer(Optional<String> name, Instant until) {}

  ActorNames(KnownActors known, @RestClient ActorDirectory directory, JsonWebToken token) {
    this.known = known;
    this.directory = directory;
    this.token = token;
  }

  public Names of(Collection<UUID> actors, Reader reader) {
    Map<UUID, String> told = new HashMap<>(known.names(actors, reader));
    Set<UUID> open = new LinkedHashSet<>(actors);
    open.removeAll(told.keySet());
    open.removeIf(actor -> remembered(reader, actor, told));
    var asked = new ArrayList<>(open);
    boolean unasked = asked.size() > MOST;
    try {
      for (int from = 0; from < Math.min(asked.size(), MOST); from += AT_ONCE) {
        List<UUID> some = asked.subList(from, Math.min(from + AT_ONCE, asked.size()));
        if (Instant.now().isBefore(awayUntil)) {
          return new Names(told, true);
        }
        told.putAll(ask(reader, some));
      }
    } catch (WebApplicationException | ProcessingException | ContextNotActiveException e) {
      awayUntil = Instant.now().plus(LEFT_ALONE);
      LOG.warnf("actor-service does not tell its names: %s", e.getMessage());
      unasked = true;
    }
    return new Names(told, unasked);
  }

  private boolean remembered(Reader reader, UUID actor, Map<UUID, String> told) {
    Answer answer;
    synchronized (answers) {
      answer = answers.get(new Asked(reader.principals(), actor));
    }
    if (answer == null || !Instant.now().isBefore(answer.until())) {
      return false;
    }
    answer.name().ifPresent(name -> told.put(actor, name));
    return true;
  }

  private Map<UUID, String> ask(Reader reader, List<UUID> actors) {
    Map<UUID, String> names = new HashMap<>();
    for (JsonNode item : directory.names("Bearer " + token.getRawToken(), actors).path("items")) {
      names.put(UUID.fromString(item.path("id").asText()), item.path("name").asText());
    }
    Instant until = Instant.now().plus(KEPT);
    synchronized (answers) {
      actors.forEach(
          actor ->
              answers.put(
                  new Asked(reader.principals(), actor),
                  new Answer(Optional.ofNullable(names.get(actor)), until)));
    }
    return names;
  }
}
