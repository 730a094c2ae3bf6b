package org.toguna.cases.exposures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import org.toguna.cases.dialogue.PartOfCaseKind;
import org.toguna.cases.inspection.Inspections;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.records.FilterCodes;

/** What makes an exposure valid. Others learn that there is one, and nothing of whom. */
@Singleton
public class ExposureKind extends PartOfCaseKind<Exposure> {
  public static final String NAME = "exposure";
  private static final Blur BLUR = Blur.of(Exposure.class).open("/case", "/type");

  ExposureKind(Inspections inspections) {
    super(NAME, Exposure.class, BLUR, inspections);
  }

  @Override
  protected JsonNode concerned(ObjectNode view) {
    return view.path("who");
  }

  @Override
  public FilterCodes filterCodes() {
    return FilterCodes.ofType("exposure_kind");
  }
}
