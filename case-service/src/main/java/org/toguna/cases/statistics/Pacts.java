package org.toguna.cases.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.inspection.Bounds;

/** How long a pact lasted as a view of it, and what was observed of its terms, tell. */
final class Pacts {
  private Pacts() {}

  /**
   * It ended only on an end that has passed. Otherwise it was last known to be kept when a term of
   * it was last seen to be kept in part at least; a pact that nobody observed is known to have
   * begun, and no more.
   *
   * @param observations of its terms
   */
  static Lasting lasting(
      JsonNode pact, Collection<? extends JsonNode> observations, LocalDate today) {
    Bounds inForce = Bounds.of(pact.path("inForceFrom"));
    Bounds since =
        Span.observed(
            inForce.from() == null && inForce.to() == null
                ? Bounds.of(pact.path("agreedOn"))
                : inForce,
            today);
    Bounds until = Bounds.of(pact.path("until"));
    Bounds kept = kept(observations, today);
    if (until.to() != null && !until.to().isAfter(today)) {
      return Lasting.ended(since, until, kept.from(), until.to());
    }
    return Lasting.running(since, kept);
  }

  private static Bounds kept(Collection<? extends JsonNode> observations, LocalDate today) {
    LocalDate from = null;
    LocalDate to = null;
    for (JsonNode seen : observations) {
      if (seen.path("compliance").asInt(0) > 0) {
        Bounds when = Span.observed(Bounds.of(seen.path("when")), today);
        from = later(from, when.from());
        to = later(to, when.to());
      }
    }
    return new Bounds(from, to);
  }

  private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }
}
