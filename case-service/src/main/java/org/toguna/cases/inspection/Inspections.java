package org.toguna.cases.inspection;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.toguna.cases.actors.KnownActors;
import org.toguna.cases.places.KnownPlaces;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.values.PlaceReference;

/** What states are held against: code lists, gazetteer, actors and records, as an author knows. */
@Singleton
public class Inspections {
  final CodeLists codes;
  final KnownPlaces places;
  final KnownActors actors;
  final KnownRecords records;

  Inspections(CodeLists codes, KnownPlaces places, KnownActors actors, KnownRecords records) {
    this.codes = codes;
    this.places = places;
    this.actors = actors;
    this.records = records;
  }

  /** A look over a state, as far as its author may know of what it names. */
  public Inspection of(Evidenced state, Reader author) {
    return new Inspection(this, author, state.states(), JsonPointer.empty());
  }

  /** A look over a request, which is no record and has no states. */
  public Inspection ofRequest(Reader reader) {
    return new Inspection(this, reader, Map.of(), JsonPointer.empty());
  }

  /** The record of that kind and id as its reader sees it; a hidden one is like none. */
  public Optional<ObjectNode> record(String kind, UUID id, Reader reader) {
    return records.opened(kind, id, reader);
  }

  /** A place as the gazetteer has it. */
  public PlaceReference found(PlaceReference place) {
    return places.found(place);
  }
}
