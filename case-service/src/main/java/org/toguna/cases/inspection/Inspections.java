package org.toguna.cases.inspection;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.cases.actors.KnownActors;
import org.toguna.cases.places.KnownPlaces;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.law.Law;
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

  /** Whether a record of that kind is of one of those types, whoever asks. */
  public boolean isOfType(String kind, UUID id, Set<String> types) {
    return records.isOfType(kind, id, types);
  }

  /** Whether one of these may be armed: whoever is not known to be unarmed, and nobody known. */
  public boolean mayBeArmed(Stream<@Nullable ActorReference> some) {
    return !actors.areUnarmed(Payments.known(some));
  }

  /** The same of references in a record's JSON. */
  public boolean mayBeArmed(Collection<JsonNode> some) {
    return mayBeArmed(
        some.stream()
            .map(
                one ->
                    one.path("actor").isTextual()
                        ? new ActorReference(UUID.fromString(one.get("actor").asText()), null, null)
                        : new ActorReference(null, "somebody", null)));
  }

  /**
   * Whether what changed hands was paid to armed men, as far as is known.
   *
   * @param type code of the list transfer_type
   */
  public boolean isPaidToArmedMen(@Nullable String type, Stream<@Nullable ActorReference> to) {
    List<ActorReference> known = Payments.known(to);
    return Payments.isPaid(type, known, actors.isOneArmed(known), actors.areUnarmed(known));
  }

  /** A place as the gazetteer has it. */
  public PlaceReference found(PlaceReference place) {
    return places.found(place);
  }

  /** The same state with its places as the gazetteer has them. */
  public <S> S placed(S state) {
    return Law.replacing(state, PlaceReference.class, this::found);
  }
}
