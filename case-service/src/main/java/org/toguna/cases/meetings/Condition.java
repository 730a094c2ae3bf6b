package org.toguna.cases.meetings;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;

/** What was imposed on one side before it could come. */
@Schema(name = "MeetingCondition", description = "What was imposed on one side.")
public record Condition(
    @Required @Code("meeting_condition") String type,
    @Code("side") @Nullable String on,
    @Schema(description = "In the source's words", maxLength = 500) @Nullable String asStated) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Condition {
    type = type == null ? "" : type;
  }
}
