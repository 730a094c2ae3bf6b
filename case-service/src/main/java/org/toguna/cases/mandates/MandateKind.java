package org.toguna.cases.mandates;

import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.dialogue.PartOfCaseKind;
import org.toguna.cases.inspection.Inspections;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.values.UncertainDate;

/**
 * What makes a mandate valid. Others learn that there is one, of which kind, and whether it is
 * formal.
 */
@Singleton
public class MandateKind extends PartOfCaseKind<Mandate> {
  public static final String NAME = "mandate";
  private static final Blur BLUR = Blur.of(Mandate.class).open("/case", "/type", "/formalised");

  MandateKind(Inspections inspections) {
    super(NAME, Mandate.class, BLUR, inspections);
  }

  @Override
  protected Stream<@Nullable UncertainDate> planned(Mandate mandate) {
    return Stream.of(mandate.given());
  }

  @Override
  protected boolean mayStandAlone(Mandate mandate) {
    return mandate.type().equals("standing");
  }

  @Override
  protected FacetReader facets(FacetReader reader) {
    return reader.dates("/given", "/until");
  }

  @Override
  public FilterCodes filterCodes() {
    return FilterCodes.ofType("mandate_kind");
  }
}
