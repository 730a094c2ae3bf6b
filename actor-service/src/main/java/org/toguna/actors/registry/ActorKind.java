package org.toguna.actors.registry;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/** What makes an actor valid, how it is found, and what of it others may know. */
@ApplicationScoped
public class ActorKind implements RecordKind<Actor> {
  public static final String NAME = "actor";
  private static final String PERSON = "person";
  private static final JsonPointer ROOT = JsonPointer.empty();

  /**
   * Above GREEN a name can cost a life: others learn what kind of actor there is, and no more.
   * Where somebody is based nobody outside learns at all: no gazetteer here backs the words.
   */
  private static final Blur NAMELESS = Blur.of(Actor.class).open("/type");

  private static final Blur NAMED =
      NAMELESS
          .open("/placeholder", "/pseudonym")
          .open("/names/*/text", "/names/*/language", "/names/*/script", "/names/*/type");

  private final CodeLists codes;

  ActorKind(CodeLists codes) {
    this.codes = codes;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String topic() {
    return "actors.actor";
  }

  @Override
  public Class<Actor> stateType() {
    return Actor.class;
  }

  @Override
  public Actor complete(Actor actor, Reader author) {
    return actor.withPseudonymSaid();
  }

  @Override
  public List<Flaw> flaws(Actor actor, Reader author) {
    var flaws = new Flaws(ROOT);
    flaws.addAll(codes.check("actor_type", actor.type(), "/type").stream().toList());
    flaws.addAll(codes.check("placeholder", actor.placeholder(), "/placeholder").stream().toList());
    flaws.addAll(NameRules.flaws(actor, codes));
    flaws.unless(
        actor.roles().size() <= Actor.MOST_ROLES,
        "roles",
        "too-many",
        "At most %d roles.".formatted(Actor.MOST_ROLES));
    for (int i = 0; i < actor.roles().size(); i++) {
      flaws.addAll(actor.roles().get(i).flaws(flaws.member("roles").appendIndex(i), codes));
    }
    if (actor.place() != null) {
      flaws.addAll(actor.place().flaws(flaws.member("place")));
    }
    flaws.atMost("description", actor.description(), Actor.LONGEST_DESCRIPTION);
    return flaws.found();
  }

  @Override
  public FilterCodes filterCodes() {
    return FilterCodes.ofType("actor_type");
  }

  @Override
  public Facets facets(ObjectNode view) {
    FacetReader facets = FacetReader.of(view).type("/type").place("/place");
    for (int i = 0; i < view.path("names").size(); i++) {
      facets.text("/names/" + i + "/text");
    }
    return facets.read();
  }

  @Override
  public Blur blur() {
    return NAMELESS;
  }

  @Override
  public Blur blur(Marking marking) {
    return marking.tlp().strictlyAbove(Tlp.GREEN) ? NAMELESS : NAMED;
  }

  /** A person's name never travels, nor one that protects a person: siblings ask for it here. */
  @Override
  public ObjectNode shareable(ObjectNode blurred) {
    if (blurred.path("type").asText().equals(PERSON) || blurred.path("pseudonym").asBoolean()) {
      return EventData.of(blurred, "/type", "/placeholder");
    }
    ObjectNode data = EventData.of(blurred, "/type", "/placeholder", "/names");
    called(blurred).ifPresent(text -> data.set("name", text));
    return data;
  }

  /** The name that a view calls an actor by: the main one, or the first. */
  public static Optional<JsonNode> called(ObjectNode view) {
    return StreamSupport.stream(view.path("names").spliterator(), false)
        .filter(name -> name.path("type").asText().equals(Name.MAIN))
        .findFirst()
        .or(() -> StreamSupport.stream(view.path("names").spliterator(), false).findFirst())
        .map(name -> name.path("text"))
        .filter(JsonNode::isTextual);
  }

  @Override
  public ObjectNode codes(ObjectNode view) {
    return EventData.of(view, "/type", "/placeholder", "/suggestion");
  }
}
