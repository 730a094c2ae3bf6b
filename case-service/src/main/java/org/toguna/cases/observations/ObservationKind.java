package org.toguna.cases.observations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.agreements.AgreementKind;
import org.toguna.cases.agreements.AgreementLife;
import org.toguna.cases.inspection.Bounds;
import org.toguna.cases.inspection.Inspection;
import org.toguna.cases.inspection.Inspections;
import org.toguna.cases.inspection.Payments;
import org.toguna.cases.terms.Movements;
import org.toguna.cases.terms.TermKind;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.ReadingStatus;

/** What makes an observation valid, how it is found, and what of it others may know. */
@ApplicationScoped
public class ObservationKind implements RecordKind<Observation> {
  public static final String NAME = "observation";

  /** Others learn how far it was kept, roughly when and why; not who saw it. */
  private static final Blur BLUR =
      Blur.of(Observation.class)
          .open("/term", "/compliance", "/enforcement", "/reason")
          .openDates("/when");

  private final Inspections inspections;

  ObservationKind(Inspections inspections) {
    this.inspections = inspections;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String topic() {
    return "cases.observation";
  }

  @Override
  public Class<Observation> stateType() {
    return Observation.class;
  }

  @Override
  public List<Flaw> flaws(Observation seen, Reader author) {
    Inspection inspection =
        inspections
            .of(seen, author)
            .law(seen)
            .unless(seen.term() != null, "term", "required", "Say which term was observed.")
            .unless(onScale(seen.compliance()), "compliance", "out-of-range", "From 0 to 3.")
            .unless(onScale(seen.enforcement()), "enforcement", "out-of-range", "From 0 to 3.");
    inspection
        .opened("term", TermKind.NAME, seen.term())
        .ifPresent(
            term -> {
              Scale.of(term).ifPresent(scale -> fits(inspection, seen, scale));
              inItsTime(inspection, seen, term, author);
            });
    return inspection.found();
  }

  private static void fits(Inspection inspection, Observation seen, Scale scale) {
    boolean commitment = scale == Scale.COMPLIANCE;
    @Nullable Integer level = commitment ? seen.compliance() : seen.enforcement();
    @Nullable Integer other = commitment ? seen.enforcement() : seen.compliance();
    inspection.unless(
        other == null,
        scale.other().member,
        "other-scale",
        commitment
            ? "This term is a commitment: say how far it was kept, as compliance."
            : "This term is a rule for civilians: say how far it was enforced, as enforcement.");
    inspection.unless(
        level != null || seen.states().containsKey("/" + scale.member),
        scale.member,
        "required",
        "Say from 0 to 3 how far; if it was observed but nobody says how far, say some or unknown"
            + " of it in states.");
  }

  /**
   * Outside the life of its term nothing can have been kept or broken. What a source nevertheless
   * says so is kept, flagged by a reading of the date that tells what is wrong.
   */
  private void inItsTime(Inspection inspection, Observation seen, JsonNode term, Reader author) {
    Bounds life = Movements.life(term.path("movements"));
    String agreement = term.path("agreement").textValue();
    if (agreement != null) {
      life =
          inspections
              .record(AgreementKind.NAME, UUID.fromString(agreement), author)
              .map(AgreementLife::of)
              .map(life::within)
              .orElse(life);
    }
    boolean flagged =
        seen.readings().stream().anyMatch(read -> read.field().equals("/when") && isFlagged(read));
    inspection.unless(
        flagged || seen.when() == null || seen.when().overlaps(life.from(), life.to()),
        "when",
        "outside-its-life",
        "The term was in force %s. Correct the date; if the source says so, keep it and flag it by a reading of /when with status conflict, work_needed or issue and the reason."
            .formatted(life.inWords()));
  }

  private static boolean isFlagged(Reading reading) {
    return reading.status() != null && reading.status() != ReadingStatus.accepted;
  }

  private static boolean onScale(@Nullable Integer level) {
    return level == null || (level >= 0 && level <= 3);
  }

  /** How a payment was kept to is told in full to its owner alone, as the payment is. */
  @Override
  public Audience audience(Observation seen, Marking marking, Audience allowed) {
    boolean paid =
        seen.term() != null && inspections.isOfType(TermKind.NAME, seen.term(), Payments.ISSUES);
    return paid ? allowed.fullForOwnerAlone(marking.owner()) : allowed;
  }

  @Override
  public Set<UUID> hangsOn(Observation seen) {
    return seen.term() == null ? Set.of() : Set.of(seen.term());
  }

  @Override
  public Set<String> aboutThrough() {
    return Set.of(TermKind.NAME);
  }

  @Override
  public FilterCodes filterCodes() {
    return FilterCodes.ofType("practice_reason");
  }

  @Override
  public Facets facets(ObjectNode view) {
    return FacetReader.of(view)
        .type("/reason")
        .dates("/when", "/when")
        .actors("/observer", "actor")
        .links("/term")
        .text("/asStated")
        .read();
  }

  @Override
  public Blur blur() {
    return BLUR;
  }

  @Override
  public ObjectNode shareable(ObjectNode blurred) {
    return EventData.of(blurred, "/term", "/compliance", "/enforcement", "/reason", "/when");
  }

  @Override
  public ObjectNode codes(ObjectNode view) {
    return EventData.of(view, "/term", "/compliance", "/enforcement", "/reason", "/suggestion");
  }
}
