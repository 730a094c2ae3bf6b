package org.toguna.cases.meetings;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;
import org.toguna.kit.values.UncertainNumber;

/** Who came for one side, as far as it is known: a number, people, or both. */
@Schema(name = "MeetingAttendance", description = "Who came for one side.")
public record Attendance(
    @Required @Code("side") String side,
    @Nullable UncertainNumber count,
    @Schema(maxItems = 100) List<ActorReference> people,
    @Schema(description = "In the source's words", maxLength = 500) @Nullable String asStated) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Attendance {
    side = side == null ? "" : side;
    people = people == null ? List.of() : List.copyOf(people);
  }
}
