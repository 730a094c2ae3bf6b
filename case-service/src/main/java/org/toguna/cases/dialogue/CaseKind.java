package org.toguna.cases.dialogue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.KnownActors;
import org.toguna.cases.places.KnownPlaces;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/** What makes a case valid, how it is found, and what of it others may know. */
@ApplicationScoped
public class CaseKind implements RecordKind<DialogueCase> {
  public static final String NAME = "case";
  private static final JsonPointer ROOT = JsonPointer.empty();

  /** Others learn that there is dialogue of a kind about a crisis they see, and roughly where. */
  private static final Blur BLUR =
      Blur.of(DialogueCase.class).open("/type", "/level", "/crises/*").openPlaces("/place");

  private final CodeLists codes;
  private final KnownPlaces places;
  private final KnownActors actors;

  CaseKind(CodeLists codes, KnownPlaces places, KnownActors actors) {
    this.codes = codes;
    this.places = places;
    this.actors = actors;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String topic() {
    return "cases.case";
  }

  @Override
  public Class<DialogueCase> stateType() {
    return DialogueCase.class;
  }

  @Override
  public DialogueCase complete(DialogueCase dialogue, Reader author) {
    return dialogue.place() == null ? dialogue : dialogue.at(places.found(dialogue.place()));
  }

  @Override
  public List<Flaw> flaws(DialogueCase dialogue, Reader author) {
    var flaws = new Flaws(ROOT);
    codes
        .check("case_type", dialogue.type(), flaws.member("type").toString())
        .ifPresent(flaws::add);
    if (dialogue.level() != null) {
      codes
          .check("case_level", dialogue.level(), flaws.member("level").toString())
          .ifPresent(flaws::add);
    }
    flaws.atMost("title", dialogue.title(), 200);
    flaws.atMost("narrative", dialogue.narrative(), 20_000);
    if (dialogue.place() != null) {
      flaws.addAll(places.flaws(dialogue.place(), flaws.member("place")));
    }
    flaws.addAll(actors.flaws(dialogue.parties(), flaws.member("parties"), author));
    for (int i = 0; i < dialogue.parties().size(); i++) {
      String role = dialogue.parties().get(i).role();
      JsonPointer at = flaws.member("parties").appendIndex(i).appendProperty("role");
      if (role == null) {
        flaws.addAll(List.of(Flaw.at(at, "required", "Say which role they have in this case.")));
      } else {
        codes.check("case_role", role, at.toString()).ifPresent(flaws::add);
      }
    }
    for (int i = 0; i < dialogue.stages().size(); i++) {
      StageObservation seen = dialogue.stages().get(i);
      JsonPointer at = flaws.member("stages").appendIndex(i);
      codes
          .check("case_stage", seen.stage(), at.appendProperty("stage").toString())
          .ifPresent(flaws::add);
      if (seen.when() != null) {
        flaws.addAll(seen.when().flaws(at.appendProperty("when")));
      }
    }
    return flaws.found();
  }

  @Override
  public Set<UUID> hangsOn(DialogueCase dialogue) {
    return Set.copyOf(dialogue.crises());
  }

  @Override
  public Set<String> claims(DialogueCase dialogue) {
    return dialogue.suggestion() == null ? Set.of() : Set.of("suggestion/" + dialogue.suggestion());
  }

  @Override
  public Facets facets(ObjectNode view) {
    JsonNode stages = view.path("stages");
    return FacetReader.of(view)
        .type("/type")
        .stage(latestStage(stages))
        .place("/place")
        .dates("/stages/0/when", "/stages/" + Math.max(0, stages.size() - 1) + "/when")
        .actors("/parties", "actor")
        .links("/crises")
        .text("/title")
        .read();
  }

  /** The stage observed last; of observations without dates the one recorded last. */
  public static @Nullable String latestStage(JsonNode stages) {
    String latest = null;
    String when = "";
    for (JsonNode observation : stages) {
      String from = observation.path("when").path("from").asText("");
      if (from.isEmpty() || from.compareTo(when) >= 0) {
        latest = observation.path("stage").asText();
        when = from.isEmpty() ? when : from;
      }
    }
    return latest;
  }

  @Override
  public Blur blur() {
    return BLUR;
  }

  @Override
  public ObjectNode shareable(ObjectNode blurred) {
    return EventData.of(blurred, "/type", "/level", "/crises", "/place");
  }

  @Override
  public ObjectNode codes(ObjectNode view) {
    ObjectNode data = EventData.of(view, "/type", "/level", "/crises", "/suggestion");
    data.put("stage", latestStage(view.path("stages")));
    data.set("actors", EventData.ids(view, "actor"));
    return data;
  }
}
