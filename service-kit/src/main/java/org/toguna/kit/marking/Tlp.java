package org.toguna.kit.marking;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The labels of the Traffic Light Protocol 2.0, from the most open to the strictest. */
@Schema(
    description = "Label of the Traffic Light Protocol 2.0; the labels are never translated.",
    enumeration = {"CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"})
public enum Tlp {
  CLEAR("CLEAR"),
  GREEN("GREEN"),
  AMBER("AMBER"),
  AMBER_STRICT("AMBER+STRICT"),
  RED("RED");

  private final String label;

  Tlp(String label) {
    this.label = label;
  }

  /** Reads a label exactly as TLP writes it; a leading {@code TLP:} is allowed. */
  @JsonCreator
  public static Tlp of(String label) {
    String bare = label.startsWith("TLP:") ? label.substring(4) : label;
    return Arrays.stream(values())
        .filter(tlp -> tlp.label.equals(bare))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No TLP 2.0 label '%s': use CLEAR, GREEN, AMBER, AMBER+STRICT or RED."
                        .formatted(label)));
  }

  @JsonValue
  public String label() {
    return label;
  }

  public boolean strictlyAbove(Tlp other) {
    return compareTo(other) > 0;
  }

  public Tlp stricter(Tlp other) {
    return strictlyAbove(other) ? this : other;
  }

  @Override
  public String toString() {
    return label;
  }
}
