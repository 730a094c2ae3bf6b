package org.toguna.cases.coverage;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.cases.actors.KnownActors;
import org.toguna.cases.dialogue.CaseKind;
import org.toguna.cases.places.KnownPlaces;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;
import org.toguna.kit.values.PlaceReference;
import org.toguna.kit.values.UncertainNumber;

/** What makes a coverage list valid, how it is found, and that others learn nothing of it. */
@ApplicationScoped
public class CoverageListKind implements RecordKind<CoverageList> {
  public static final String NAME = "coverage-list";

  /** All that coverage keeps is told of on one topic, which says no more than that it is there. */
  public static final String TOPIC = "cases.coverage";

  private static final JsonPointer ROOT = JsonPointer.empty();

  /** Not even the unit: which commune is about to agree is what its enemies want to know. */
  private static final Blur BLUR = Blur.of(CoverageList.class).open("/status");

  private final CodeLists codes;
  private final KnownPlaces places;
  private final ListedPlaces listed;
  private final KnownActors actors;
  private final RecordReads reads;

  CoverageListKind(
      CodeLists codes,
      KnownPlaces places,
      ListedPlaces listed,
      KnownActors actors,
      RecordReads reads) {
    this.codes = codes;
    this.places = places;
    this.listed = listed;
    this.actors = actors;
    this.reads = reads;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public Class<CoverageList> stateType() {
    return CoverageList.class;
  }

  @Override
  public CoverageList complete(CoverageList list, Reader author) {
    Map<String, String> ids = listed.ids(list.entries());
    return list.at(
        list.unit() == null ? null : places.found(list.unit()),
        list.entries().stream()
            .map(
                entry -> {
                  String id = entry.place() == null ? null : ids.get(entry.place());
                  return id == null ? entry : entry.placedAt(id);
                })
            .toList());
  }

  @Override
  public List<Flaw> flaws(CoverageList list, Reader author) {
    var flaws = new Flaws(ROOT);
    belongs(list, author, flaws);
    flaws.unless(!list.status().isEmpty(), "status", "required", "Say how far the list has come.");
    code("coverage_list_status", list.status(), "status", flaws);
    code("coverage_lists_what", list.lists(), "lists", flaws);
    code("coverage_total_of", list.statedCounts(), "statedCounts", flaws);
    flaws.atMost("title", list.title(), 200);
    flaws.atMost("narrative", list.narrative(), 20_000);
    unit(list.unit(), flaws);
    if (list.when() != null) {
      flaws.addAll(list.when().flaws(flaws.member("when")));
    }
    number("statedTotal", list.statedTotal(), flaws);
    number("leftOff", list.leftOff(), flaws);
    var people = new LinkedHashMap<JsonPointer, ActorReference>();
    somebody("sentBy", list.sentBy(), people);
    somebody("via", list.via(), people);
    somebody("sentTo", list.sentTo(), people);
    flaws.addAll(actors.flaws(people, author));
    entries(list.entries(), flaws);
    return flaws.found();
  }

  /** The same words for what is no case, what is not there and what the author may not see. */
  private void belongs(CoverageList list, Reader author, Flaws flaws) {
    UUID dialogue = list.dialogue();
    if (dialogue == null) {
      flaws.unless(false, "case", "required", "A coverage list belongs to a case: name its id.");
      return;
    }
    flaws.unless(
        reads.one(author, CaseKind.NAME, dialogue).isPresent(),
        "case",
        "unknown-case",
        "No case of this id is known to you here. If you have just written it, send its"
            + " Toguna-Position.");
  }

  private void unit(@Nullable PlaceReference unit, Flaws flaws) {
    if (unit == null) {
      return;
    }
    flaws.addAll(places.flaws(unit, flaws.member("unit")));
    flaws.unless(
        unit.level() == null || unit.level().compareTo(PlaceLevel.adm3) <= 0,
        "unit",
        "not-a-unit",
        "A list covers an administrative unit; a single village is an entry of a list.");
  }

  private void entries(List<ListedPlace> entries, Flaws flaws) {
    flaws.unless(
        entries.size() <= CoverageList.MOST_ENTRIES,
        "entries",
        "too-many",
        "At most %d places; keep a list for each unit.".formatted(CoverageList.MOST_ENTRIES));
    Set<String> known = listed.known(entries);
    for (int i = 0; i < entries.size(); i++) {
      ListedPlace entry = entries.get(i);
      JsonPointer at = flaws.member("entries").appendIndex(i);
      flaws.addAll(entry.flaws(at));
      if (entry.consent() != null) {
        JsonPointer state = at.appendProperty("consent").appendProperty("state");
        if (entry.consent().state().isEmpty()) {
          flaws.add(Flaw.at(state, "required", "Say given, refused, withdrawn or unknown."));
        } else {
          codes
              .check("listing_consent", entry.consent().state(), state.toString())
              .ifPresent(flaws::add);
        }
      }
      if (entry.place() != null && !known.contains(entry.place())) {
        flaws.add(
            Flaw.at(
                at.appendProperty("place"),
                "unknown-place",
                "The gazetteer has no single place of this id or P-code. Look it up with"
                    + " GET /cases/v1/places?q=, or leave it out and keep the name."));
      }
    }
  }

  private void code(String list, @Nullable String code, String member, Flaws flaws) {
    if (code != null && !code.isEmpty()) {
      codes.check(list, code, flaws.member(member).toString()).ifPresent(flaws::add);
    }
  }

  private static void number(String member, @Nullable UncertainNumber number, Flaws flaws) {
    if (number != null) {
      flaws.addAll(number.flaws(flaws.member(member)));
    }
  }

  private static void somebody(
      String member, @Nullable ActorReference who, Map<JsonPointer, ActorReference> people) {
    if (who != null) {
      people.put(ROOT.appendProperty(member), who);
    }
  }

  @Override
  public Set<UUID> hangsOn(CoverageList list) {
    return list.dialogue() == null ? Set.of() : Set.of(list.dialogue());
  }

  /** Found by case, status, date and unit; never by what it lists, which stays sealed. */
  @Override
  public FilterCodes filterCodes() {
    return FilterCodes.ofStatus("coverage_list_status");
  }

  @Override
  public Facets facets(ObjectNode view) {
    return FacetReader.of(view)
        .status("/status")
        .place("/unit")
        .dates("/when", "/when")
        .links("/case")
        .text("/title")
        .read();
  }

  @Override
  public Blur blur() {
    return BLUR;
  }

  @Override
  public ObjectNode shareable(ObjectNode blurred) {
    return EventData.of(blurred, "/status");
  }

  @Override
  public ObjectNode codes(ObjectNode view) {
    return EventData.of(view, "/status", "/suggestion");
  }
}
