package org.toguna.cases.handovers;

import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.dialogue.CaseKind;
import org.toguna.cases.dialogue.PartOfCaseKind;
import org.toguna.cases.inspection.Inspection;
import org.toguna.cases.inspection.Inspections;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.values.UncertainDate;

/** What makes a handover valid. Others learn that there was one, and whether it was accepted. */
@Singleton
public class HandoverKind extends PartOfCaseKind<Handover> {
  public static final String NAME = "handover";
  private static final Blur BLUR =
      Blur.of(Handover.class).open("/case", "/status").openDates("/offered", "/answered");

  HandoverKind(Inspections inspections) {
    super(NAME, Handover.class, BLUR, inspections);
  }

  @Override
  protected Stream<@Nullable UncertainDate> planned(Handover handover) {
    return Stream.of(handover.offered(), handover.answered());
  }

  @Override
  protected void inspect(Handover handover, Inspection inspection) {
    inspection
        .record("continuedIn", CaseKind.NAME, handover.continuedIn())
        .unless(
            handover.continuedIn() == null || !handover.continuedIn().equals(handover.dialogue()),
            "continuedIn",
            "the-same-case",
            "A case that goes on in itself needs no second name: leave it out.");
  }

  @Override
  protected Stream<@Nullable UUID> alsoHangsOn(Handover handover) {
    return Stream.of(handover.continuedIn());
  }

  @Override
  protected FacetReader facets(FacetReader reader) {
    return reader.dates("/offered", "/answered").links("/continuedIn");
  }

  @Override
  public FilterCodes filterCodes() {
    return FilterCodes.ofStatus("handover_status");
  }
}
