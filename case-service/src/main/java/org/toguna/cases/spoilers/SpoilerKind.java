package org.toguna.cases.spoilers;

import jakarta.inject.Singleton;
import org.toguna.cases.dialogue.PartOfCaseKind;
import org.toguna.cases.inspection.Inspections;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.records.FacetReader;

/** What makes an entry of spoilers valid. Others learn on which side somebody stands against it. */
@Singleton
public class SpoilerKind extends PartOfCaseKind<Spoiler> {
  public static final String NAME = "spoiler";
  private static final Blur BLUR =
      Blur.of(Spoiler.class).open("/case", "/side", "/reactions/*/type");

  SpoilerKind(Inspections inspections) {
    super(NAME, Spoiler.class, BLUR, inspections);
  }

  @Override
  protected FacetReader facets(FacetReader reader) {
    return reader.dates("/reactions/0/when", "/reactions/0/when");
  }
}
