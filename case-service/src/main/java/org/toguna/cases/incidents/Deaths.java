package org.toguna.cases.incidents;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.UncertainNumber;

/**
 * The dead by group and in total, each as a range. What is left out is unknown; a total is only
 * ever what a source says, never a sum made here.
 *
 * @param unknown dead of whom nobody says to which group they belonged
 */
@Schema(description = "The dead by group and in total; what is left out is unknown.")
public record Deaths(
    @Nullable UncertainNumber sideA,
    @Nullable UncertainNumber sideB,
    @Nullable UncertainNumber civilians,
    @Nullable UncertainNumber unknown,
    @Nullable UncertainNumber total) {

  List<Flaw> flaws(JsonPointer at) {
    var flaws = new ArrayList<Flaw>();
    add(flaws, sideA, at.appendProperty("sideA"));
    add(flaws, sideB, at.appendProperty("sideB"));
    add(flaws, civilians, at.appendProperty("civilians"));
    add(flaws, unknown, at.appendProperty("unknown"));
    add(flaws, total, at.appendProperty("total"));
    return flaws;
  }

  private static void add(List<Flaw> flaws, @Nullable UncertainNumber number, JsonPointer at) {
    if (number == null) {
      return;
    }
    flaws.addAll(number.flaws(at));
    if (java.util.stream.Stream.of(number.low(), number.best(), number.high())
        .anyMatch(bound -> bound != null && bound.signum() < 0)) {
      flaws.add(Flaw.at(at, "negative", "Nobody counts fewer than no dead."));
    }
  }
}
