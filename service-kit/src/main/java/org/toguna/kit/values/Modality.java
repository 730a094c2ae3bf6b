package org.toguna.kit.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the text says what it says. */
@Schema(
    description = "How the text says it.",
    enumeration = {"stated", "self-claimed", "hedged", "denied", "planned"})
public enum Modality {
  STATED("stated"),
  SELF_CLAIMED("self-claimed"),
  HEDGED("hedged"),
  DENIED("denied"),
  PLANNED("planned");

  private final String label;

  Modality(String label) {
    this.label = label;
  }

  @JsonCreator
  static Modality of(String label) {
    return Arrays.stream(values())
        .filter(modality -> modality.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "A passage is stated, self-claimed, hedged, denied or planned."));
  }

  @JsonValue
  public String label() {
    return label;
  }
}
