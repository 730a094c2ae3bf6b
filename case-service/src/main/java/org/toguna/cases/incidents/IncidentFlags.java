package org.toguna.cases.incidents;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.toguna.kit.values.PossibleDays;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.ReadingStatus;

/**
 * What about an incident needs a look, told from its sources, its readings and its day, and from
 * nothing else.
 */
final class IncidentFlags {
  private static final JsonPointer WHEN = JsonPointer.compile("/when");

  private IncidentFlags() {}

  /**
   * @param today the day on which it is recorded
   */
  static List<String> of(Incident incident, LocalDate today) {
    Set<String> flags = new TreeSet<>();
    List<SourceReport> sources = incident.sources();
    for (SourceReport source : sources) {
      if (source.standing().equals(SourceReport.CORRECTED)) {
        flags.add("source_corrected");
      } else if (source.standing().equals(SourceReport.RETRACTED)) {
        flags.add("source_retracted");
      }
    }
    boolean noneLeft =
        !sources.isEmpty()
            && sources.stream().allMatch(one -> one.standing().equals(SourceReport.RETRACTED));
    if (noneLeft) {
      flags.add("no_source_left");
    }
    for (Reading reading : incident.readings()) {
      if (reading.status() != ReadingStatus.accepted) {
        flags.add(flagOf(reading.field()));
      }
    }
    if (incident.when() != null && !isSettled(incident)) {
      PossibleDays.oddity(incident.when(), Set.of(), today, WHEN)
          .ifPresent(odd -> flags.add(flagOf(odd.pointer())));
    }
    return new ArrayList<>(flags);
  }

  private static boolean isSettled(Incident incident) {
    return incident.readings().stream()
        .anyMatch(
            reading ->
                reading.status() == ReadingStatus.accepted
                    && reading.field().equals(WHEN.toString()));
  }

  private static String flagOf(String field) {
    String top = field.split("/", 3).length > 1 ? field.split("/", 3)[1] : "";
    return switch (top) {
      case "deaths" -> "figures_in_conflict";
      case "place", "position" -> "place_in_doubt";
      case "when", "datePrecision" -> "date_in_doubt";
      default -> "readings_in_conflict";
    };
  }
}
