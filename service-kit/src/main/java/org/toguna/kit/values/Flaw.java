package org.toguna.kit.values;

import com.fasterxml.jackson.core.JsonPointer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing wrong with what was sent: where, a stable code, and what to do about it. */
@Schema(description = "One thing wrong with what was sent, and what to do about it.")
public record Flaw(
    @Schema(
            description = "JSON Pointer to the faulty member",
            examples = "/since/edtf",
            maxLength = 500)
        String pointer,
    @Schema(description = "Stable code", examples = "date-does-not-exist", maxLength = 60)
        String code,
    @Schema(description = "What is wrong, and the remedy", maxLength = 1000) String detail) {

  public static Flaw at(JsonPointer pointer, String code, String detail) {
    return new Flaw(pointer.toString(), code, detail);
  }
}
