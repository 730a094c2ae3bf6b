package org.toguna.actors.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordReads;

/** Actors by id, as far as a reader may know of them. */
@ApplicationScoped
public class KnownActors {
  private final RecordReads reads;
  private final RecordJson json;

  KnownActors(RecordReads reads, RecordJson json) {
    this.reads = reads;
    this.json = json;
  }

  /** The views that the reader gets; an id that is missing is unknown or not for them. */
  public Map<UUID, ObjectNode> views(Collection<UUID> ids, Reader reader) {
    var views = new HashMap<UUID, ObjectNode>();
    reads
        .all(reader, ids)
        .forEach(
            (id, served) -> {
              ObjectNode view = json.parse(served.json());
              if (view.path("kind").asText().equals(ActorKind.NAME)) {
                views.put(id, view);
              }
            });
    return views;
  }
}
