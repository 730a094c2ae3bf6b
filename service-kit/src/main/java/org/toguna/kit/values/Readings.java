package org.toguna.kit.values;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The competing values of a record's fields: of each field at most one is accepted, none is lost.
 */
public final class Readings {
  private static final JsonPointer AT = JsonPointer.compile("/readings");

  private Readings() {}

  /** What is wrong with the readings, each by itself and all together. */
  public static List<Flaw> flaws(List<Reading> readings, int citations) {
    List<Flaw> flaws = new ArrayList<>();
    Set<String> accepted = new HashSet<>();
    for (int i = 0; i < readings.size(); i++) {
      Reading reading = readings.get(i);
      Flaws own = new Flaws(AT.appendIndex(i));
      own.addAll(reading.flaws(AT.appendIndex(i)));
      own.unless(
          reading.citations().stream().allMatch(index -> index >= 0 && index < citations),
          "citations",
          "no-such-citation",
          "The record has %d citations, counted from 0.".formatted(citations));
      if (reading.isAccepted()) {
        own.unless(
            accepted.add(reading.field()),
            "status",
            "accepted-twice",
            "Only one reading of a field can be accepted; mark the others as conflict.");
        own.unless(
            hasReason(reading) || isAlone(reading, readings),
            "reason",
            "required",
            "Say why this reading was preferred to the others.");
      }
      flaws.addAll(own.found());
    }
    return List.copyOf(flaws);
  }

  /**
   * The readings with the one at the index accepted for that reason; the one accepted before stays,
   * as one in conflict with it.
   */
  public static List<Reading> accept(List<Reading> readings, int index, String reason) {
    Reading preferred = readings.get(index);
    List<Reading> after = new ArrayList<>(readings);
    after.replaceAll(
        reading ->
            reading.isAccepted() && reading.field().equals(preferred.field())
                ? reading.as(ReadingStatus.conflict)
                : reading);
    after.set(index, preferred.as(ReadingStatus.accepted).because(reason));
    return List.copyOf(after);
  }

  /**
   * What is wrong with a change of readings: one that was given stays, whatever becomes of it, and
   * none comes to be accepted without a reason.
   *
   * @param why the reason given for the change as a whole, if any
   */
  public static List<Flaw> flawsOfChange(
      List<Reading> before, List<Reading> after, @Nullable String why) {
    Flaws flaws = new Flaws(AT.head());
    for (Reading earlier : before) {
      flaws.unless(
          after.stream().anyMatch(earlier::saysTheSameAs),
          "readings",
          "reading-dropped",
          "A reading of %s would be lost. Readings are settled by their status, never dropped."
              .formatted(earlier.field()));
    }
    boolean explained = why != null && !why.isBlank();
    for (int i = 0; i < after.size(); i++) {
      Reading now = after.get(i);
      boolean newlyAccepted =
          now.isAccepted()
              && before.stream().noneMatch(then -> then.isAccepted() && then.saysTheSameAs(now));
      if (newlyAccepted && !explained && !hasReason(now)) {
        flaws.add(
            Flaw.at(
                AT.appendIndex(i).appendProperty("reason"),
                "required",
                "Say why this reading is accepted, in its reason or in the why of the change."));
      }
    }
    return flaws.found();
  }

  /**
   * Which readings, by index, still wait for somebody: those not accepted, of fields of which none
   * is.
   */
  public static Set<Integer> open(List<Reading> readings) {
    Set<String> settled = new HashSet<>();
    readings.stream().filter(Reading::isAccepted).map(Reading::field).forEach(settled::add);
    Set<Integer> open = new TreeSet<>();
    for (int i = 0; i < readings.size(); i++) {
      if (!settled.contains(readings.get(i).field())) {
        open.add(i);
      }
    }
    return open;
  }

  private static boolean hasReason(Reading reading) {
    return reading.reason() != null && !reading.reason().isBlank();
  }

  private static boolean isAlone(Reading reading, List<Reading> readings) {
    return readings.stream().filter(other -> other.field().equals(reading.field())).count() == 1;
  }
}
