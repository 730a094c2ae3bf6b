package org.toguna.cases.outcomes;

import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.dialogue.PartOfCaseKind;
import org.toguna.cases.inspection.Inspection;
import org.toguna.cases.inspection.Inspections;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.FacetReader;

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
  protected void inspect(Outcome outcome, Inspection inspection) {
    inspection
        .mustCode("type", "outcome_type", outcome.type())
        .date("when", outcome.when())
        .place("place", outcome.place())
        .number("count", outcome.count())
        .share("share", outcome.share())
        .code("returned", "return_state", outcome.returned())
        .within(
            "transfer",
            outcome.transfer(),
            (one, transfer) ->
                one.mustCode("type", "transfer_type", transfer.type())
                    .actor("from", transfer.from())
                    .actor("to", transfer.to())
                    .text("items", transfer.items(), 500)
                    .number("amount", transfer.amount())
                    .text("currency", transfer.currency(), 3))
        .actor("observer", outcome.observer())
        .record("crisis", "crisis", outcome.crisis())
        .text("asStated", outcome.asStated(), 2000);
  }

  @Override
  public Outcome complete(Outcome outcome, Reader author) {
    return outcome.place() == null ? outcome : outcome.at(inspections().found(outcome.place()));
  }

  /** Amounts and payers of ransoms are its owner's alone. */
  @Override
  public Audience audience(Outcome outcome, Marking marking, Audience allowed) {
    return outcome.tellsOfARansom() ? allowed.fullForOwnerAlone(marking.owner()) : allowed;
  }

  @Override
  protected Stream<@Nullable UUID> alsoHangsOn(Outcome outcome) {
    return Stream.of(outcome.crisis());
  }

  @Override
  protected FacetReader facets(FacetReader reader) {
    return super.facets(reader).links("/crisis").compared("type", "/type");
  }
}
