package org.toguna.cases.presence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.toguna.cases.dialogue.CaseKind;
import org.toguna.cases.inspection.Inspections;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.DatePrecision;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.values.Ahead;
import org.toguna.kit.values.Flaw;

/** What makes an armed presence valid, how it is found, and what of it others may know. */
@ApplicationScoped
public class PresenceKind implements RecordKind<Presence> {
  public static final String NAME = "presence";
  private static final Set<String> OF_NOBODY = Set.of("none_observed", "none", "unknown");

  /** Others learn in what manner armed men were about, the commune and the month; not which. */
  private static final Blur BLUR =
      Blur.of(Presence.class)
          .open("/case", "/type")
          .openPlaces("/place")
          .openDates("/since", "/until", "/lastConfirmed")
          .neverFinerThan(presence -> PlaceLevel.adm3)
          .datesNeverFinerThan(DatePrecision.month);

  private static final Clock CLOCK = Clock.systemUTC();

  private final Inspections inspections;

  PresenceKind(Inspections inspections) {
    this.inspections = inspections;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String topic() {
    return "cases.presence";
  }

  @Override
  public Class<Presence> stateType() {
    return Presence.class;
  }

  @Override
  public Presence complete(Presence presence, Reader author) {
    return inspections.placed(presence);
  }

  @Override
  public List<Flaw> flaws(Presence presence, Reader author) {
    return inspections
        .of(presence, author)
        .law(presence)
        .unless(presence.place() != null, "place", "required", "Say in which place, or near which.")
        .unless(
            presence.actor() != null || OF_NOBODY.contains(presence.type()),
            "actor",
            "required",
            "Say who was there, if only in the source's words.")
        .unless(
            presence.distance() == null || "km".equals(presence.distance().unit()),
            "distance",
            "not-in-km",
            "Give the distance in km, and say so in its unit.")
        .period(presence.since(), "until", presence.until())
        .record("case", CaseKind.NAME, presence.dialogue())
        .found();
  }

  /** As long as they may be there still, it is told to the owner and to those named alone. */
  @Override
  public Audience audience(Presence presence, Marking marking, Audience allowed) {
    return Ahead.mayHoldStill(LocalDate.now(CLOCK), presence.lastConfirmed(), presence.until())
        ? allowed.ofThoseInFull()
        : allowed;
  }

  @Override
  public Set<UUID> hangsOn(Presence presence) {
    return presence.dialogue() == null ? Set.of() : Set.of(presence.dialogue());
  }

  @Override
  public FilterCodes filterCodes() {
    return FilterCodes.ofType("armed_presence");
  }

  @Override
  public Facets facets(ObjectNode view) {
    return FacetReader.of(view)
        .type("/type")
        .place("/place")
        .dates("/since", "/until")
        .actors("/actor", "actor")
        .links("/case")
        .text("/asStated")
        .read();
  }

  @Override
  public Blur blur() {
    return BLUR;
  }

  @Override
  public ObjectNode shareable(ObjectNode blurred) {
    return EventData.of(blurred, "/case", "/type", "/place", "/since", "/until", "/lastConfirmed");
  }

  @Override
  public ObjectNode codes(ObjectNode view) {
    ObjectNode data = EventData.of(view, "/case", "/type", "/suggestion");
    data.set("actors", EventData.ids(view, "actor"));
    return data;
  }
}
