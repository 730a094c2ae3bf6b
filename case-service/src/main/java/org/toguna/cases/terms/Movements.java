package org.toguna.cases.terms;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.dialogue.Course;
import org.toguna.cases.inspection.Bounds;

/** The movements of a term as a view tells them. */
public final class Movements {
  private static final Set<String> IN_FORCE = Set.of("agreed", "partly_agreed", "imposed");
  private static final Set<String> OVER = Set.of("withdrawn", "lapsed");

  private Movements() {}

  /** The state that a term came into last; null if nothing is known of it. */
  public static @Nullable String latestState(JsonNode movements) {
    return movements.path(Course.latest(movements)).path("state").textValue();
  }

  /**
   * The time within which a term can have been observed: from the first day that it can have been
   * agreed or imposed on to the last day before which it can have ended; open where nobody says.
   */
  public static Bounds life(JsonNode movements) {
    LocalDate start = null;
    LocalDate end = null;
    boolean openStart = false;
    for (JsonNode movement : movements) {
      String state = movement.path("state").asText();
      Bounds when = Bounds.of(movement.path("when"));
      if (IN_FORCE.contains(state)) {
        openStart |= when.from() == null;
        end = null; // what lapsed can be agreed again
        start = start == null || before(when.from(), start) ? when.from() : start;
      } else if (OVER.contains(state)) {
        end = when.to();
      }
    }
    return new Bounds(openStart ? null : start, end);
  }

  private static boolean before(@Nullable LocalDate one, LocalDate other) {
    return one != null && one.isBefore(other);
  }
}
