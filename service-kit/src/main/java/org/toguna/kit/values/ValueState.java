package org.toguna.kit.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a field has a value or none: it has one; it exists but is not stated; it is stated to be
 * nothing; the source is silent; or this reader may not see it.
 */
@Schema(
    description =
        "value: it is there; some: it exists but is not stated; none: stated to be nothing;"
            + " unknown: the source is silent; withheld: you see the record, not this field.")
public enum ValueState {
  value,
  some,
  none,
  unknown,
  withheld;

  @JsonCreator
  static ValueState of(String name) {
    return Arrays.stream(values())
        .filter(state -> state.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "A state is one of value, some, none, unknown or withheld."));
  }
}
