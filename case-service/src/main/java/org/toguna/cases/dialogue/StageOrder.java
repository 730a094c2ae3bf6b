package org.toguna.cases.dialogue;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.Flaw;

/**
 * The order in which stages mostly come. An odd order is told, never refused: talks do go back and
 * forth, and what is not certain from the bounds of the dates is not odd.
 */
final class StageOrder {
  // Permission is not among them: some are asked before any contact, others only after it.
  private static final List<List<String>> USUAL =
      List.of(
          List.of("trigger"),
          List.of("contact_sought"),
          List.of("contact_made"),
          List.of("pre_talks"),
          List.of("meeting"),
          List.of("terms_agreed"),
          List.of("in_force"),
          List.of("breached", "lapsed"),
          List.of("closed"));

  private StageOrder() {}

  /** One warning for each observation that is dated before all of a stage that comes first. */
  static List<Flaw> warnings(List<StageObservation> stages) {
    var warnings = new ArrayList<Flaw>();
    for (int i = 0; i < stages.size(); i++) {
      StageObservation later = stages.get(i);
      int rank = rank(later.stage());
      LocalDate latest = later.when() == null ? null : later.when().latest();
      for (int earlier = 0; latest != null && earlier < rank; earlier++) {
        Optional<StageObservation> after = firstIfAllAfter(latest, USUAL.get(earlier), stages);
        if (after.isPresent()) {
          warnings.add(
              Flaw.at(
                  JsonPointer.compile("/stages/" + i),
                  "odd-order",
                  "Stage %s is dated before every observation of %s."
                          .formatted(later.stage(), after.get().stage())
                      + " Both are kept as they are; see whether the dates are meant so."));
          break;
        }
      }
    }
    return warnings;
  }

  private static int rank(String stage) {
    for (int i = 0; i < USUAL.size(); i++) {
      if (USUAL.get(i).contains(stage)) {
        return i;
      }
    }
    return -1;
  }

  /** The first observation of a stage if certainly none of them lies on that day or before. */
  private static Optional<StageObservation> firstIfAllAfter(
      LocalDate day, List<String> codes, List<StageObservation> stages) {
    List<StageObservation> seen =
        stages.stream().filter(one -> codes.contains(one.stage())).toList();
    return seen.stream().allMatch(one -> isAfter(earliest(one), day))
        ? seen.stream().findFirst()
        : Optional.empty();
  }

  private static @Nullable LocalDate earliest(StageObservation observation) {
    return observation.when() == null ? null : observation.when().earliest();
  }

  private static boolean isAfter(@Nullable LocalDate earliest, LocalDate day) {
    return earliest != null && earliest.isAfter(day);
  }
}
