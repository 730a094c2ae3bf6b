package org.toguna.cases.board;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How old the last confirmation of a status is. It goes stale; it never turns into another status.
 *
 * @param days whole days since the last day that the confirmation can have been on
 * @param daysAtMost whole days since the first; absent if that is not known
 */
@Schema(description = "How old the last confirmation is; stale is no other status.")
public record Freshness(
    @Schema(enumeration = {"fresh", "stale", "unknown"}) String state,
    @Schema(implementation = org.toguna.kit.values.UncertainDate.class)
        @Nullable JsonNode lastConfirmed,
    @Schema(minimum = "0", maximum = "100000") @Nullable Long days,
    @Schema(minimum = "0", maximum = "100000") @Nullable Long daysAtMost) {

  /** What the last confirmation, if there is one, says today. */
  public static Freshness of(JsonNode lastConfirmed, LocalDate today, int staleAfterDays) {
    Long days = age(lastConfirmed.path("to"), today);
    Long atMost = age(lastConfirmed.path("from"), today);
    if (days == null) {
      return new Freshness(
          "unknown", lastConfirmed.isObject() ? lastConfirmed : null, null, atMost);
    }
    return new Freshness(days > staleAfterDays ? "stale" : "fresh", lastConfirmed, days, atMost);
  }

  /** A month that is not over yet counts as today. */
  private static @Nullable Long age(JsonNode day, LocalDate today) {
    return day.isTextual()
        ? Math.max(0, ChronoUnit.DAYS.between(LocalDate.parse(day.asText()), today))
        : null;
  }
}
