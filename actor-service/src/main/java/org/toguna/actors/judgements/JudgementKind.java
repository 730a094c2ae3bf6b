package org.toguna.actors.judgements;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
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
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/** What makes a judgement valid, how it is found, and what of it others may know. */
@ApplicationScoped
public class JudgementKind implements RecordKind<Judgement> {
  private static final String SAME = "same";
  private static final Blur BLUR = Blur.of(Judgement.class).open("/one", "/other", "/verdict");

  private final CodeLists codes;
  private final KnownActors actors;

  JudgementKind(CodeLists codes, KnownActors actors) {
    this.codes = codes;
    this.actors = actors;
  }

  @Override
  public String name() {
    return "judgement";
  }

  @Override
  public String topic() {
    return "actors.judgement";
  }

  @Override
  public Class<Judgement> stateType() {
    return Judgement.class;
  }

  @Override
  public List<Flaw> flaws(Judgement judgement, Reader author) {
    var flaws = new Flaws(JsonPointer.empty());
    flaws.addAll(codes.check("judgement", judgement.verdict(), "/verdict").stream().toList());
    flaws.required("reason", judgement.reason(), 2000);
    Map<UUID, ObjectNode> known = actors.views(hangsOn(judgement), author);
    actor(flaws, "one", judgement.one(), judgement, known);
    actor(flaws, "other", judgement.other(), judgement, known);
    flaws.unless(
        judgement.one() == null || !judgement.one().equals(judgement.other()),
        "other",
        "same-actor",
        "A judgement is about two actors.");
    return flaws.found();
  }

  private static void actor(
      Flaws flaws,
      String member,
      @Nullable UUID id,
      Judgement judgement,
      Map<UUID, ObjectNode> known) {
    flaws.unless(id != null, member, "required", "Name the actor by its id.");
    ObjectNode actor = id == null ? null : known.get(id);
    flaws.unless(
        id == null || actor != null,
        member,
        "unknown-actor",
        "No actor of this id is known to you.");
    boolean protects =
        actor != null
            && (actor.path("pseudonym").asBoolean()
                || actor.path("states").path("/pseudonym").asText().equals("withheld"));
    flaws.unless(
        !protects || !judgement.verdict().equals(SAME),
        member,
        "protected-by-pseudonym",
        "Whoever stands under a pseudonym is never said to be somebody else here, nor is anybody"
            + " whose names you do not see; that belongs into the identity vault.");
  }

  @Override
  public Set<UUID> hangsOn(Judgement judgement) {
    return Stream.of(judgement.one(), judgement.other())
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public FilterCodes filterCodes() {
    return FilterCodes.ofType("judgement");
  }

  @Override
  public Facets facets(ObjectNode view) {
    return FacetReader.of(view).type("/verdict").actor("/one").actor("/other").read();
  }

  @Override
  public Blur blur() {
    return BLUR;
  }

  @Override
  public ObjectNode shareable(ObjectNode blurred) {
    return EventData.of(blurred);
  }

  @Override
  public ObjectNode codes(ObjectNode view) {
    return EventData.of(view, "/one", "/other", "/verdict");
  }
}
