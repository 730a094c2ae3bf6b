package org.toguna.cases.crises;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.toguna.cases.actors.KnownActors;
import org.toguna.cases.places.KnownPlaces;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;
import org.toguna.kit.values.UncertainDate;

/** What makes a crisis valid, how it is found, and what of it others may know. */
@ApplicationScoped
public class CrisisKind implements RecordKind<Crisis> {
  public static final String NAME = "crisis";
  private static final JsonPointer ROOT = JsonPointer.empty();

  /** Others learn what kind of crisis, where and when, as coarsely as its marking says; no more. */
  private static final Blur BLUR =
      Blur.of(Crisis.class)
          .open("/type", "/status")
          .openPlaces("/place")
          .openDates("/since", "/until", "/lastConfirmed")
          .neverFinerThan(CrisisKind::finestPlace);

  private final CodeLists codes;
  private final KnownPlaces places;
  private final KnownActors actors;

  CrisisKind(CodeLists codes, KnownPlaces places, KnownActors actors) {
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
    return "cases.crisis";
  }

  @Override
  public Class<Crisis> stateType() {
    return Crisis.class;
  }

  @Override
  public Crisis complete(Crisis crisis, Reader author) {
    return crisis.at(
        crisis.place() == null ? null : places.found(crisis.place()),
        crisis.furtherPlaces().stream().map(places::found).toList());
  }

  @Override
  public List<Flaw> flaws(Crisis crisis, Reader author) {
    var flaws = new Flaws(ROOT);
    codes
        .check("crisis_type", crisis.type(), ROOT.appendProperty("type").toString())
        .ifPresent(flaws::add);
    codes
        .check("crisis_status", crisis.status(), ROOT.appendProperty("status").toString())
        .ifPresent(flaws::add);
    flaws.atMost("title", crisis.title(), 200);
    flaws.atMost("cause", crisis.cause(), 2000);
    flaws.atMost("narrative", crisis.narrative(), 20_000);
    if (crisis.place() != null) {
      flaws.addAll(places.flaws(crisis.place(), flaws.member("place")));
    }
    for (int i = 0; i < crisis.furtherPlaces().size(); i++) {
      flaws.addAll(
          places.flaws(
              crisis.furtherPlaces().get(i), flaws.member("furtherPlaces").appendIndex(i)));
    }
    flaws.addAll(dates(crisis));
    flaws.addAll(actors.flaws(crisis.by(), flaws.member("by"), author));
    flaws.addAll(people(crisis, author));
    return flaws.found();
  }

  private static List<Flaw> dates(Crisis crisis) {
    var flaws = new Flaws(ROOT);
    UncertainDate since = crisis.since();
    UncertainDate until = crisis.until();
    if (since != null) {
      flaws.addAll(since.flaws(flaws.member("since")));
    }
    if (until != null) {
      flaws.addAll(until.flaws(flaws.member("until")));
    }
    if (crisis.lastConfirmed() != null) {
      flaws.addAll(crisis.lastConfirmed().flaws(flaws.member("lastConfirmed")));
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
    flaws.unless(
        until == null || !crisis.status().equals("open"),
        "status",
        "open-with-an-end",
        "A crisis with an end is not open: say lifted, partly_lifted or unclear.");
    return flaws.found();
  }

  private List<Flaw> people(Crisis crisis, Reader author) {
    var flaws = new ArrayList<Flaw>();
    for (int i = 0; i < crisis.victims().size(); i++) {
      Victims victims = crisis.victims().get(i);
      JsonPointer at = ROOT.appendProperty("victims").appendIndex(i);
      if (victims.fate() != null) {
        codes
            .check("hostage_fate", victims.fate(), at.appendProperty("fate").toString())
            .ifPresent(flaws::add);
      }
      if (victims.count() != null) {
        flaws.addAll(victims.count().flaws(at.appendProperty("count")));
      }
      if (victims.person() != null) {
        flaws.addAll(actors.flaws(List.of(victims.person()), at.appendProperty("person"), author));
      }
    }
    for (int i = 0; i < crisis.harms().size(); i++) {
      Harm harm = crisis.harms().get(i);
      JsonPointer at = ROOT.appendProperty("harms").appendIndex(i);
      codes
          .check("harm_type", harm.type(), at.appendProperty("type").toString())
          .ifPresent(flaws::add);
      if (harm.count() != null) {
        flaws.addAll(harm.count().flaws(at.appendProperty("count")));
      }
    }
    return flaws;
  }

  /** Where sexual violence is told of, nobody outside learns more than the region. */
  private static PlaceLevel finestPlace(JsonNode crisis) {
    for (JsonNode harm : crisis.path("harms")) {
      if (harm.path("type").asText().equals("sexual_violence")) {
        return PlaceLevel.adm1;
      }
    }
    return PlaceLevel.site;
  }

  @Override
  public Set<String> claims(Crisis crisis) {
    return crisis.suggestion() == null ? Set.of() : Set.of("suggestion/" + crisis.suggestion());
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
        .text("/title")
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
        .set("actors", EventData.ids(view, "actor"));
  }
}
