package org.toguna.cases.gazetteer.judgements;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.toguna.cases.places.KnownPlaces;
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
import org.toguna.kit.values.PlaceReference;

/** What makes a judgement on two places valid, how it is found, and what of it others may know. */
@ApplicationScoped
public class PlaceJudgementKind implements RecordKind<PlaceJudgement> {
  public static final String NAME = "place-judgement";
  private static final Blur BLUR =
      Blur.of(PlaceJudgement.class).open("/verdict").openPlaces("/places/*");

  private final CodeLists codes;
  private final KnownPlaces places;

  PlaceJudgementKind(CodeLists codes, KnownPlaces places) {
    this.codes = codes;
    this.places = places;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String topic() {
    return "cases.place-judgement";
  }

  @Override
  public Class<PlaceJudgement> stateType() {
    return PlaceJudgement.class;
  }

  @Override
  public PlaceJudgement complete(PlaceJudgement judgement, Reader author) {
    return judgement.at(judgement.places().stream().map(places::found).toList());
  }

  @Override
  public List<Flaw> flaws(PlaceJudgement judgement, Reader author) {
    var flaws = new Flaws(JsonPointer.empty());
    flaws.addAll(codes.check("place_judgement", judgement.verdict(), "/verdict").stream().toList());
    flaws.required("reason", judgement.reason(), 2000);
    flaws.unless(
        judgement.places().size() == 2,
        "places",
        "two-places",
        "A judgement is about two entries.");
    for (int i = 0; i < judgement.places().size(); i++) {
      var at = flaws.member("places").appendIndex(i);
      flaws.addAll(places.flaws(judgement.places().get(i), at));
      if (judgement.places().get(i).id() == null) {
        flaws.addAll(
            List.of(
                Flaw.at(at.appendProperty("id"), "required", "Name the entry by its id or code.")));
      }
    }
    var ids = judgement.places().stream().map(PlaceReference::id).filter(Objects::nonNull).toList();
    flaws.unless(
        ids.stream().distinct().count() == ids.size(),
        "places",
        "same-entry",
        "A judgement is about two entries, not twice the same.");
    return flaws.found();
  }

  @Override
  public FilterCodes filterCodes() {
    return FilterCodes.ofType("place_judgement");
  }

  @Override
  public Facets facets(ObjectNode view) {
    return FacetReader.of(view).type("/verdict").furtherPlaces("/places").read();
  }

  @Override
  public Blur blur() {
    return BLUR;
  }

  @Override
  public ObjectNode shareable(ObjectNode blurred) {
    return EventData.of(blurred, "/verdict", "/places");
  }

  @Override
  public ObjectNode codes(ObjectNode view) {
    return EventData.of(view, "/verdict");
  }
}
