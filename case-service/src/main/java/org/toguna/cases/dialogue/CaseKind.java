package org.toguna.cases.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.inspection.Inspection;
import org.toguna.cases.inspection.Inspections;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.values.Ahead;
import org.toguna.kit.values.Flaw;

/** What makes a case valid, how it is found, and what of it others may know. */
@ApplicationScoped
public class CaseKind implements RecordKind<DialogueCase> {
  public static final String NAME = "case";
  private static final Clock CLOCK = Clock.systemUTC();
  private static final String CRISIS = "crisis";

  /** Others learn that there is dialogue of a kind about a crisis they see, and roughly where. */
  private static final Blur BLUR =
      Blur.of(DialogueCase.class).open("/type", "/level", "/crises/*").openPlaces("/place");

  private final Inspections inspections;

  CaseKind(Inspections inspections) {
    this.inspections = inspections;
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
    return inspections.placed(dialogue);
  }

  @Override
  public List<Flaw> flaws(DialogueCase dialogue, Reader author) {
    return inspections
        .of(dialogue, author)
        .law(dialogue)
        .each("crises", dialogue.crises(), 100, (one, id) -> one.record("", CRISIS, id))
        .each("parties", dialogue.parties(), CaseKind::inspect)
        .found();
  }

  private static void inspect(Inspection inspection, Party party) {
    inspection.actor("", party.reference());
  }

  /** What is to come in it is told in full to its owner alone. */
  @Override
  public Audience audience(DialogueCase dialogue, Marking marking, Audience allowed) {
    LocalDate today = LocalDate.now(CLOCK);
    return dialogue.stages().stream().anyMatch(seen -> Ahead.mayBe(seen.when(), today))
        ? allowed.fullForOwnerAlone(marking.owner())
        : allowed;
  }

  @Override
  public List<Flaw> warnings(DialogueCase dialogue) {
    var warnings = new ArrayList<>(StageOrder.warnings(dialogue.stages()));
    warnings.addAll(RoleRules.warnings(dialogue.parties()));
    return warnings;
  }

  @Override
  public Set<UUID> hangsOn(DialogueCase dialogue) {
    return Set.copyOf(dialogue.crises());
  }

  @Override
  public FilterCodes filterCodes() {
    return new FilterCodes("case_type", null, "case_stage");
  }

  @Override
  public Facets facets(ObjectNode view) {
    JsonNode stages = view.path("stages");
    FacetReader reader = FacetReader.of(view);
    for (JsonNode party : view.path("parties")) {
      reader.comparedAs("side", sideOf(party));
    }
    return reader
        .type("/type")
        .stage(latestStage(stages))
        .place("/place")
        .dates(
            "/stages/" + outermost(stages, "from", -1) + "/when",
            "/stages/" + outermost(stages, "to", 1) + "/when")
        .actors("/parties", "actor")
        .actors("/preconditions", "actor")
        .links("/crises")
        .text("/title")
        .compared("type", "/type")
        .compared("level", "/level")
        .read();
  }

  /** Which actor was on which side; null if either is not told. */
  private static @Nullable String sideOf(JsonNode party) {
    String actor = party.path("actor").textValue();
    String side = party.path("side").textValue();
    return actor == null || side == null ? null : actor + "=" + side;
  }

  /**
   * Where the observation with the first or the last such bound stands; whatever order they have.
   */
  private static int outermost(JsonNode stages, String bound, int sign) {
    int found = 0;
    String most = "";
    for (int i = 0; i < stages.size(); i++) {
      String day = stages.path(i).path("when").path(bound).asText("");
      if (!day.isEmpty() && (most.isEmpty() || sign * day.compareTo(most) > 0)) {
        found = i;
        most = day;
      }
    }
    return found;
  }

  /** The stage observed last; null if none is told. */
  public static @Nullable String latestStage(JsonNode stages) {
    return stages.path(Course.latest(stages)).path("stage").textValue();
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
