package org.toguna.cases.crises;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.toguna.kit.values.Flaw;

/** In which states a crisis was seen, and when its status was last confirmed by anybody. */
public final class StatusHistory {
  private StatusHistory() {}

  /**
   * The confirmation that can have been the latest: the one recorded as such, or an observation
   * after it. Missing if nobody ever said when.
   */
  public static JsonNode lastConfirmed(JsonNode crisis) {
    JsonNode last = crisis.path("lastConfirmed");
    for (JsonNode seen : crisis.path("observations")) {
      JsonNode when = seen.path("when");
      if (when.path("to").isTextual()
          && when.path("to").asText().compareTo(last.path("to").asText("")) > 0) {
        last = when;
      }
    }
    return last;
  }

  /** A status that an observation dated after all others contradicts is kept, and told. */
  static List<Flaw> warnings(Crisis crisis) {
    return latest(crisis)
        .filter(seen -> !seen.status().equals(crisis.status()))
        .map(
            seen ->
                Flaw.at(
                    JsonPointer.compile("/status"),
                    "status-differs-from-observation",
                    "It was last seen %s, and its status says %s."
                        .formatted(seen.status(), crisis.status())))
        .map(List::of)
        .orElse(List.of());
  }

  private static Optional<StatusObservation> latest(Crisis crisis) {
    return crisis.observations().stream()
        .filter(
            one ->
                crisis.observations().stream()
                    .allMatch(other -> other == one || certainlyBefore(other, one)))
        .filter(one -> latestDay(one).isPresent())
        .findFirst();
  }

  private static boolean certainlyBefore(StatusObservation one, StatusObservation other) {
    Optional<LocalDate> end = latestDay(one);
    return end.isPresent()
        && other.when() != null
        && other.when().earliest() != null
        && end.get().isBefore(other.when().earliest());
  }

  private static Optional<LocalDate> latestDay(StatusObservation seen) {
    return Optional.ofNullable(seen.when()).map(when -> when.latest());
  }
}
