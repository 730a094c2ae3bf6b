package org.toguna.cases.outcomes;

import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.dialogue.PartOfCaseKind;
import org.toguna.cases.inspection.Inspection;
import org.toguna.cases.inspection.Inspections;
import org.toguna.cases.inspection.Payments;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.values.UncertainDate;

/**
 * What makes an outcome valid. Others learn of what kind it is, roughly where and when; of a ransom
 * no more than that.
 */
@Singleton
public class OutcomeKind extends PartOfCaseKind<Outcome> {
  public static final String NAME = "outcome";
  private static final Blur BLUR =
      Blur.of(Outcome.class)
          .open("/case", "/type", "/returned", "/crisis")
          .openPlaces("/place")
          .openDates("/when");

  OutcomeKind(Inspections inspections) {
    super(NAME, Outcome.class, BLUR, inspections);
  }

  @Override
  protected Stream<@Nullable UncertainDate> planned(Outcome outcome) {
    return Stream.of(outcome.when());
  }

  @Override
  protected void inspect(Outcome outcome, Inspection inspection) {
    inspection.record("crisis", "crisis", outcome.crisis());
  }

  @Override
  public Outcome complete(Outcome outcome, Reader author) {
    return inspections().placed(outcome);
  }

  /** What armed men were paid, and by whom, is its owner's alone; so is what may lie ahead. */
  @Override
  public Audience audience(Outcome outcome, Marking marking, Audience allowed) {
    Audience admitted = super.audience(outcome, marking, allowed);
    Transfer transfer = outcome.transfer();
    boolean paid =
        Payments.isMoney(outcome.count())
            || (transfer != null
                && inspections().isPaidToArmedMen(transfer.type(), Stream.of(transfer.to())));
    return paid || outcome.tellsOfARansom()
        ? admitted.fullForOwnerAlone(marking.owner())
        : admitted;
  }

  @Override
  protected Stream<@Nullable UUID> alsoHangsOn(Outcome outcome) {
    return Stream.of(outcome.crisis());
  }

  @Override
  protected FacetReader facets(FacetReader reader) {
    return super.facets(reader).links("/crisis").compared("type", "/type");
  }

  @Override
  public FilterCodes filterCodes() {
    return FilterCodes.ofType("outcome_type");
  }
}
