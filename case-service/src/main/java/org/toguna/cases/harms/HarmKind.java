package org.toguna.cases.harms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import org.toguna.cases.dialogue.PartOfCaseKind;
import org.toguna.cases.inspection.Inspections;
import org.toguna.cases.inspection.Payments;
import org.toguna.cases.inspection.Rivals;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.FilterCodes;

/** What makes a harm valid. Others learn of what kind it was and what kind of actor did it. */
@Singleton
public class HarmKind extends PartOfCaseKind<Harm> {
  public static final String NAME = "harm";
  private static final Blur BLUR =
      Blur.of(Harm.class)
          .open("/case", "/type", "/author")
          .openPlaces("/place")
          .openDates("/when")
          .neverFinerThan(HarmKind::finestPlace);

  HarmKind(Inspections inspections) {
    super(NAME, Harm.class, BLUR, inspections);
  }

  @Override
  public Harm complete(Harm harm, Reader author) {
    return inspections().placed(harm);
  }

  /** Which state body it was, where somebody was raped and what was paid is its owner's alone. */
  @Override
  public Audience audience(Harm harm, Marking marking, Audience allowed) {
    boolean stays =
        "state".equals(harm.author())
            || harm.type().equals("sexual_violence")
            || Payments.isMoney(harm.count())
            || Rivals.say(harm.readings(), "state")
            || Rivals.say(harm.readings(), "sexual_violence");
    return stays ? allowed.fullForOwnerAlone(marking.owner()) : allowed;
  }

  private static PlaceLevel finestPlace(JsonNode harm) {
    if (harm.path("author").asText().equals("state") || Rivals.say(harm, "state")) {
      return PlaceLevel.country;
    }
    boolean rape =
        harm.path("type").asText().equals("sexual_violence") || Rivals.say(harm, "sexual_violence");
    return rape ? PlaceLevel.adm1 : PlaceLevel.site;
  }

  @Override
  protected JsonNode concerned(ObjectNode view) {
    return view.path("who");
  }

  @Override
  public FilterCodes filterCodes() {
    return FilterCodes.ofType("harm_type");
  }
}
