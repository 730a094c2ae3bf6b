package org.toguna.cases.incidents;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.cases.actors.KnownActors;
import org.toguna.cases.inspection.Rivals;
import org.toguna.cases.places.KnownPlaces;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.names.Fold;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.values.Ahead;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/** What makes an incident valid, how it is found, and what of it others may know. */
@ApplicationScoped
public class IncidentKind implements RecordKind<Incident> {
  public static final String NAME = "incident";
  private static final JsonPointer ROOT = JsonPointer.empty();

  /** Others learn what kind of incident, where and when, as coarsely as its marking says. */
  private static final Blur BLUR =
      Blur.of(Incident.class)
          .open("/type")
          .openPlaces("/place")
          .openDates("/when")
          .neverFinerThan(IncidentKind::finestPlace);

  private static final Clock CLOCK = Clock.systemUTC();

  private final CodeLists codes;
  private final KnownPlaces places;
  private final KnownActors actors;
  private final KnownDocuments documents;
  private final ProviderIds providerIds;
  private final Clock clock = Clock.systemUTC();

  IncidentKind(
      CodeLists codes,
      KnownPlaces places,
      KnownActors actors,
      KnownDocuments documents,
      ProviderIds providerIds) {
    this.codes = codes;
    this.places = places;
    this.actors = actors;
    this.documents = documents;
    this.providerIds = providerIds;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String topic() {
    return "cases.incident";
  }

  @Override
  public Class<Incident> stateType() {
    return Incident.class;
  }

  @Override
  public Incident complete(Incident incident, Reader author) {
    return incident.completed(
        incident.place() == null ? null : places.found(incident.place()),
        IncidentFlags.of(incident, LocalDate.now(clock)));
  }

  @Override
  public List<Flaw> flaws(Incident incident, Reader author) {
    var flaws = new Flaws(ROOT);
    flaws.unless(
        !incident.type().isEmpty(), "type", "required", "Give a code of the list incident_type.");
    if (!incident.type().isEmpty()) {
      code(flaws, "incident_type", incident.type(), "type");
    }
    code(flaws, "date_precision", incident.datePrecision(), "datePrecision");
    code(flaws, "event_clarity", incident.clarity(), "clarity");
    flaws.atMost("title", incident.title(), 200);
    flaws.atMost("narrative", incident.narrative(), 20_000);
    if (incident.place() != null) {
      flaws.addAll(places.flaws(incident.place(), flaws.member("place")));
      codes
          .check(
              "place_precision",
              incident.place().precision(),
              flaws.member("place").appendProperty("precision").toString())
          .ifPresent(flaws::add);
    }
    if (incident.position() != null) {
      flaws.addAll(incident.position().flaws(flaws.member("position")));
    }
    if (incident.when() != null) {
      flaws.addAll(incident.when().flaws(flaws.member("when")));
    }
    if (incident.deaths() != null) {
      flaws.addAll(incident.deaths().flaws(flaws.member("deaths")));
    }
    flaws.unless(
        incident.sourceCount() == null
            || incident.sourceCount() >= 0 && incident.sourceCount() <= 100_000,
        "sourceCount",
        "not-a-count",
        "Give a whole number, or leave it out if it is unknown.");
    flaws.addAll(lists(incident, author));
    return flaws.found();
  }

  private List<Flaw> lists(Incident incident, Reader author) {
    var flaws = new Flaws(ROOT);
    atMost(flaws, "participants", incident.participants(), 50);
    atMost(flaws, "sources", incident.sources(), 100);
    atMost(flaws, "externalIds", incident.externalIds(), 20);
    var people = new LinkedHashMap<JsonPointer, ActorReference>();
    for (int i = 0; i < incident.participants().size(); i++) {
      Participant one = incident.participants().get(i);
      Flaws own = new Flaws(flaws.member("participants").appendIndex(i));
      own.unless(
          !one.side().isEmpty(), "side", "required", "Give a code of the list incident_side.");
      if (!one.side().isEmpty()) {
        code(own, "incident_side", one.side(), "side");
      }
      if (one.externalId() != null) {
        own.addAll(one.externalId().flaws(own.member("externalId")));
      }
      people.put(own.member("who"), one.who());
      flaws.addAll(own.found());
    }
    flaws.addAll(actors.flaws(people, author));
    for (int i = 0; i < incident.sources().size(); i++) {
      JsonPointer at = flaws.member("sources").appendIndex(i);
      flaws.addAll(incident.sources().get(i).flaws(at));
      codes
          .check(
              "source_standing",
              incident.sources().get(i).standing(),
              at.appendProperty("standing").toString())
          .ifPresent(flaws::add);
    }
    flaws.addAll(documents.flaws(incident.sources(), flaws.member("sources"), author));
    for (int i = 0; i < incident.externalIds().size(); i++) {
      flaws.addAll(incident.externalIds().get(i).flaws(flaws.member("externalIds").appendIndex(i)));
    }
    return flaws.found();
  }

  private void code(Flaws flaws, String list, @Nullable String code, String member) {
    codes.check(list, code, flaws.member(member).toString()).ifPresent(flaws::add);
  }

  private static void atMost(Flaws flaws, String member, List<?> items, int most) {
    flaws.unless(
        items.size() <= most, member, "too-many", "At most %d can be given.".formatted(most));
  }

  /**
   * Where somebody was raped is its owner's alone, also if only a second reading says so; a base is
   * told of as any presence of armed men is.
   */
  @Override
  public Audience audience(Incident incident, Marking marking, Audience allowed) {
    if (isBase(incident.type()) && Ahead.mayHoldStill(LocalDate.now(CLOCK), incident.when())) {
      return allowed.ofThoseInFull();
    }
    boolean stays =
        "sexual_violence".equals(incident.type())
            || Rivals.say(incident.readings(), "sexual_violence");
    return stays ? allowed.fullForOwnerAlone(marking.owner()) : allowed;
  }

  /** Of sexual violence nobody outside learns more than the region. */
  private static PlaceLevel finestPlace(JsonNode incident) {
    boolean rape =
        incident.path("type").asText().equals("sexual_violence")
            || Rivals.say(incident, "sexual_violence");
    return rape
        ? PlaceLevel.adm1
        : isBase(incident.path("type").asText()) ? PlaceLevel.adm3 : PlaceLevel.site;
  }

  private static boolean isBase(String type) {
    return type.equals("base_established");
  }

  @Override
  public FilterCodes filterCodes() {
    return new FilterCodes("incident_type", "incident_status", null);
  }

  @Override
  public Facets facets(ObjectNode view) {
    Facets facets =
        FacetReader.of(view)
            .type("/type")
            .status("/status")
            .place("/place")
            .dates("/when", "/when")
            .actors("/participants", "actor")
            .text("/title")
            .read();
    var links = new LinkedHashSet<UUID>();
    var further = new StringBuilder();
    for (JsonNode source : view.path("sources")) {
      links.addAll(source(source).links());
      further.append(source.path("headline").asText()).append(' ');
    }
    view.path("participants")
        .forEach(one -> further.append(one.at("/who/asStated").asText()).append(' '));
    // A provider's point is finer than the unit it was placed in; one in doubt is no position.
    JsonNode point = view.path("position");
    boolean placed = point.path("lat").isNumber() && point.path("lon").isNumber();
    return new Facets(
        facets.type(),
        facets.status(),
        facets.stage(),
        facets.path(),
        facets.otherUnits(),
        placed ? Double.valueOf(point.get("lat").asDouble()) : facets.lat(),
        placed ? Double.valueOf(point.get("lon").asDouble()) : facets.lon(),
        facets.from(),
        facets.to(),
        facets.actors(),
        links,
        facets.text() + " " + Fold.words(further));
  }

  private static SourceReport source(JsonNode json) {
    return new SourceReport(
        json.path("publisher").textValue(),
        json.path("published").textValue(),
        json.path("headline").textValue(),
        json.path("document").isTextual() ? UUID.fromString(json.get("document").asText()) : null,
        json.path("standing").asText(SourceReport.STANDS),
        null);
  }

  @Override
  public Blur blur() {
    return BLUR;
  }

  @Override
  public ObjectNode shareable(ObjectNode blurred) {
    return EventData.of(blurred, "/type", "/place", "/when");
  }

  @Override
  public ObjectNode codes(ObjectNode view) {
    return EventData.of(view, "/type", "/status", "/suggestion")
        .set("actors", EventData.ids(view.path("participants"), "actor"));
  }

  @Override
  public void written(UUID id, Incident incident, Reader author) {
    providerIds.keep(id, incident.externalIds());
  }
}
