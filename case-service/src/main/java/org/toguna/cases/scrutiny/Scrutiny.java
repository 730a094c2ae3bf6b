package org.toguna.cases.scrutiny;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.toguna.cases.actors.KnownActors;
import org.toguna.cases.places.KnownPlaces;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;

/**
 * Looks at what an author sends, with the eyes of that author: what they may not see is unknown.
 */
@ApplicationScoped
public class Scrutiny {
  final CodeLists codes;
  final KnownPlaces places;
  final KnownActors actors;
  private final RecordReads reads;
  private final RecordJson json;

  Scrutiny(
      CodeLists codes, KnownPlaces places, KnownActors actors, RecordReads reads, RecordJson json) {
    this.codes = codes;
    this.places = places;
    this.actors = actors;
    this.reads = reads;
    this.json = json;
  }

  /** A sheet for one record of that author. */
  public Sheet of(Reader author) {
    return new Sheet(this, author, JsonPointer.empty());
  }

  /** The record of that kind and id as the author sees it. */
  public Optional<ObjectNode> record(String kind, UUID id, Reader author) {
    return reads.one(author, kind, id).map(Served::json).map(json::parse);
  }
}
