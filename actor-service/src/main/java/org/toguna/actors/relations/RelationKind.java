package org.toguna.actors.relations;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.actors.registry.KnownActors;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.DatePrecision;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.values.Ahead;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;
import org.toguna.kit.values.UncertainDate;

/** What makes a relation valid, how it is found, and what of it others may know. */
@ApplicationScoped
public class RelationKind implements RecordKind<Relation> {
  public static final String NAME = "relation";

  /** Whoever sees a relation sees both ends anyway; words and notes stay with those in the know. */
  private static final Blur BLUR =
      Blur.of(Relation.class)
          .open("/from", "/to", "/type")
          .openDates("/since", "/until")
          .datesNeverFinerThan(DatePrecision.month);

  private static final Set<String> COMMAND = Set.of("leads", "commands");
  private static final Clock CLOCK = Clock.systemUTC();

  private final CodeLists codes;
  private final KnownActors actors;

  RelationKind(CodeLists codes, KnownActors actors) {
    this.codes = codes;
    this.actors = actors;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String topic() {
    return "actors.relation";
  }

  @Override
  public Class<Relation> stateType() {
    return Relation.class;
  }

  @Override
  public List<Flaw> flaws(Relation relation, Reader author) {
    var flaws = new Flaws(JsonPointer.empty());
    flaws.addAll(codes.check("relation_type", relation.type(), "/type").stream().toList());
    flaws.atMost("asStated", relation.asStated(), 300);
    flaws.atMost("note", relation.note(), 2000);
    dates(flaws, relation.since(), relation.until());
    Map<UUID, ObjectNode> ends = actors.views(hangsOn(relation), author);
    end(flaws, "from", relation.from(), ends);
    end(flaws, "to", relation.to(), ends);
    flaws.unless(
        relation.from() == null || !relation.from().equals(relation.to()),
        "to",
        "tie-to-itself",
        "A relation needs two actors.");
    flaws.addAll(EthnicTies.flaws(relation, ends));
    return flaws.found();
  }

  private static void end(Flaws flaws, String member, @Nullable UUID id, Map<UUID, ?> known) {
    flaws.unless(id != null, member, "required", "Name the actor by its id.");
    flaws.unless(
        id == null || known.containsKey(id),
        member,
        "unknown-actor",
        "No actor of this id is known to you.");
  }

  private static void dates(
      Flaws flaws, @Nullable UncertainDate since, @Nullable UncertainDate until) {
    if (since != null) {
      flaws.addAll(since.flaws(flaws.member("since")));
    }
    if (until != null) {
      flaws.addAll(until.flaws(flaws.member("until")));
    }
    boolean possible =
        since == null
            || until == null
            || since.earliest() == null
            || until.latest() == null
            || !until.latest().isBefore(since.earliest());
    flaws.unless(
        possible,
        "until",
        "end-before-start",
        "It cannot end before it began. If the sources say so, keep one as a reading with status"
            + " conflict.");
  }

  /** Who commands whom is told to the owner and to those named alone as long as it may hold. */
  @Override
  public Audience audience(Relation relation, Marking marking, Audience allowed) {
    return COMMAND.contains(relation.type())
            && Ahead.mayHoldStill(LocalDate.now(CLOCK), relation.until())
        ? allowed.ofThoseInFull()
        : allowed;
  }

  @Override
  public Set<UUID> hangsOn(Relation relation) {
    return Stream.of(relation.from(), relation.to())
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public FilterCodes filterCodes() {
    return FilterCodes.ofType("relation_type");
  }

  @Override
  public Facets facets(ObjectNode view) {
    return FacetReader.of(view)
        .type("/type")
        .dates("/since", "/until")
        .actor("/from")
        .actor("/to")
        .read();
  }

  @Override
  public Blur blur() {
    return BLUR;
  }

  @Override
  public ObjectNode shareable(ObjectNode blurred) {
    return EventData.of(blurred, "/since", "/until");
  }

  @Override
  public ObjectNode codes(ObjectNode view) {
    return EventData.of(view, "/type", "/from", "/to", "/suggestion");
  }
}
