package org.toguna.cases.meetings;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was imposed on one side before it could come. */
@Schema(name = "MeetingCondition", description = "What was imposed on one side.")
public record Condition(
    @Schema(description = "Code of the list meeting_condition", maxLength = 40) String type,
    @Schema(description = "Code of the list side", maxLength = 40) @Nullable String on,
    @Schema(description = "In the source's words", maxLength = 500) @Nullable String asStated) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Condition {
    type = type == null ? "" : type;
  }
}
