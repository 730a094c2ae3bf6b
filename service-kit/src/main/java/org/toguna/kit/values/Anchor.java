package org.toguna.kit.values;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The date that a relative date hangs on, in this record or another, and how far from it. */
@Schema(description = "The date that a relative date hangs on, and how far from it it lies.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Anchor(
    @Schema(description = "The other record; left out, this one") @Nullable UUID record,
    @Schema(
            description = "JSON Pointer to the date it hangs on",
            examples = "/agreedOn",
            maxLength = 500)
        String field,
    @Schema(
            description =
                "How far from it: P7D, -P1D, P1M/P6M, P0D/.. (any time after), ../P0D (before)",
            examples = "P7D",
            maxLength = 60)
        String offset) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Anchor {
    field = field == null ? "" : field;
    offset = offset == null ? "" : offset;
  }

  public List<Flaw> flaws(JsonPointer at) {
    Flaws flaws = new Flaws(at);
    flaws.unless(
        !field.isEmpty() && JsonPointers.read(field).isPresent(),
        "field",
        "not-a-pointer",
        "Name the date by its JSON Pointer, such as /agreedOn.");
    try {
      Offset.of(offset);
    } catch (NotADate e) {
      flaws.unless(false, "offset", e.code(), e.getMessage());
    }
    flaws.atMost("offset", offset, 60);
    return flaws.found();
  }
}
