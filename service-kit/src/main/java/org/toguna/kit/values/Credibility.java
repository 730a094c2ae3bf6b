package org.toguna.kit.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Credibility of a statement by the Admiralty system, from 1 (confirmed) to 5 (improbable). */
@Schema(
    type = SchemaType.INTEGER,
    format = "int32",
    enumeration = {"1", "2", "3", "4", "5", "6"},
    description =
        "Credibility of the statement (Admiralty): 1 confirmed, 2 probably true, 3 possibly true,"
            + " 4 doubtful, 5 improbable; 6 cannot be judged, which is no grade between the"
            + " others.")
public enum Credibility {
  CONFIRMED,
  PROBABLY_TRUE,
  POSSIBLY_TRUE,
  DOUBTFUL,
  IMPROBABLE,
  /** Neither a middling grade nor the worst one. */
  CANNOT_BE_JUDGED;

  @JsonCreator
  public static Credibility of(int grade) {
    if (grade < 1 || grade > values().length) {
      throw new IllegalArgumentException(
          "Credibility is a number from 1 to 5, or 6 if it cannot be judged.");
    }
    return values()[grade - 1];
  }

  @JsonValue
  public int grade() {
    return ordinal() + 1;
  }

  public boolean isJudged() {
    return this != CANNOT_BE_JUDGED;
  }
}
