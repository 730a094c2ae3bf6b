package org.toguna.kit.marking;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which copy of a record a reader gets; whoever gets neither gets nothing at all. */
@Schema(
    description = "Which copy of the record this is.",
    enumeration = {"full", "blurred"})
public enum View {
  @JsonProperty("full")
  FULL,
  @JsonProperty("blurred")
  BLURRED
}
