package org.toguna.kit.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a date rests on. */
@Schema(
    description =
        "stated: the source says so; derived: worked out from dated passages, each cited; inferred:"
            + " concluded by whoever codes it.")
public enum Basis {
  stated,
  derived,
  inferred;

  @JsonCreator
  static Basis of(String name) {
    return Arrays.stream(values())
        .filter(basis -> basis.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("A date is stated, derived or inferred."));
  }
}
