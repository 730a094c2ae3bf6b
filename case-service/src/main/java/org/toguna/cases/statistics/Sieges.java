package org.toguna.cases.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.crises.StatusHistory;
import org.toguna.cases.inspection.Bounds;

/** How long a siege, or another crisis, lasted as a view of it tells. */
final class Sieges {
  private static final Set<String> STANDING = Set.of("open", "partly_lifted");

  private Sieges() {}

  /**
   * It ended only if its status says so. One of which the status is unclear was last known to stand
   * when it was seen standing, and at most until its status was last confirmed.
   */
  static Lasting lasting(JsonNode crisis, LocalDate today) {
    Bounds since = Span.observed(Bounds.of(crisis.path("since")), today);
    Bounds confirmed = Span.observed(Bounds.of(StatusHistory.lastConfirmed(crisis)), today);
    String status = crisis.path("status").asText();
    if (status.equals("lifted")) {
      Bounds until = Span.observed(Bounds.of(crisis.path("until")), today);
      return Lasting.ended(
          since, until, seenStanding(crisis), confirmed.to() == null ? today : confirmed.to());
    }
    return Lasting.running(
        since,
        STANDING.contains(status) ? confirmed : new Bounds(seenStanding(crisis), confirmed.to()));
  }

  /** The last day by which somebody has certainly seen it stand; null if nobody says so. */
  private static @Nullable LocalDate seenStanding(JsonNode crisis) {
    LocalDate last = null;
    for (JsonNode seen : crisis.path("observations")) {
      LocalDate day = Bounds.of(seen.path("when")).from();
      boolean standing = STANDING.contains(seen.path("status").asText());
      if (standing && day != null && (last == null || day.isAfter(last))) {
        last = day;
      }
    }
    return last;
  }
}
