package org.toguna.ingest.documents;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.DatePrecision;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/** How far a posted report may travel, said beside its bytes; left out, it is its owner's alone. */
public class MarkingParameters {
  @QueryParam("marking")
  @Parameter(description = "TLP label", schema = @Schema(maxLength = 16))
  @Nullable String tlp;

  @QueryParam("sharedWith")
  @Parameter(
      description = "Organisation that gets it in full; may be repeated",
      schema = @Schema(maxLength = 63))
  @Nullable List<String> sharedWith;

  @QueryParam("namedPerson")
  @Parameter(
      description = "Person that gets it in full, as organisation/name; may be repeated",
      schema = @Schema(maxLength = 200))
  @Nullable List<String> namedPersons;

  @QueryParam("finestPlace")
  @Parameter(
      description = "Finest place for outsiders",
      schema = @Schema(enumeration = {"country", "adm1", "adm2", "adm3", "village", "site"}))
  @Nullable String finestPlace;

  @QueryParam("finestDate")
  @Parameter(
      description = "Finest date for outsiders",
      schema = @Schema(enumeration = {"day", "month", "year"}))
  @Nullable String finestDate;

  /** Null if nothing was said. */
  @Nullable Marking marking() {
    if (tlp == null && empty(sharedWith) && empty(namedPersons)) {
      return null;
    }
    try {
      return new Marking(
          tlp == null ? null : Tlp.of(tlp),
          null,
          sharedWith == null ? null : Set.copyOf(sharedWith),
          namedPersons == null ? null : Set.copyOf(namedPersons),
          finestPlace == null ? null : PlaceLevel.valueOf(finestPlace),
          finestDate == null ? null : DatePrecision.valueOf(finestDate));
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          ProblemType.BAD_PARAMETER,
          "marking is CLEAR, GREEN, AMBER, AMBER+STRICT (write %2B for +) or RED; finestPlace is"
              + " country, adm1, adm2, adm3, village or site; finestDate is year, month or day.");
    }
  }

  private static boolean empty(@Nullable List<String> values) {
    return values == null || values.isEmpty();
  }
}
