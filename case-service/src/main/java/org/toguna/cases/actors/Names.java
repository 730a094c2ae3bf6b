package org.toguna.cases.actors;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What actors are called, as far as a reader may know.
 *
 * @param unasked whether actor-service could not be asked for those that are missing
 */
public record Names(Map<UUID, String> told, boolean unasked) {

  public Names {
    told = Map.copyOf(told);
  }

  public @Nullable String of(@Nullable UUID actor) {
    return actor == null ? null : told.get(actor);
  }

  /** {@code told}, {@code withheld} or {@code unavailable}; null where no actor is named by id. */
  public @Nullable String state(@Nullable UUID actor) {
    if (actor == null) {
      return null;
    }
    return told.containsKey(actor) ? "told" : unasked ? "unavailable" : "withheld";
  }
}
