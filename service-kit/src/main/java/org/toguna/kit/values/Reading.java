package org.toguna.kit.values;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One of several competing values of a field.
 *
 * <p>The value is kept exactly as stated, impossible ones included: that is what a reading is for,
 * so nothing here checks it. Citations are indexes into those of the record.
 */
@Schema(description = "One of several competing values of a field, kept as stated.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reading(
    @Schema(
            description = "JSON Pointer to the field that is read so",
            examples = "/harms/0/count",
            maxLength = 500)
        String field,
    @Schema(description = "The value as stated; it is not corrected", implementation = Object.class)
        JsonNode value,
    @Nullable ReadingStatus status,
    @Schema(
            description = "Why it was preferred, or what is wrong with it",
            maxLength = Reading.LONGEST_REASON)
        @Nullable String reason,
    @Schema(description = "Which citations of the record say so", maxItems = 50)
        List<Integer> citations) {

  static final int LONGEST_REASON = 1000;
  private static final int LONGEST_VALUE = 4000;

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Reading {
    field = field == null ? "" : field;
    value = value == null ? NullNode.getInstance() : value;
    citations =
        citations == null ? List.of() : citations.stream().filter(Objects::nonNull).toList();
  }

  @Schema(hidden = true)
  boolean isAccepted() {
    return status == ReadingStatus.accepted;
  }

  /** Whether it reads the same field to be the same, whatever became of it. */
  boolean saysTheSameAs(Reading other) {
    return field.equals(other.field) && value.equals(other.value);
  }

  Reading as(ReadingStatus other) {
    return new Reading(field, value, other, reason, citations);
  }

  Reading because(String why) {
    return new Reading(field, value, status, why, citations);
  }

  /** What is wrong with it in itself; {@link Readings} knows what is wrong among several. */
  public List<Flaw> flaws(JsonPointer at) {
    Flaws flaws = new Flaws(at);
    flaws.unless(
        !field.isEmpty() && JsonPointers.read(field).isPresent(),
        "field",
        "not-a-pointer",
        "Name the field by its JSON Pointer, such as /since.");
    flaws.unless(!value.isNull(), "value", "required", "Say what the field is read to be.");
    flaws.unless(
        value.toString().length() <= LONGEST_VALUE,
        "value",
        "too-long",
        "At most %d characters of JSON.".formatted(LONGEST_VALUE));
    flaws.unless(
        status != null, "status", "required", "Say accepted, conflict, work_needed or issue.");
    if (status == ReadingStatus.issue) {
      flaws.required("reason", reason, LONGEST_REASON);
    } else {
      flaws.atMost("reason", reason, LONGEST_REASON);
    }
    flaws.unless(citations.size() <= 50, "citations", "too-many", "At most 50 citations.");
    return flaws.found();
  }
}
