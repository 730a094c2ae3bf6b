package org.toguna.cases.crises;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.toguna.cases.inspection.Inspections;
import org.toguna.cases.inspection.Rivals;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.values.Flaw;

/** What makes a crisis valid, how it is found, and what of it others may know. */
@ApplicationScoped
public class CrisisKind implements RecordKind<Crisis> {
  public static final String NAME = "crisis";

  /** Others learn what kind of crisis, where and when, as coarsely as its marking says; no more. */
  private static final Blur BLUR =
      Blur.of(Crisis.class)
          .open("/type", "/status", "/observations/*/status")
          .openPlaces("/place")
          .openDates("/since", "/until", "/lastConfirmed", "/observations/*/when")
          .neverFinerThan(CrisisKind::finestPlace);

  private final Inspections inspections;

  CrisisKind(Inspections inspections) {
    this.inspections = inspections;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String topic() {
    return "cases.crisis";
  }

  @Override
  public Class<Crisis> stateType() {
    return Crisis.class;
  }

  @Override
  public Crisis complete(Crisis crisis, Reader author) {
    return inspections.placed(crisis);
  }

  @Override
  public List<Flaw> flaws(Crisis crisis, Reader author) {
    return inspections
        .of(crisis, author)
        .law(crisis)
        .period(crisis.since(), "until", crisis.until())
        .unless(
            crisis.until() == null || !crisis.status().equals("open"),
            "status",
            "open-with-an-end",
            "A crisis with an end is not open: say lifted, partly_lifted or unclear.")
        .found();
  }

  /** Partners get it blurred if its words may tell a ransom, or where somebody was raped. */
  @Override
  public Audience audience(Crisis crisis, Marking marking, Audience allowed) {
    return crisis.tellsWhatStaysWithItsOwner()
        ? allowed.fullForOwnerAlone(marking.owner())
        : allowed;
  }

  @Override
  public List<Flaw> warnings(Crisis crisis) {
    return StatusHistory.warnings(crisis);
  }

  /** Where sexual violence is told of, nobody outside learns more than the region. */
  private static PlaceLevel finestPlace(JsonNode crisis) {
    for (JsonNode harm : crisis.path("harms")) {
      if (harm.path("type").asText().equals("sexual_violence")) {
        return PlaceLevel.adm1;
      }
    }
    return Rivals.say(crisis, "sexual_violence") ? PlaceLevel.adm1 : PlaceLevel.site;
  }

  @Override
  public FilterCodes filterCodes() {
    return new FilterCodes("crisis_type", "crisis_status", null);
  }

  @Override
  public Facets facets(ObjectNode view) {
    return FacetReader.of(view)
        .type("/type")
        .status("/status")
        .place("/place")
        .furtherPlaces("/furtherPlaces")
        .dates("/since", "/until")
        .actors("/by", "actor")
        .actors("/victims", "actor")
        .actors("/harms", "actor")
        .text("/title")
        .compared("type", "/type")
        .compared("status", "/status")
        .comparedEach("cause", "/causes", "")
        .comparedEach("by", "/by", "/actor")
        .read();
  }

  @Override
  public Blur blur() {
    return BLUR;
  }

  @Override
  public ObjectNode shareable(ObjectNode blurred) {
    return EventData.of(
        blurred, "/type", "/status", "/place", "/since", "/until", "/lastConfirmed");
  }

  @Override
  public ObjectNode codes(ObjectNode view) {
    return EventData.of(view, "/type", "/status", "/suggestion")
        .set("actors", EventData.ids(concerned(view), "actor"));
  }

  /** Whom it befell and who brought it about; never who paid, was swapped, or told of it. */
  private static ArrayNode concerned(ObjectNode view) {
    ArrayNode concerned = view.arrayNode().add(view.path("by"));
    view.path("victims").forEach(some -> concerned.add(some.path("person")));
    return concerned;
  }
}
