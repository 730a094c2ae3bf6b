package org.toguna.kit.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reliability of a source by the Admiralty system, from A (reliable) to E (unreliable). */
@Schema(
    description =
        "Reliability of the source (Admiralty): A completely, B usually, C fairly, D not usually,"
            + " E not reliable; F cannot be judged, which is no grade between the others.")
public enum Reliability {
  A,
  B,
  C,
  D,
  E,
  /** Cannot be judged: neither a middling grade nor the worst one. */
  F;

  @JsonCreator
  static Reliability of(String letter) {
    return Arrays.stream(values())
        .filter(grade -> grade.name().equals(letter))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Reliability is a letter from A to E, or F if it cannot be judged."));
  }

  public boolean isJudged() {
    return this != F;
  }
}
